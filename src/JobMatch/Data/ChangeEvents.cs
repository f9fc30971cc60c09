namespace JobMatch.Data;

/// <summary>
/// "Entity (kind, id) changed", written in the transaction of the change, without payload: consumers read the entity again.
/// Seq rises in commit order (SQLite has one writer; PostgreSQL takes an advisory lock before Seq is drawn).
/// </summary>
public sealed class ChangeEvent
{
    public long Seq { get; private set; }

    public ChangeKind Kind { get; init; }

    public long EntityId { get; init; }
}

/// <summary>The roots that projections know. A part dirties its root: a certificate its worker, a quota its posting.</summary>
public enum ChangeKind
{
    Worker = 1,
    Household = 2,
    Posting = 3,
    Employer = 4,
    Settlement = 5,
    Referral = 6,
    Case = 7,
    Notification = 8,
    Rule = 9,
    Registration = 10,
}

public readonly record struct Change(ChangeKind Kind, long Id);

/// <summary>An entity whose change dirties roots; asked after the save, when generated ids are known.</summary>
public interface IDirties
{
    IEnumerable<Change> Dirties();
}

/// <summary>How far a projection has read. Notifications share one, leased; pools and embedded indexes keep their own beside themselves.</summary>
public sealed class ProjectionCursor
{
    public required string Name { get; init; }

    public long Seq { get; set; }

    public string? LeasedBy { get; set; }

    public DateTime? LeasedUntil { get; set; }
}

/// <summary>Wakes the projections of this process after a commit. Missing a wake is harmless: they also look by themselves.</summary>
public sealed class ChangeSignal
{
    private volatile TaskCompletionSource _next = New();

    public void Wake() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Take this before reading, so that a commit during the read is not slept through.</summary>
    public Task Next => _next.Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// A projection of the database: the index, the pool, the announcements, the open pages. Called in Seq order, at least once;
/// must be idempotent and forward only.
/// </summary>
public interface IChangeConsumer
{
    string Name { get; }

    /// <summary>Builds or opens itself and returns the Seq it stands at.</summary>
    Task<long> StartAsync(CancellationToken cancel);

    /// <summary>Takes the changes up to and including <paramref name="upToSeq"/>; durable before it returns.</summary>
    Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel);
}
