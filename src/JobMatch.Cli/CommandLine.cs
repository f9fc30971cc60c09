using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using JobMatch.Cli.Commands;

namespace JobMatch.Cli;

/// <summary>
/// The command line: <c>jobmatch [--data DIR] COMMAND</c>. Exit codes: 0 all went well, 1 some rows were refused, 2 nothing was done.
/// An error is one sentence, never a stack trace.
/// </summary>
internal static partial class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        var data = new Option<DirectoryInfo?>("--data")
        {
            Description = "Folder of the database, the keys and the index (default: ./data). May stand before or after the command.",
            Recursive = true,
            HelpName = "DIR",
        };
        var root = new Command("jobmatch", "JobMatch: the employment service of a resettlement county, from the command line.") { data, new HelpOption(), new VersionOption() };
        foreach (var command in AllCommands.Of(new CommandContext(data, output, error))) root.Subcommands.Add(command);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // A mistyped command also lacks the command that it should have been: one sentence is enough.
            var problems = parsed.UnmatchedTokens.Count > 0 ? [$"There is no command or option '{parsed.UnmatchedTokens[0]}' here."] : parsed.Errors.Select(problem => ExpectedType().Replace(problem.Message, ": a number is wanted.")).Distinct();
            foreach (var problem in problems) await error.WriteLineAsync(problem);
            await error.WriteLineAsync("Try --help.");
            return ExitCode.NothingDone;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancel);
    }

    // Every option that has a type of its own is a number; the reader is no programmer.
    [GeneratedRegex(" as expected type '[^']*'\\.?")]
    private static partial Regex ExpectedType();
}

internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeRefused = 1;
    public const int NothingDone = 2;
}
