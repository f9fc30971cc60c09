using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class SeedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-seed-").FullName;

    [Fact]
    public async Task Seeds_an_empty_folder_once_and_says_how_to_sign_in()
    {
        var (code, output, _) = await RunAsync("seed", "--size", "tiny", "--seed", "4", "--day", "2026-11-15");
        code.ShouldBe(0);
        output.ShouldContain("Loaded county tiny, seed 4, day 2026-11-15");
        output.ShouldContain("station1");

        (code, output, _) = await RunAsync("seed", "--size", "tiny");
        code.ShouldBe(0);
        output.ShouldContain("Already there: county tiny, seed 4, day 2026-11-15. Nothing was written.");
    }

    [Theory]
    [InlineData("--day", "15.11.2026")]
    [InlineData("--size", "huge")]
    public async Task A_wrong_option_is_refused_before_anything_is_made(string option, string value)
    {
        var (code, _, error) = await RunAsync("seed", option, value);
        code.ShouldBe(2);
        error.ShouldContain(value);
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, "--data", _folder], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
