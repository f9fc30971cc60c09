using JobMatch.Data;

namespace JobMatch.Search;

/// <summary>
/// Whether what a search answers is far behind the database: a thousand changes and more of its kind of document, or one that has waited for a
/// minute. Looked at once in two seconds at most, whoever asks.
/// </summary>
public sealed class IndexFreshness(IEnumerable<IIndexWriter> indexes, DocumentReader reader, TimeProvider clock) : IDisposable
{
    private const int ManyChanges = 1_000;
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private readonly List<Watched> _postings = [.. indexes.Select(index => new Watched(index, DocumentReader.ChangesPostings))];
    private readonly List<Watched> _workers = [.. indexes.Select(index => new Watched(index, DocumentReader.ChangesWorkers))];
    private readonly SemaphoreSlim _looking = new(1, 1);

    /// <summary>Whether postings wait. What waits of workers does not concern who looks for work.</summary>
    /// <param name="byFallback">The answer came from the embedded index, though another is configured.</param>
    /// <param name="cancel">Stops looking.</param>
    public Task<bool> ArePostingsFarBehindAsync(bool byFallback, CancellationToken cancel) => IsFarBehindAsync(_postings, byFallback, cancel);

    /// <summary>Whether workers wait.</summary>
    /// <inheritdoc cref="ArePostingsFarBehindAsync"/>
    public Task<bool> AreWorkersFarBehindAsync(bool byFallback, CancellationToken cancel) => IsFarBehindAsync(_workers, byFallback, cancel);

    public void Dispose() => _looking.Dispose();

    private async Task<bool> IsFarBehindAsync(List<Watched> part, bool byFallback, CancellationToken cancel)
    {
        var watched = byFallback ? part[0] : part[^1];
        if (watched.Looked(clock) < LookAgain) return watched.IsFarBehind;
        // Somebody is looking already: what was seen last will do.
        if (!await _looking.WaitAsync(TimeSpan.Zero, cancel)) return watched.IsFarBehind;
        try
        {
            var seq = await watched.Index.SeqAsync(cancel);
            var waiting = seq is { } read ? await reader.WaitingAsync(read, watched.Kinds, ManyChanges, cancel) : [];
            watched.See(seq ?? 0, waiting, clock.GetUtcNow());
            return watched.IsFarBehind;
        }
        finally
        {
            _looking.Release();
        }
    }

    private sealed class Watched(IIndexWriter index, IReadOnlyList<ChangeKind> kinds)
    {
        private DateTimeOffset? _looked;
        private (long Seq, DateTimeOffset Since)? _waiting;

        public IIndexWriter Index => index;

        public IReadOnlyList<ChangeKind> Kinds => kinds;

        public bool IsFarBehind { get; private set; }

        public TimeSpan Looked(TimeProvider clock) => _looked is { } at ? clock.GetUtcNow() - at : TimeSpan.MaxValue;

        /// <summary>A change that was the newest when it was first seen is waited for; once it is read, the newest of that moment is.</summary>
        public void See(long seq, List<long> waiting, DateTimeOffset now)
        {
            _waiting = waiting.Count == 0 ? null : _waiting is { } before && before.Seq > seq ? before : (waiting[^1], now);
            IsFarBehind = waiting.Count >= ManyChanges || (_waiting is { } w && now - w.Since >= LongWait);
            _looked = now;
        }
    }
}
