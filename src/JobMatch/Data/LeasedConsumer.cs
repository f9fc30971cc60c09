using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Data;

/// <summary>A projection whose effects lie in the shared database: one leased cursor for all nodes (<see cref="LeasedCursor"/>), the work done once and repeated after a crash.</summary>
public abstract class LeasedConsumer(string name, IServiceScopeFactory requests, TimeProvider clock) : IChangeConsumer
{
    private readonly LeasedCursor _cursor = new(name, clock);

    public string Name => name;

    protected TimeProvider Clock => clock;

    public async Task<long> StartAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        return await _cursor.ReadAsync(request.ServiceProvider.GetRequiredService<JobMatchDbContext>(), cancel);
    }

    public async Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        await BeforeTurnAsync(changes, upToSeq, cancel);
        await using var request = requests.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        if (!await _cursor.TakeAsync(db, upToSeq, cancel)) return;
        await DoAsync(request.ServiceProvider, changes, upToSeq, cancel);
        await _cursor.AdvanceAsync(db, upToSeq, cancel);
    }

    /// <summary>On every node, before it is known which of them does the work.</summary>
    protected virtual Task BeforeTurnAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The work, on the node whose turn it is; across all scopes, and idempotent.</summary>
    protected abstract Task DoAsync(IServiceProvider services, IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel);

    /// <summary>The things of a kind that changed, each once.</summary>
    protected static List<long> Ids(IReadOnlyList<Change> changes, ChangeKind kind) => [.. changes.Where(c => c.Kind == kind).Select(c => c.Id).Distinct()];
}
