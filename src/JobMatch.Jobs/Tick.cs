using JobMatch.JobRuns;
using Quartz;

namespace JobMatch.Jobs;

/// <summary>Quartz is only the clock: a tick runs whatever periods of the job are due and not done, in order.</summary>
[DisallowConcurrentExecution]
internal sealed class Tick(JobSchedule schedule, MissedPeriods missed) : IJob
{
    internal const string JobName = "job";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.MergedJobDataMap.GetString(JobName) ?? "";
        if (schedule.Find(name) is { } job) await missed.RunAsync(job, schedule.LatestDue(job), cancellationToken);
    }
}
