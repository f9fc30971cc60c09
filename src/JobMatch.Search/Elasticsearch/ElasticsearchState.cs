using JobMatch.Data;
using Microsoft.Extensions.Logging;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Whether searches may rely on Elasticsearch. The writer says when it cannot write (then the index grows old), when it can again, and when it has caught
/// up; a search says when it got no answer. After one that got none nobody asks until a probe has got one (<see cref="SearchProbe"/>).
/// </summary>
internal sealed partial class ElasticsearchState(TimeProvider clock, ILogger<ElasticsearchState> log)
{
    private readonly Lock _gate = new();
    private IndexProblem? _waiting;
    private IndexProblem? _silent;
    private IndexProblem? _incomplete;
    private bool _catchingUp;
    private PastProblem? _last;
    private (long Done, long Total)? _build;

    /// <summary>Why writes wait; null when they do not.</summary>
    public IndexProblem? Waiting => Read(() => _waiting);

    /// <summary>Why searches are answered by the embedded index; null when they are not, or when the index is only catching up.</summary>
    public IndexProblem? Problem => Read(() => _catchingUp ? _silent ?? _incomplete : _waiting ?? _silent ?? _incomplete);

    /// <summary>The server takes writes again and has not got all of them yet.</summary>
    public bool IsCatchingUp => Read(() => _catchingUp);

    /// <summary>Rows done and rows in all of the build under way; null when none is.</summary>
    public (long Done, long Total)? Build => Read(() => _build);

    /// <summary>The problem that is over, or that the index is catching up after.</summary>
    public PastProblem? Last => Read(() => _last);

    /// <summary>A search has got no answer, and nobody has since.</summary>
    public bool IsSilent => Read(() => _silent is not null);

    /// <summary>Documents are missing from it, until they are written again.</summary>
    public bool IsIncomplete => Read(() => _incomplete is not null);

    public void LacksDocuments(IndexProblem problem) => Change(() => _incomplete = problem);

    public void LacksNothing() => Change(() => _incomplete = null);

    public void WritesWait(IndexProblem problem) => Change(() => (_waiting, _catchingUp) = (problem, false));

    /// <summary>A write got through; where others wait, the index is catching up.</summary>
    public void WritesGoOn()
    {
        if (Volatile.Read(ref _waiting) is not null) Change(() => _catchingUp = _waiting is not null);
    }

    public void Builds((long Done, long Total)? rows)
    {
        lock (_gate) _build = rows;
    }

    public void WritesAreDone() => Change(() => (_waiting, _catchingUp) = (null, false));

    public void SearchFailed(IndexProblem problem) => Change(() => _silent = problem);

    public void SearchWorked()
    {
        if (Volatile.Read(ref _silent) is not null) Change(() => _silent = null);
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate) return read();
    }

    private void Change(Action change)
    {
        IndexProblem? before, after, told;
        lock (_gate)
        {
            before = _waiting ?? _silent ?? _incomplete;
            change();
            after = _waiting ?? _silent ?? _incomplete;
            told = _catchingUp ? _silent ?? _incomplete : after;
            // When it was seen last: what is over is told in the past, with its time.
            if (told is not null) _last = new PastProblem(told, clock.UtcNow());
        }

        if (before is null && after is not null) Log.Fallback(log, after.Reason);
        if (before is not null && after is null) Log.Recovered(log);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Searches are answered by the embedded index: {Reason}")]
        public static partial void Fallback(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "Searches are answered by Elasticsearch again.")]
        public static partial void Recovered(ILogger logger);
    }
}
