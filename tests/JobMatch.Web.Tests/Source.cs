namespace JobMatch.Web.Tests;

/// <summary>The web project's own files, for tests that read them.</summary>
internal static class Source
{
    internal static string Web { get; } = Path.Combine(Root(), "src", "JobMatch.Web");

    /// <summary>A file of these tests, by its path below their folder.</summary>
    internal static string Test(params string[] path) => Path.Combine([Root(), "tests", "JobMatch.Web.Tests", .. path]);

    internal static IEnumerable<string> Files(params string[] endings) => Directory
        .EnumerateFiles(Web, "*", new EnumerationOptions { RecurseSubdirectories = true })
        .Where(path => endings.Any(path.EndsWith))
        .Where(path => !Path.GetRelativePath(Web, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "Resources" or "lib"));

    // Not the compiler's idea of this file's path: a reproducible build writes another one.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JobMatch.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("JobMatch.sln is not above the tests.");
    }
}
