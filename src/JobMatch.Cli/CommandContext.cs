using System.CommandLine;
using System.Data.Common;
using JobMatch.Data;
using JobMatch.Jobs;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobMatch.Cli;

/// <summary>
/// What every command shares: the options, where it writes, and an opened county. The database is the one that the web uses:
/// <c>JobMatch__Database__Provider</c> and <c>JobMatch__Database__ConnectionString</c> from the environment, SQLite in <c>--data</c>, else in <c>JobMatch__Data</c>, by default.
/// </summary>
internal sealed class CommandContext(Option<DirectoryInfo?> data, TextWriter output, TextWriter error)
{
    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>A bar that moves only helps somebody who looks at it.</summary>
    public bool IsTerminal => ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected;

    /// <summary>
    /// Makes a command's action: opens the database (creating or upgrading it), runs, and turns what goes wrong outside into one sentence. Commands that only look
    /// after a county say <paramref name="mustExist"/>: a mistyped folder must not become an empty county that reports all well. One that shall leave nothing behind
    /// (<paramref name="onTrial"/>) works in a folder of its own, deleted afterwards, where there is no county yet.
    /// <paramref name="wrong"/> says what is wrong with the arguments before anything is opened or made.
    /// </summary>
    public void Run(
        Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action, bool mustExist = false, Func<ParseResult, bool>? onTrial = null, Func<ParseResult, string?>? wrong = null) => command.SetAction(async (parsed, cancel) =>
    {
        DirectoryInfo? trial = null;
        try
        {
            if (wrong?.Invoke(parsed) is { } sentence) return await FailAsync(sentence);
            var options = Options(parsed);
            if (File.Exists(options.Folder)) return await FailAsync($"--data wants a folder; {options.Folder} is a file.");
            var missing = options.Provider == DatabaseProvider.Sqlite && !File.Exists(Path.Combine(options.Folder, "jobmatch.db"));
            if (mustExist && missing) return await FailAsync($"There is no county in {options.Folder}. Give the folder of its database with --data DIR.");
            if (missing && onTrial?.Invoke(parsed) == true) options.Folder = (trial = Directory.CreateTempSubdirectory("jobmatch-trial-")).FullName;
            await using var services = Open(options);
            await using var scope = services.CreateSystemScope();
            await scope.ServiceProvider.GetRequiredService<JobMatchDbContext>().MigrateAsync(services.GetRequiredService<DataOptions>(), cancel);
            return await action(scope.ServiceProvider, parsed, cancel);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Stopped. What was stored before stays; run the command again to go on.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DbException or InvalidDataException or FormatException)
        {
            return await FailAsync(problem.Message);
        }
        finally
        {
            if (trial is not null)
            {
                SqliteConnection.ClearAllPools();
                trial.Delete(recursive: true);
            }
        }
    });

    public async Task<int> FailAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return ExitCode.NothingDone;
    }

    private DataOptions Options(ParseResult parsed)
    {
        var options = new DataOptions();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("JobMatch:Database").Bind(options);
        options.Folder = parsed.GetValue(data)?.FullName ?? Path.GetFullPath(Set("JobMatch__Data") ?? Set("JOBMATCH_DEFAULT_DATA") ?? options.Folder);
        return options;

        static string? Set(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } folder ? folder : null;
    }

    /// <summary>The same settings as the web's, from the environment.</summary>
    /// <exception cref="InvalidDataException">One of them cannot work.</exception>
    private static (SearchOptions Search, ElasticsearchOptions Elasticsearch) SearchOptionsFromEnvironment()
    {
        var section = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("JobMatch:Search");
        var engine = section["Engine"];
        if (engine is not null && !Enum.GetNames<SearchEngine>().Contains(engine, StringComparer.OrdinalIgnoreCase))
            throw new InvalidDataException($"Setting JobMatch:Search:Engine is \"{engine}\"; allowed values: {string.Join(", ", Enum.GetNames<SearchEngine>())}.");
        var search = section.Get<SearchOptions>() ?? new SearchOptions();
        var elasticsearch = section.GetSection("Elasticsearch").Get<ElasticsearchOptions>() ?? new ElasticsearchOptions();
        var faults = search.Engine == SearchEngine.Elasticsearch ? elasticsearch.Faults() : [];
        return faults.Count == 0 ? (search, elasticsearch) : throw new InvalidDataException(string.Join(' ', faults));
    }

    private static ServiceProvider Open(DataOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(TimeProvider.System);
        var (search, elasticsearch) = SearchOptionsFromEnvironment();
        services.AddJobMatch(options).AddSearch(options, search, elasticsearch).AddJobs();
        return services.BuildServiceProvider();
    }
}
