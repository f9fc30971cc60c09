using System.Diagnostics;
using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class IndexCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-index-").FullName;

    [Fact]
    public async Task Into_a_pipe_progress_is_lines_with_what_there_is_in_all()
    {
        (await RunAsync("seed", "--size", "tiny", "--seed", "4", "--day", "2026-11-15")).Code.ShouldBe(0);
        var (code, output) = await RunAsync("reindex");
        code.ShouldBe(0);
        output.ShouldMatch(@"Building the embedded index: (\d+) of \1 rows\r?\n");
        (code, output) = await RunAsync("index", "reconcile");
        code.ShouldBe(0);
        output.ShouldMatch(@"Comparing the embedded index: (\d+) of \1 rows\r?\n");
        output.ShouldMatch(@"failed, still wrong +0\r?\n");
    }

    [Fact]
    public async Task An_index_that_is_refused_does_not_keep_the_others_from_being_built()
    {
        (await RunAsync("seed", "--size", "tiny", "--seed", "4", "--day", "2026-11-15")).Code.ShouldBe(0);
        foreach (var (command, done) in new[] { ("reindex", "The embedded index is rebuilt and swapped in."), ("index reconcile", "failed, still wrong") })
        {
            var (code, output, error) = await WithoutServerAsync(command.Split(' '));
            output.ShouldContain(done);
            error.ShouldContain("is on a search server that cannot be used now: Elasticsearch does not answer");
            code.ShouldBe(1, command);
        }
    }

    [Fact]
    public async Task One_index_alone_is_built_and_compared()
    {
        (await RunAsync("seed", "--size", "tiny", "--seed", "4", "--day", "2026-11-15")).Code.ShouldBe(0);
        (await WithoutServerAsync(["reindex", "--engine", "embedded"])).Code.ShouldBe(0, "the server that is gone is not asked");
        var (code, output, error) = await WithoutServerAsync(["index", "reconcile", "--engine", "embedded", "--index", "postings"]);
        code.ShouldBe(0, error);
        (code, var both) = await RunAsync("index", "reconcile");
        code.ShouldBe(0);
        Rows(output).ShouldBeInRange(1, Rows(both) - 1, "postings alone are fewer rows than postings and workers");
        (await WithoutServerAsync(["index", "reconcile", "--engine", "elasticsearch"])).Code.ShouldBe(2);

        static int Rows(string output) => int.Parse(System.Text.RegularExpressions.Regex.Matches(output, @"(\d+) of \1 rows")[^1].Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task An_engine_that_the_settings_do_not_name_is_told()
    {
        (await RunAsync("seed", "--size", "tiny", "--seed", "4", "--day", "2026-11-15")).Code.ShouldBe(0);
        foreach (var command in new[] { "reindex", "index reconcile" })
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            (await CommandLine.RunAsync([.. command.Split(' '), "--engine", "elasticsearch", "--data", _folder], output, error)).ShouldBe(2, command);
            error.ToString().ShouldContain("there is: embedded");
            (await CommandLine.RunAsync([.. command.Split(' '), "--engine", "solr", "--data", _folder], output, error)).ShouldBe(2, command);
            error.ToString().ShouldContain("elasticsearch");
        }
    }

    /// <summary>In a process with settings of its own: nobody listens on the port.</summary>
    private async Task<(int Code, string Output, string Error)> WithoutServerAsync(string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "JobMatch.Cli.dll"), .. command, "--data", _folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JobMatch__Search__Engine"] = "Elasticsearch";
        start.Environment["JobMatch__Search__Elasticsearch__Addresses"] = "http://127.0.0.1:9";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, "--data", _folder], output, error);
        return (code, output + error.ToString());
    }
}
