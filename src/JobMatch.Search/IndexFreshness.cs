using JobMatch.Data;

namespace JobMatch.Search;

/// <summary>
/// Whether what a search answers is far behind the database: a thousand changes and more, or a change that has waited for a minute. Looked at once
/// in two seconds at most, whoever asks.
/// </summary>
public sealed class IndexFreshness(IEnumerable<IIndexWriter> indexes, DocumentReader reader, TimeProvider clock) : IDisposable
{
    private const long ManyChanges = 1_000;
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private readonly List<Watched> _indexes = [.. indexes.Select(index => new Watched(index))];
    private readonly SemaphoreSlim _looking = new(1, 1);

    /// <param name="byFallback">The answer came from the embedded index, though another is configured.</param>
    /// <param name="cancel">Stops looking.</param>
    public async Task<bool> IsFarBehindAsync(bool byFallback, CancellationToken cancel)
    {
        var watched = byFallback ? _indexes[0] : _indexes[^1];
        if (watched.Looked(clock) < LookAgain) return watched.IsFarBehind;
        // Somebody is looking already: what was seen last will do.
        if (!await _looking.WaitAsync(TimeSpan.Zero, cancel)) return watched.IsFarBehind;
        try
        {
            var newest = await reader.NewestSeqAsync(cancel);
            watched.See(await watched.Index.SeqAsync(cancel) ?? newest, newest, clock.GetUtcNow());
            return watched.IsFarBehind;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private sealed class Watched(IIndexWriter index)
    {
        private DateTimeOffset? _looked;
        private (long Seq, DateTimeOffset Since)? _waiting;

        public IIndexWriter Index => index;

        public bool IsFarBehind { get; private set; }

        public TimeSpan Looked(TimeProvider clock) => _looked is { } at ? clock.GetUtcNow() - at : TimeSpan.MaxValue;

        /// <summary>A change that was the newest when it was first seen is waited for; once it is read, the newest of that moment is.</summary>
        public void See(long seq, long newest, DateTimeOffset now)
        {
            _waiting = seq >= newest ? null : _waiting is { } waiting && waiting.Seq > seq ? waiting : (newest, now);
            IsFarBehind = newest - seq >= ManyChanges || (_waiting is { } w && now - w.Since >= LongWait);
            _looked = now;
        }
    }
}
