using System.CommandLine;
using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch reindex [--force]</c>: a new search index beside the live one, then the swap; a running web process notices.</summary>
internal static class ReindexCommand
{
    public static Command Create(CommandContext context)
    {
        var force = new Option<bool>("--force") { Description = "Swap even when the new index has less than 80 % of the live one's rows." };
        var command = new Command("reindex", "Rebuild the search index beside the live one and swap it in.") { force };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var writer = services.GetRequiredService<IIndexWriter>();
            var outcome = await RowProgress.ShowAsync(
                context, "Indexing", progress => writer.RebuildAsync(parsed.GetValue(force), new DoneOnly(progress), cancel));
            if (outcome.Value is not { } status) return await context.FailAsync("The live index stays: " + Sentences.Of(outcome.Refusals[0]) + ".");
            await IndexCommand.WriteAsync(context, status);
            return ExitCode.Done;
        }, mustExist: true);
        return command;
    }

    private sealed class DoneOnly(IProgress<int> rows) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => rows.Report((int)Math.Min(value.Done, int.MaxValue));
    }
}
