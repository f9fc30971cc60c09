using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

/// <summary>What is mistyped gives one sentence, exit code 2, and no database.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-wrong-").FullName;

    [Theory]
    [InlineData("There is no command or option 'jbos' here.", "jbos")]
    [InlineData("There is no command or option '--fast' here.", "jobs", "list", "--fast")]
    [InlineData("--size wants tiny, demo or county, not 'big'.", "seed", "--size", "big")]
    [InlineData("tomorrow is no day such as 2026-11-30.", "seed", "--day", "tomorrow")]
    public async Task A_wrong_word_is_named(string sentence, params string[] args)
    {
        var (code, error) = await RunAsync([.. args, "--data", _folder]);
        code.ShouldBe(2);
        error.ShouldBe(sentence + Environment.NewLine + "Try --help." + Environment.NewLine);
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jobs", "list")]
    [InlineData("jobs", "run", "expire", "2026-11-22")]
    [InlineData("index", "status")]
    [InlineData("index", "reconcile")]
    [InlineData("reindex")]
    public async Task A_mistyped_folder_does_not_become_an_empty_county(params string[] args)
    {
        var nowhere = Path.Combine(_folder, "nowhere");
        var (code, error) = await RunAsync(["--data", nowhere, .. args]);
        code.ShouldBe(2);
        error.ShouldContain(nowhere);
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_is_no_folder()
    {
        var file = Path.Combine(_folder, "county.txt");
        await File.WriteAllTextAsync(file, "");
        var (code, error) = await RunAsync(["admin", "create", "--user", "guanli", "--data", file]);
        code.ShouldBe(2);
        error.ShouldContain("wants a folder");
    }

    [Fact]
    public async Task A_dry_run_before_the_county_exists_leaves_no_folder()
    {
        var file = Path.Combine(_folder, "postings.csv");
        await File.WriteAllTextAsync(file, "title,company,description\n保安,石桥物业公司,看大门\n");
        var nowhere = Path.Combine(_folder, "nowhere");
        var (code, error) = await RunAsync(["import", "postings", file, "--dry-run", "--data", nowhere]);
        code.ShouldBe(0, error);
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    [Fact]
    public async Task An_invented_county_is_not_mixed_into_imported_postings()
    {
        var file = Path.Combine(_folder, "postings.csv");
        await File.WriteAllTextAsync(file, "title,company,description\n保安,石桥物业公司,看大门\n");
        var (code, error) = await RunAsync(["import", "postings", file, "--data", _folder]);
        code.ShouldBe(0, error);
        (code, error) = await RunAsync(["seed", "--size", "tiny", "--data", _folder]);
        code.ShouldBe(2);
        error.ShouldContain("an empty one only");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync(args, output, error);
        return (code, error.ToString());
    }
}
