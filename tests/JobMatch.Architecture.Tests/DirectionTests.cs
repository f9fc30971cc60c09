using Shouldly;
using Xunit;

namespace JobMatch.Architecture.Tests;

/// <summary>Which project may use which, and what the inner ones may not know.</summary>
public class DirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["JobMatch.Matching"] = [],
        ["JobMatch"] = ["JobMatch.Matching"],
        ["JobMatch.Search"] = ["JobMatch", "JobMatch.Matching"],
        ["JobMatch.Seed"] = ["JobMatch", "JobMatch.Matching"],
        ["JobMatch.Jobs"] = ["JobMatch", "JobMatch.Matching", "JobMatch.Search"],
        ["JobMatch.Cli"] = ["JobMatch", "JobMatch.Matching", "JobMatch.Search", "JobMatch.Jobs", "JobMatch.Seed"],
        ["JobMatch.Web"] = ["JobMatch", "JobMatch.Matching", "JobMatch.Search", "JobMatch.Jobs", "JobMatch.Seed"],
        ["JobMatch.Migrations.Sqlite"] = ["JobMatch"],
        ["JobMatch.Migrations.PostgreSql"] = ["JobMatch"],
    };

    private static readonly (string Project, string Word, string Why)[] Forbidden =
    [
        ("JobMatch", "Microsoft.AspNetCore.Http", "the business knows no HTTP"),
        ("JobMatch", "Microsoft.AspNetCore.Mvc", "the business knows no pages"),
        ("JobMatch", "Microsoft.AspNetCore.SignalR", "the business knows no hubs"),
        ("JobMatch.Matching", "Microsoft.EntityFrameworkCore", "matching knows no database"),
        ("JobMatch.Matching", "DateTime.UtcNow", "the day comes in from outside"),
        ("JobMatch.Matching", "TimeProvider", "the day comes in from outside"),
        ("JobMatch", "DateTime.UtcNow", "the clock is injected"),
        ("JobMatch", "DateTime.Now", "the clock is injected"),
        ("JobMatch", "DateTimeOffset.UtcNow", "the clock is injected"),
        ("JobMatch.Search", "DateTime.UtcNow", "the clock is injected"),
        ("JobMatch.Web", "DateTime.UtcNow", "the clock is injected"),
        ("JobMatch.Web", "DateTime.Now", "the clock is injected"),
        ("JobMatch.Jobs", "DateTime.UtcNow", "the clock is injected"),
    ];

    [Fact]
    public void Projects_use_only_what_lies_below_them() => Crossings(SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void Inner_projects_do_not_know_the_outer_world() => Leaks(SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void The_database_context_depends_on_no_module() =>
        SourceTree.Files.Where(f => f.Path == "JobMatch/Data/JobMatchDbContext.cs").SelectMany(SourceTree.NamespacesUsedBy).Where(n => n is not "JobMatch.Data").ShouldBeEmpty();

    [Fact]
    public void A_planted_crossing_is_found() =>
        Crossings([new SourceFile("JobMatch.Matching/Planted.cs", "using JobMatch.Data;\nnamespace JobMatch.Matching;\n")]).ShouldBe(["JobMatch.Matching/Planted.cs uses JobMatch"]);

    [Fact]
    public void A_planted_leak_is_found() =>
        Leaks([new SourceFile("JobMatch/Postings/Planted.cs", "using Microsoft.AspNetCore.Http;\nclass P { object Now => DateTime.UtcNow; }")])
            .ShouldBe(["JobMatch/Postings/Planted.cs: the business knows no HTTP", "JobMatch/Postings/Planted.cs: the clock is injected"]);

    private static List<string> Crossings(IEnumerable<SourceFile> files) =>
    [
        .. (from file in files
            where Allowed.ContainsKey(file.Project)
            from used in SourceTree.NamespacesUsedBy(file)
            let project = ProjectOf(used)
            where project != file.Project && !Allowed[file.Project].Contains(project)
            select $"{file.Path} uses {project}").Distinct(),
    ];

    private static List<string> Leaks(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from rule in Forbidden
           where file.Project == rule.Project && file.Text.Contains(rule.Word, StringComparison.Ordinal) && !IsComment(file.Text, rule.Word)
           select $"{file.Path}: {rule.Why}",
    ];

    private static bool IsComment(string text, string word) =>
        text.Split('\n').Where(line => line.Contains(word, StringComparison.Ordinal)).All(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>JobMatch.Postings lies in the project JobMatch; JobMatch.Search.Embedded in JobMatch.Search.</summary>
    private static string ProjectOf(string used) => Allowed.Keys.Where(p => used == p || used.StartsWith(p + ".", StringComparison.Ordinal)).OrderByDescending(p => p.Length).FirstOrDefault() ?? "JobMatch";
}
