using System.Collections.Concurrent;
using JobMatch.Data;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Web.ForAdministrators.Index;

/// <summary>What is done to an index from its page.</summary>
public enum IndexTask
{
    /// <summary>Built anew beside the live one.</summary>
    Rebuild,

    /// <summary>Compared with the database and mended.</summary>
    Reconcile,
}

/// <summary>How far a task is: rows done of all; when it ended, how.</summary>
public sealed record IndexWorkState(IndexTask Task, DateTime StartedAt)
{
    public long Done { get; init; }

    public long Total { get; init; }

    public DateTime? FinishedAt { get; init; }

    public Refusal? Refused { get; init; }

    /// <summary>The program stopped or something failed that nobody foresaw; the log has it.</summary>
    public bool Broke { get; init; }

    /// <summary>What a reconcile found.</summary>
    public IndexDrift? Drift { get; init; }

    public bool IsRunning => FinishedAt is null;
}

/// <summary>Rebuilds and compares indexes beside the requests: it may take minutes, or a server may hang, and the page that asked for it only watches. One task at a time for each index; when the program stops they are told to, and it waits for them, so that none writes into an index that is closed.</summary>
public sealed partial class IndexWork(IHostApplicationLifetime life, TimeProvider clock, ILogger<IndexWork> log) : IHostedService
{
    private readonly ConcurrentDictionary<string, IndexWorkState> _states = new(StringComparer.Ordinal);

    /// <summary>The latest of each index, running or not.</summary>
    private readonly ConcurrentDictionary<string, Task> _tasks = new(StringComparer.Ordinal);

    public IndexWorkState? StateOf(string index) => _states.GetValueOrDefault(index);

    /// <summary>False when a task is running already.</summary>
    public bool Rebuild(IIndexWriter index, bool force)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Start(index, IndexTask.Rebuild, async (begun, watch) =>
            await index.RebuildAsync(force, watch, life.ApplicationStopping) is { IsDone: false } refused ? begun with { Refused = refused.Refusals[0] } : begun);
    }

    /// <inheritdoc cref="Rebuild"/>
    public bool Reconcile(IIndexWriter index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Start(index, IndexTask.Reconcile, async (begun, watch) => begun with { Drift = await index.ReconcileAsync(watch, life.ApplicationStopping) });
    }

    private bool Start(IIndexWriter index, IndexTask task, Func<IndexWorkState, IProgress<(long Done, long Total)>, Task<IndexWorkState>> work)
    {
        var begun = new IndexWorkState(task, clock.UtcNow());
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

        _tasks[index.Name] = Task.Run(async () => _states[index.Name] = await EndAsync(index.Name, begun, work) with { FinishedAt = clock.UtcNow() });
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_tasks.Values).WaitAsync(cancellationToken);

    private async Task<IndexWorkState> EndAsync(string index, IndexWorkState begun, Func<IndexWorkState, IProgress<(long Done, long Total)>, Task<IndexWorkState>> work)
    {
        try
        {
            return await work(begun, new Watch(this, index));
        }
        catch (ElasticsearchUnavailableException problem)
        {
            return begun with { Refused = new Refusal("Index.Unreachable", "", problem.Message) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (exception is not OperationCanceledException) Log.Broke(log, index, exception);
            return begun with { Broke = true };
        }
    }

    private sealed class Watch(IndexWork owner, string index) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            if (owner._states.TryGetValue(index, out var now) && now.IsRunning) owner._states.TryUpdate(index, now with { Done = value.Done, Total = value.Total }, now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Work on {Index} broke off.")]
        public static partial void Broke(ILogger logger, string index, Exception exception);
    }
}
