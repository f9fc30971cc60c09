using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.JobRuns;

/// <summary>An administrator asks for a period once more, or for one that never ran; the next tick of any node runs it.</summary>
public sealed class RunAgain(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(Job job, string period, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (!JobPeriod.TryParse(job.Kind, period, out var parsed)) return new Refusal("Job.PeriodMalformed", "Period");
        if (parsed.Kind == PeriodKind.Day ? parsed.Day > clock.Today() : parsed.Day >= clock.Today()) return new Refusal("Job.PeriodNotOver", "Period");
        var run = await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Job == job.Name && r.Period == parsed.Text, cancel);
        if (run is { State: JobRunState.Running } && !run.MayStart(clock.UtcNow())) return new Refusal("Job.Running");
        if (run is null) db.Add(new JobRun { Job = job.Name, Period = parsed.Text });
        else run.RunAgain();
        return await db.SaveAsync(() => true, cancel);
    }
}
