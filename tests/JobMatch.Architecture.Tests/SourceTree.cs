using System.Text.RegularExpressions;

namespace JobMatch.Architecture.Tests;

/// <summary>A source file as the rules see it: its place below <c>src</c> and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Project => Path.Split('/')[0];

    /// <summary>Folder below the project («Postings»); empty for files in its root.</summary>
    public string Module => Path.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The sources of the product, read once.</summary>
public static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = Read();

    /// <summary>Names of namespaces below JobMatch that a text uses, by <c>using</c> or in full.</summary>
    public static IEnumerable<string> NamespacesUsedBy(SourceFile file)
    {
        var own = OwnNamespace().Replace(file.Text, "");
        return Uses().Matches(own).Select(m => m.Groups[1].Value).Concat(InFull().Matches(own).Select(m => m.Groups[1].Value)).Distinct();
    }

    [GeneratedRegex(@"^namespace .*$", RegexOptions.Multiline)]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(JobMatch(?:\.\w+)*);", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?<![\w.""])(JobMatch(?:\.[A-Z]\w+)+)\b(?!"")")]
    private static partial Regex InFull();

    private static List<SourceFile> Read()
    {
        var src = Path.Combine(Root, "src");
        return
        [
            .. Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories)
                .Select(p => Path.GetRelativePath(src, p).Replace('\\', '/'))
                .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/node_modules/", StringComparison.Ordinal) && !p.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(p => new SourceFile(p, File.ReadAllText(Path.Combine(src, p)))),
        ];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JobMatch.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("JobMatch.sln is not above the tests.");
    }
}
