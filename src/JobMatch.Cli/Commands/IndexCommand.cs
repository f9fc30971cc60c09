using System.CommandLine;
using System.Globalization;
using JobMatch.Data;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch index status</c> and <c>jobmatch index reconcile</c>, for every index that the settings name.</summary>
internal static class IndexCommand
{
    public static Command Create(CommandContext context) => new("index", "Look after the search indexes.") { Status(context), Reconcile(context) };

    public static async Task WriteAsync(CommandContext context, IndexStatus status)
    {
        await context.Output.WriteLineAsync($"{"engine",-22} {status.Engine,12}");
        foreach (var (name, value) in ((string, long)[])
            [("postings", status.Postings), ("workers", status.Workers), ("read up to change", status.Seq), ("changes behind", status.Behind), ("bytes", status.Bytes)])
            await (status.IsKnown ? LineAsync(context, name, value) : context.Output.WriteLineAsync($"{name,-22} {"unknown",12}"));
        await LineAsync(context, "refused documents", status.Rejected);
        if (status.Problem is not null) await context.Output.WriteLineAsync($"{"cannot be used now",-22} {status.Problem.Reason.ReplaceLineEndings(" ")}");
    }

    private static Command Status(CommandContext context)
    {
        var engine = ChosenIndexes.Engine();
        var command = new Command("status", "What is in each index, how far it has read, and its size; exit code 1 when one cannot be asked or used.") { engine };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var allKnown = true;
            if (await ChosenIndexes.FindAsync(context, services, parsed.GetValue(engine)) is not { } chosen) return ExitCode.NothingDone;
            foreach (var index in chosen)
            {
                var status = await index.StatusAsync(cancel);
                await WriteAsync(context, status);
                allKnown &= status.IsKnown && status.Problem is null;
            }

            return allKnown ? ExitCode.Done : ExitCode.SomeRefused;
        }, mustExist: true);
        return command;
    }

    private static Command Reconcile(CommandContext context)
    {
        var (engine, part) = (ChosenIndexes.Engine(), ChosenIndexes.Part());
        var command = new Command("reconcile", "Compare each index with the database, repair what differs and report it; exit code 1 when something stays wrong in one, 2 when none could be asked.") { engine, part };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var (compared, failed) = (0, 0L);
            if (await ChosenIndexes.FindAsync(context, services, parsed.GetValue(engine)) is not { } chosen) return ExitCode.NothingDone;
            foreach (var index in chosen)
            {
                IndexDrift drift;
                try
                {
                    await index.StartAsync(cancel);
                    drift = await RowProgress.ShowAsync<IndexDrift>(context, $"Comparing the {index.Name}", progress => index.ReconcileAsync(ChosenIndexes.PartsOf(parsed.GetValue(part)), progress, cancel));
                }
                catch (ElasticsearchUnavailableException problem)
                {
                    failed++;
                    await context.FailAsync($"The {index.Name} is on a search server that cannot be used now: {problem.Message}");
                    continue;
                }

                compared++;
                await context.Output.WriteLineAsync(index.Name);
                await LineAsync(context, "missing, added", drift.Missing);
                await LineAsync(context, "stale, written again", drift.Stale);
                await LineAsync(context, "orphaned, removed", drift.Orphaned);
                await LineAsync(context, "failed, still wrong", drift.Failed);
                failed += drift.Failed;
            }

            return failed == 0 ? ExitCode.Done : compared > 0 ? ExitCode.SomeRefused : ExitCode.NothingDone;
        }, mustExist: true);
        return command;
    }

    private static Task LineAsync(CommandContext context, string name, long value) =>
        context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {value,12:N0}"));
}
