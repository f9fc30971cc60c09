using System.Collections.Concurrent;
using JobMatch.Data;

namespace JobMatch.Web.ForAdministrators.Index;

/// <summary>How far a rebuild is: rows done of all; when it ended, how.</summary>
public sealed record RebuildState(DateTime StartedAt, long Done, long Total, DateTime? FinishedAt, Refusal? Refused, bool Broke)
{
    public bool IsRunning => FinishedAt is null;
}

/// <summary>Rebuilds an index beside the requests: it may take minutes, and the page that asked for it only watches. One at a time for each index.</summary>
public sealed partial class IndexRebuild(IHostApplicationLifetime life, TimeProvider clock, ILogger<IndexRebuild> log)
{
    private readonly ConcurrentDictionary<string, RebuildState> _states = new(StringComparer.Ordinal);

    public RebuildState? StateOf(string index) => _states.GetValueOrDefault(index);

    /// <summary>False when one is running already.</summary>
    public bool Start(IIndexWriter index, bool force)
    {
        ArgumentNullException.ThrowIfNull(index);
        var begun = new RebuildState(clock.UtcNow(), 0, 0, null, null, false);
        while (true)
        {
            if (_states.TryGetValue(index.Name, out var before))
            {
                if (before.IsRunning) return false;
                if (_states.TryUpdate(index.Name, begun, before)) break;
            }
            else if (_states.TryAdd(index.Name, begun))
            {
                break;
            }
        }

        _ = Task.Run(() => RunAsync(index, force, begun));
        return true;
    }

    private async Task RunAsync(IIndexWriter index, bool force, RebuildState begun)
    {
        try
        {
            var done = await index.RebuildAsync(force, new Watch(this, index.Name), life.ApplicationStopping);
            End(index.Name, done.IsDone ? null : done.Refusals[0], broke: false);
        }
        catch (OperationCanceledException)
        {
            End(index.Name, null, broke: true);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.Broke(log, index.Name, exception);
            End(index.Name, null, broke: true);
        }

        void End(string name, Refusal? refused, bool broke) =>
            _states.AddOrUpdate(name, begun, (_, now) => now with { FinishedAt = clock.UtcNow(), Refused = refused, Broke = broke });
    }

    private sealed class Watch(IndexRebuild owner, string index) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            if (owner._states.TryGetValue(index, out var now) && now.IsRunning) owner._states.TryUpdate(index, now with { Done = value.Done, Total = value.Total }, now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Rebuilding {Index} broke off.")]
        public static partial void Broke(ILogger logger, string index, Exception exception);
    }
}
