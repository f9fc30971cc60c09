using System.Runtime.CompilerServices;

namespace JobMatch.Web.Tests;

/// <summary>The web project's own files, for tests that read them.</summary>
internal static class Source
{
    internal static string Web { get; } = Path.GetFullPath(Path.Combine(Here(), "../../src/JobMatch.Web"));

    internal static IEnumerable<string> Files(params string[] endings) => Directory
        .EnumerateFiles(Web, "*", new EnumerationOptions { RecurseSubdirectories = true })
        .Where(path => endings.Any(path.EndsWith))
        .Where(path => !Path.GetRelativePath(Web, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "Resources" or "lib"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
