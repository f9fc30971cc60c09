using JobMatch.Data;
using JobMatch.JobRuns;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace JobMatch.Jobs;

/// <summary>
/// Quartz is only the clock: a tick runs whatever periods of the job are due and not done, in order. A county without settlements, or
/// one that is being loaded, has no periods yet: counting half of it would be a wrong tally.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class Tick(JobSchedule schedule, MissedPeriods missed, JobMatchDbContext db) : IJob
{
    internal const string JobName = "job";
    private const string Load = "seed";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!await db.Set<Settlement>().AnyAsync(cancellationToken)) return;
        if (await db.Set<JobRun>().AnyAsync(r => r.Job == Load && r.State == JobRunState.Running, cancellationToken)) return;
        var name = context.MergedJobDataMap.GetString(JobName) ?? "";
        if (schedule.Find(name) is { } job) await missed.RunAsync(job, schedule.LatestDue(job), cancellationToken);
    }
}
