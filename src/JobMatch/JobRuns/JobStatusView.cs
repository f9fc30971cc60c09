using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.JobRuns;

/// <summary>How a job stands: its latest run, the latest that succeeded, how many wait or failed.</summary>
public sealed record JobStatus(string Job, JobRun? Last, JobRun? LastDone, int Waiting, int Failed);

public sealed class JobStatusView(JobMatchDbContext db)
{
    public async Task<IReadOnlyList<JobStatus>> RunAsync(IEnumerable<string> jobs, CancellationToken cancel)
    {
        var statuses = new List<JobStatus>();
        foreach (var job in jobs)
        {
            var runs = db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job);
            statuses.Add(new JobStatus(
                job,
                await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync(r => r.StartedAt != null, cancel),
                await runs.OrderByDescending(r => r.FinishedAt).FirstOrDefaultAsync(r => r.State == JobRunState.Done, cancel),
                await runs.CountAsync(r => r.State == JobRunState.Waiting, cancel),
                await runs.CountAsync(r => r.State == JobRunState.Failed, cancel)));
        }

        return statuses;
    }

    /// <summary>The latest runs of a job, newest period first.</summary>
    public async Task<IReadOnlyList<JobRun>> HistoryAsync(string job, int most, CancellationToken cancel) =>
        await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job).OrderByDescending(r => r.Period).Take(most).ToListAsync(cancel);
}
