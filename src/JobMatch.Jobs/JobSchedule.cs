using JobMatch.Data;
using JobMatch.JobRuns;
using Quartz;

namespace JobMatch.Jobs;

/// <summary>The jobs with the times at which their periods fall due.</summary>
public sealed class JobSchedule
{
    private readonly List<(Job Job, CronExpression Cron)> _jobs;
    private readonly TimeProvider _clock;

    /// <exception cref="ArgumentException">An option names no job or is no cron expression; the message lists what is allowed.</exception>
    public JobSchedule(IEnumerable<ScheduledJob> jobs, JobsOptions options, TimeProvider clock)
    {
        var all = jobs.ToList();
        var faults = options.Faults(all);
        if (faults.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        _clock = clock;
        _jobs = all.ConvertAll(j => (j.Job, new CronExpression(options.Cron.GetValueOrDefault(j.Job.Name, j.Cron), ChinaDay.Zone)));
    }

    public IReadOnlyList<Job> Jobs => _jobs.ConvertAll(j => j.Job);

    public Job? Find(string name) => _jobs.Find(j => j.Job.Name == name).Job;

    /// <summary>The next time at which a period falls due; null when the expression has none left.</summary>
    public DateTimeOffset? NextAt(Job job) => Cron(job).GetNextValidTimeAfter(_clock.GetUtcNow());

    /// <summary>
    /// The latest period that is due by now: today's once today's time has come, else yesterday's; last month's once this month's time has
    /// come, else the one before.
    /// </summary>
    public JobPeriod LatestDue(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var today = _clock.Today();
        var due = job.Kind == PeriodKind.Day ? JobPeriod.OfDay(today) : JobPeriod.OfMonth(Month.Of(today).Previous);
        var opens = ChinaDay.StartsAt(job.Kind == PeriodKind.Day ? today : Month.Of(today).FirstDay);
        var time = Cron(job).GetNextValidTimeAfter(new DateTimeOffset(opens, TimeSpan.Zero).AddSeconds(-1));
        return time <= _clock.GetUtcNow() ? due : due.Previous;
    }

    internal CronExpression Cron(Job job) => _jobs.Find(j => j.Job.Name == job.Name).Cron ?? throw new ArgumentException($"No job is named {job.Name}.", nameof(job));
}
