using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.JobRuns;

/// <summary>
/// One job for one period, leased in the database. Unique by (job, period): it decides whether a period still has to run and who runs it,
/// so that several nodes run each period once and missed periods are made up in order.
/// </summary>
public sealed class JobRun
{
    public long Id { get; private set; }

    public required string Job { get; init; }

    /// <summary>"2026-11-22" for a day, "202611" for a month.</summary>
    public required string Period { get; init; }

    public JobRunState State { get; private set; }

    public int Attempt { get; private set; }

    public string? LeasedBy { get; private set; }

    public DateTime? LeasedUntil { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>What it did, in counts, or why it failed.</summary>
    public string Summary { get; private set; } = "";

    public int Version { get; private set; }

    public bool MayStart(DateTime now) => State is JobRunState.Waiting or JobRunState.Failed || (State == JobRunState.Running && LeasedUntil < now);

    public void Start(string node, DateTime now, TimeSpan lease)
    {
        (State, LeasedBy, LeasedUntil, StartedAt, FinishedAt) = (JobRunState.Running, node, now + lease, now, null);
        Attempt++;
    }

    public void Finish(DateTime now, string summary) => End(JobRunState.Done, now, summary);

    public void Fail(DateTime now, string why) => End(JobRunState.Failed, now, why);

    /// <summary>An administrator asks for the period once more.</summary>
    public void RunAgain() => (State, Attempt) = (JobRunState.Waiting, 0);

    private void End(JobRunState state, DateTime now, string summary) =>
        (State, FinishedAt, LeasedUntil, Summary) = (state, now, null, summary.Length > 390 ? summary[..390] : summary);
}

public enum JobRunState
{
    Waiting = 0,
    Running = 1,
    Done = 2,
    Failed = 3,
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder) => builder.HasIndex(r => new { r.Job, r.Period }).IsUnique();
}
