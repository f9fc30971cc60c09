using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobMatch.JobRuns;

public enum RunResult
{
    Done = 1,
    Failed = 2,

    /// <summary>Done before, or another node has the lease.</summary>
    NotMine = 3,
}

/// <summary>
/// Runs one job for one period, once over all nodes: the row of (job, period) is leased, the lease is renewed while the work goes on, and
/// a lease that ran out (a node that died) is taken over.
/// </summary>
public sealed partial class RunJob(IServiceProvider services, TimeProvider clock, ILogger<RunJob> log)
{
    /// <summary>How long a node may be silent before another one takes its work over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>This process, as the lease names it.</summary>
    public static string ThisNode { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    public async Task<RunResult> RunAsync(Job job, JobPeriod period, CancellationToken cancel, string? node = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        var attempt = await TakeLeaseAsync(job, period, node ?? ThisNode, cancel);
        if (attempt is null) return RunResult.NotMine;

        using var over = new CancellationTokenSource();
        var renewing = RenewAsync(job, period, attempt.Value, over.Token);
        try
        {
            await using var scope = services.CreateSystemScope();
            var summary = await job.Work(scope.ServiceProvider, period, cancel);
            await EndAsync(job, period, attempt.Value, run => run.Finish(clock.UtcNow(), summary));
            Log.Done(log, job.Name, period.Text, summary);
            return RunResult.Done;
        }
        // The one place where any fault of any job ends: it is stored, logged and tried again.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await EndAsync(job, period, attempt.Value, run => run.Fail(clock.UtcNow(), $"{fault.GetType().Name}: {fault.Message}"));
            if (cancel.IsCancellationRequested) throw;
            Log.Failed(log, fault, job.Name, period.Text);
            return RunResult.Failed;
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    /// <summary>The number of this attempt, or null when the period is done or another node has it.</summary>
    private async Task<int?> TakeLeaseAsync(Job job, JobPeriod period, string node, CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        try
        {
            var run = await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Job == job.Name && r.Period == period.Text, cancel);
            if (run is null) db.Add(run = new JobRun { Job = job.Name, Period = period.Text });
            else if (!run.MayStart(clock.UtcNow())) return null;
            run.Start(node, clock.UtcNow(), Lease);
            await db.SaveChangesAsync(cancel);
            return run.Attempt;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another node read the same row and was first
        }
        catch (DbUpdateException race) when (race.IsUniqueViolation())
        {
            return null; // another node made the row
        }
    }

    private async Task RenewAsync(Job job, JobPeriod period, int attempt, CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(Lease / 4, clock);
            while (await timer.WaitForNextTickAsync(over))
            {
                await using var scope = services.CreateSystemScope();
                var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
                var until = clock.UtcNow() + Lease;
                await db.Set<JobRun>().Where(r => r.Job == job.Name && r.Period == period.Text && r.Attempt == attempt && r.State == JobRunState.Running)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, until), over);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is over.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.NotRenewed(log, fault, job.Name, period.Text);
        }
    }

    /// <summary>Writes the end even while the process shuts down; leaves the row alone when another node has taken the lease over.</summary>
    private async Task EndAsync(Job job, JobPeriod period, int attempt, Action<JobRun> end)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var run = await db.Set<JobRun>().SingleAsync(r => r.Job == job.Name && r.Period == period.Text);
        if (run.Attempt != attempt || run.State != JobRunState.Running) return;
        end(run);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.TakenOver(log, job.Name, period.Text);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} done for {Period}: {Summary}")]
        public static partial void Done(ILogger logger, string job, string period, string summary);

        [LoggerMessage(2, LogLevel.Error, "Job {Job} failed for {Period}")]
        public static partial void Failed(ILogger logger, Exception fault, string job, string period);

        [LoggerMessage(3, LogLevel.Warning, "Lease of job {Job} for {Period} not renewed")]
        public static partial void NotRenewed(ILogger logger, Exception fault, string job, string period);

        [LoggerMessage(4, LogLevel.Warning, "Job {Job} for {Period} was taken over by another node")]
        public static partial void TakenOver(ILogger logger, string job, string period);
    }
}
