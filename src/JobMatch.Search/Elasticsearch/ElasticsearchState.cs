using Microsoft.Extensions.Logging;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Whether searches may rely on Elasticsearch. The writer says when it cannot write (then the index grows old) and when it has caught up;
/// a search says when it got no answer.
/// </summary>
internal sealed partial class ElasticsearchState(ILogger<ElasticsearchState> log)
{
    /// <summary>Milliseconds for which nobody asks again after a search got no answer.</summary>
    private const long Rest = 1_000;
    private readonly Lock _gate = new();
    private string? _waiting;
    private string? _silent;
    private long _silentAt;

    /// <summary>Why writes wait; null when they do not.</summary>
    public string? Waiting
    {
        get
        {
            lock (_gate) return _waiting;
        }
    }

    /// <summary>Why searches are answered by the embedded index; null when they are not.</summary>
    public string? Problem
    {
        get
        {
            lock (_gate) return _waiting ?? _silent;
        }
    }

    /// <summary>A search has just got no answer: the other questions of the same page need not wait for theirs one after another.</summary>
    public bool HasJustFailed
    {
        get
        {
            lock (_gate) return _silent is not null && Environment.TickCount64 - _silentAt < Rest;
        }
    }

    public void WritesWait(string reason) => Change(() => _waiting = reason);

    public void WritesAreDone() => Change(() => _waiting = null);

    public void SearchFailed(string reason) => Change(() => (_silent, _silentAt) = (reason, Environment.TickCount64));

    public void SearchWorked()
    {
        if (Volatile.Read(ref _silent) is not null) Change(() => _silent = null);
    }

    private void Change(Action change)
    {
        string? before, after;
        lock (_gate)
        {
            before = _waiting ?? _silent;
            change();
            after = _waiting ?? _silent;
        }

        if (before is null && after is not null) Log.Fallback(log, after);
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
