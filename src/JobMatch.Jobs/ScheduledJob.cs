using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.JobRuns;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.SavedSearches;
using JobMatch.Tallies;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Jobs;

/// <summary>A job and when its period falls due: a cron expression (seconds first) in China time, which the options may replace.</summary>
public sealed record ScheduledJob(Job Job, string Cron)
{
    /// <summary>Every job of the product. One more job is one more line.</summary>
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        Daily("date-changes", "0 5 0 * * ?", async (services, period, cancel) =>
        {
            var found = await services.GetRequiredService<AnnounceDateChanges>().RunAsync(period.Day, cancel);
            return $"workers {found.Workers}, households {found.Households}, postings {found.Postings}, rules {found.Rules}";
        }),
        Daily("watch-cases", "0 20 0 * * ?", async (services, period, cancel) =>
        {
            var found = await services.GetRequiredService<WatchCases>().RunAsync(period.Day, cancel);
            return $"opened {found.Opened}, zero-employment closed {found.ZeroEmploymentClosed}, job loss closed {found.JobLossClosed}";
        }),
        Monthly("month-count", "0 30 0 1 * ?", async (services, period, cancel) =>
        {
            var counted = await services.GetRequiredService<CountMonth>().RunAsync(period.Month, cancel);
            if (!counted.IsDone) throw new InvalidOperationException($"Month {period} was refused: {counted.Refusals[0].Code}.");
            return $"version {counted.Value!.CountVersion}, new {counted.Value.IsNew}, workers {counted.Value.Workers}, rows changed {counted.Value.RowsChanged}";
        }),
        Daily("expire", "0 0 1 * * ?", async (services, period, cancel) =>
        {
            // Postings know that their closing day still counts; referrals expire at the end of the day given, which at one in the morning is yesterday.
            var postings = await services.GetRequiredService<ExpirePostings>().RunAsync(period.Day, cancel);
            var referrals = await services.GetRequiredService<ExpireReferrals>().RunAsync(period.Day.AddDays(-1), cancel);
            var rankings = await services.GetRequiredService<KeepRanking>().ForgetUnusedAsync(period.Day, cancel);
            return $"postings past closing {postings.PastClosingDate}, unconfirmed {postings.Unconfirmed}, full {postings.Full}, asked {postings.AskedIds.Count}; "
                + $"referrals unanswered {referrals.NoAnswer}, posting closed {referrals.PostingClosed}; rankings forgotten {rankings}";
        }),
        Daily("saved-searches", "0 0 7 * * ?", async (services, _, cancel) =>
        {
            var run = await services.GetRequiredService<TellSavedSearches>().RunAsync(cancel);
            return $"searches {run.Searches}, told {run.Told}, items {run.Items}";
        }),
        Daily("reconcile-index", "0 30 2 * * ?", async (services, _, cancel) =>
        {
            var found = new List<string>();
            IOException? unreachable = null;
            foreach (var index in services.GetServices<IIndexWriter>())
                try
                {
                    var drift = await index.ReconcileAsync(progress: null, cancel);
                    found.Add($"{index.Name}: missing {drift.Missing}, stale {drift.Stale}, orphaned {drift.Orphaned}");
                }
                catch (IOException problem)
                {
                    // A server that is away must not keep the others from being compared; the run fails and comes again.
                    unreachable = problem;
                }

            // Each process has a pool of its own; one that only runs commands has not built it.
            if (services.GetService<PoolProjection>() is { Position: >= 0 } pool)
            {
                var (workers, postings, drift) = await pool.ReconcileAsync(cancel);
                found.Add($"pool workers {workers}, pool postings {postings}, pool drift {drift}");
            }

            if (unreachable is not null) throw new InvalidOperationException($"{string.Join("; ", found)}; not compared: {unreachable.Message}", unreachable);
            return found.Count == 0 ? throw new InvalidOperationException("This process has no index to reconcile.") : string.Join("; ", found);
        }),
    ];

    private static ScheduledJob Daily(string name, string cron, Func<IServiceProvider, JobPeriod, CancellationToken, Task<string>> work) =>
        new(new Job(name, PeriodKind.Day, work), cron);

    private static ScheduledJob Monthly(string name, string cron, Func<IServiceProvider, JobPeriod, CancellationToken, Task<string>> work) =>
        new(new Job(name, PeriodKind.Month, work), cron);
}
