using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.JobRuns;

/// <summary>
/// What still has to run of a job, in order: periods since the newest run (the county's machine was off), that failed,
/// or whose node died. A job that has never run starts with the latest period.
/// </summary>
public sealed class MissedPeriods(IServiceProvider services, RunJob runJob)
{
    /// <summary>A period that failed so often waits for an administrator and no longer holds up the later ones.</summary>
    public const int MostAttempts = 5;

    /// <summary>Longest absence that is made up period by period.</summary>
    private const int MostPeriods = 400;

    /// <summary>The periods up to the latest one due, oldest first.</summary>
    public async Task<IReadOnlyList<JobPeriod>> ListAsync(Job job, JobPeriod latestDue, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var scope = services.CreateSystemScope();
        var runs = await scope.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name).ToListAsync(cancel);
        var known = new Dictionary<JobPeriod, JobRun>();
        foreach (var run in runs)
            if (JobPeriod.TryParse(job.Kind, run.Period, out var period)) known[period] = run;

        // A run by hand for a month long ago must not set off all the months since: what never ran counts from the newest run only.
        var newest = known.Keys.Where(p => p.FirstDay <= latestDue.FirstDay).Select(p => p.FirstDay).DefaultIfEmpty(latestDue.Previous.FirstDay).Max();
        var missed = known.Where(k => k.Key.FirstDay <= latestDue.FirstDay && k.Value.State != JobRunState.Done && k.Value.Attempt < MostAttempts).Select(k => k.Key).ToList();
        for (var period = latestDue; period.FirstDay > newest && missed.Count < MostPeriods; period = period.Previous) missed.Add(period);
        return [.. missed.OrderBy(p => p.FirstDay)];
    }

    /// <summary>Runs them in order and stops at the first that fails or that another node has: a later period builds on an earlier one.</summary>
    public async Task<int> RunAsync(Job job, JobPeriod latestDue, CancellationToken cancel)
    {
        var done = 0;
        foreach (var period in await ListAsync(job, latestDue, cancel))
        {
            if (await runJob.RunAsync(job, period, cancel) != RunResult.Done) break;
            done++;
        }

        return done;
    }
}
