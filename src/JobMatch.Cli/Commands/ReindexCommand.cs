using System.CommandLine;
using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch reindex [--force]</c>: a new search index beside each live one, then the swap; a running web process notices.</summary>
internal static class ReindexCommand
{
    public static Command Create(CommandContext context)
    {
        var force = new Option<bool>("--force") { Description = "Swap even when the new index has less than 80 % of the live one's rows." };
        var command = new Command("reindex", "Rebuild the search indexes beside the live ones and swap them in.") { force };
        context.Run(command, async (services, parsed, cancel) =>
        {
            foreach (var index in services.GetServices<IIndexWriter>())
            {
                var outcome = await RowProgress.ShowAsync<Outcome<IndexStatus>>(context, $"Building the {index.Name}", progress => index.RebuildAsync(parsed.GetValue(force), progress, cancel));
                if (outcome.Value is not { } status) return await context.FailAsync($"The live {index.Name} stays: {Sentences.Of(outcome.Refusals[0])}.");
                await IndexCommand.WriteAsync(context, status);
            }

            return ExitCode.Done;
        }, mustExist: true);
        return command;
    }
}
