namespace JobMatch.Data;

/// <summary>
/// Keeps an index in step with the database. Versions are Seq, so that a late write never wins. Each engine has one; the projection feeds it.
/// </summary>
public interface IIndexWriter : IChangeConsumer
{
    /// <summary>Builds a new index beside the live one and swaps it in; refused when its postings or its workers are under 80 % of the live one's, unless forced.</summary>
    /// <param name="force">Swap even when the new index is much smaller.</param>
    /// <param name="progress">Rows done and rows in all.</param>
    /// <param name="cancel">Leaves the live index as it was.</param>
    Task<Outcome<IndexStatus>> RebuildAsync(bool force, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<IndexStatus> StatusAsync(CancellationToken cancel);

    /// <summary>How far it has read, cheaply; null when nobody can be asked.</summary>
    Task<long?> SeqAsync(CancellationToken cancel);

    /// <summary>Compares every document with the database, repairs what drifted, looks whether that held, and reports it.</summary>
    /// <param name="progress">Rows compared and rows in all.</param>
    /// <param name="cancel">Stops between two batches; what was repaired stays.</param>
    Task<IndexDrift> ReconcileAsync(IProgress<(long Done, long Total)>? progress, CancellationToken cancel) => ReconcileAsync(IndexParts.All, progress, cancel);

    /// <summary>The same of some parts alone.</summary>
    Task<IndexDrift> ReconcileAsync(IndexParts parts, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    /// <summary>One of <see cref="IndexEngines"/>.</summary>
    string Engine { get; }
}

/// <summary>What an index holds.</summary>
[Flags]
public enum IndexParts
{
    None = 0,
    Postings = 1,
    Workers = 2,
    All = Postings | Workers,
}

/// <summary>Engines by the names that status, settings and commands use.</summary>
public static class IndexEngines
{
    public const string Embedded = "embedded";
    public const string Elasticsearch = "elasticsearch";
}

/// <summary>How an index stands: documents, the Seq it has read to, the newest Seq of the database, bytes on disk.</summary>
public sealed record IndexStatus(string Engine, long Postings, long Workers, long Seq, long NewestSeq, long Bytes)
{
    public long Behind => Math.Max(0, NewestSeq - Seq);

    /// <summary>Why the index cannot be used now; null when it can.</summary>
    public IndexProblem? Problem { get; init; }

    /// <summary>It takes writes again after a fault and has not got all of them yet; searches are still answered by another index.</summary>
    public bool IsCatchingUp { get; init; }

    /// <summary>What was wrong before and is over; null when nothing has been since the start.</summary>
    public PastProblem? LastProblem { get; init; }

    /// <summary>False when nobody could be asked: the counts, the Seq and the bytes are 0 then, and mean nothing.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Rows of the database less documents: more than what is behind explains is a fault, which the next count mends. Negative: it has too many.</summary>
    public long Missing { get; init; }

    /// <summary>Rows done and rows in all of a build that has begun by itself; null when none is under way.</summary>
    public (long Done, long Total)? Build { get; init; }

    /// <summary>Documents that the engine refused for good.</summary>
    public long Rejected { get; init; }

    /// <summary>Nodes that serve the index.</summary>
    public int Nodes { get; init; } = 1;
}

/// <summary>What a reconcile found and mended.</summary>
public sealed record IndexDrift(long Missing, long Stale, long Orphaned)
{
    public long Total => Missing + Stale + Orphaned;

    /// <summary>Documents of these that still differ after the repair: the engine would not have them.</summary>
    public long Failed { get; init; }
}

/// <summary>A piece of text and whether it matched the query.</summary>
public readonly record struct HighlightPart(string Text, bool Matched);
