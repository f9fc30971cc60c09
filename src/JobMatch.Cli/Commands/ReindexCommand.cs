using System.CommandLine;
using JobMatch.Data;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch reindex [--force] [--engine E]</c>: a new search index beside each live one, then the swap; a running web process notices. One that is refused does not keep the others from being built.</summary>
internal static class ReindexCommand
{
    public static Command Create(CommandContext context)
    {
        var force = new Option<bool>("--force") { Description = "Swap even when the new index has less than 80 % of the live one's rows." };
        var engine = ChosenIndexes.Engine();
        var command = new Command("reindex", "Rebuild the search indexes (postings and workers together) beside the live ones and swap them in; exit code 1 when some were, 2 when none was.") { force, engine };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var (rebuilt, refused) = (0, 0);
            if (await ChosenIndexes.FindAsync(context, services, parsed.GetValue(engine)) is not { } chosen) return ExitCode.NothingDone;
            foreach (var index in chosen)
            {
                var outcome = await RowProgress.ShowAsync<Outcome<IndexStatus>>(context, $"Building the {index.Name}", progress => index.RebuildAsync(parsed.GetValue(force), progress, cancel));
                if (outcome.Value is { } status)
                {
                    rebuilt++;
                    await context.Output.WriteLineAsync($"The {index.Name} is rebuilt and swapped in.");
                    await IndexCommand.WriteAsync(context, status);
                }
                else
                {
                    refused++;
                    await context.FailAsync($"The live {index.Name} stays as it was: {Sentences.Of(outcome.Refusals[0])}.");
                }
            }

            return refused == 0 ? ExitCode.Done : rebuilt > 0 ? ExitCode.SomeRefused : ExitCode.NothingDone;
        }, mustExist: true);
        return command;
    }
}
