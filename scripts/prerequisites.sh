# Sourced by the other scripts: says in one sentence what is missing, and knows when the built program is up to date.

fail() { printf '%s\n' "$*" >&2; exit 2; }

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || fail "The .NET 10 SDK is missing: install it so that 'dotnet --version' answers 10.x, then start again."
  case "$(dotnet --version 2>/dev/null)" in
    10.*) ;;
    *) fail "The .NET SDK found is $(dotnet --version 2>/dev/null || echo unusable), but version 10 is needed." ;;
  esac
}

need_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || fail "Node.js with npm is missing: install Node 20 or newer so that 'node --version' answers, then start again."
}

# newer_sources STAMP: true when a source file is newer than the stamp, or there is no stamp.
newer_sources() {
  [ -f "$1" ] || return 0
  [ -n "$(find src seed Directory.Build.props Directory.Packages.props global.json -newer "$1" -type f \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/lib/*' -print -quit 2>/dev/null)" ]
}
