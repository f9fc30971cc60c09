using System.Collections.Concurrent;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// How far each build has read: one leased cursor for all nodes, in the database, named after the build. So a wiped or replaced index has
/// no cursor that could lie about it, and one node writes at a time.
/// </summary>
internal sealed class BuildCursors(IServiceProvider services, TimeProvider clock)
{
    private const string Rebuilding = "elasticsearch rebuild";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly string _node = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, LeasedCursor> _cursors = new(StringComparer.Ordinal);

    /// <summary>Null when this database has never built it.</summary>
    public Task<long?> SeqAsync(IndexPair pair, CancellationToken cancel) => OnDbAsync(db =>
        db.Set<ProjectionCursor>().Where(c => c.Name == pair.CursorName).Select(c => (long?)c.Seq).SingleOrDefaultAsync(cancel));

    public Task StartAtAsync(IndexPair pair, long seq, CancellationToken cancel) => OnDbAsync(async db =>
    {
        db.Add(new ProjectionCursor { Name = pair.CursorName, Seq = seq });
        return await db.SaveChangesAsync(cancel);
    });

    /// <summary>Waits for the turn of this node; false when the cursor is there or beyond already.</summary>
    public Task<bool> TakeAsync(IndexPair pair, long upToSeq, CancellationToken cancel) => OnDbAsync(db => Of(pair).TakeAsync(db, upToSeq, cancel));

    public Task AdvanceAsync(IndexPair pair, long upToSeq, CancellationToken cancel) => OnDbAsync(async db =>
    {
        await Of(pair).AdvanceAsync(db, upToSeq, cancel);
        return true;
    });

    /// <summary>What other builds left.</summary>
    public Task ForgetOthersAsync(IndexPair pair, CancellationToken cancel) => OnDbAsync(db =>
        db.Set<ProjectionCursor>().Where(c => c.Name.StartsWith("elasticsearch ") && c.Name != pair.CursorName && c.Name != Rebuilding).ExecuteDeleteAsync(cancel));

    /// <summary>One rebuild at a time over all nodes; lapses when its node dies.</summary>
    public Task<bool> TryStartRebuildAsync(CancellationToken cancel) => OnDbAsync(async db =>
    {
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "ProjectionCursor" ("Name", "Seq") VALUES ({Rebuilding}, 0) ON CONFLICT DO NOTHING""", cancel);
        var now = clock.UtcNow();
        var until = now + Lease;
        return await db.Set<ProjectionCursor>().Where(c => c.Name == Rebuilding && (c.LeasedBy == null || c.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedBy, _node).SetProperty(c => c.LeasedUntil, until), cancel) == 1;
    });

    public Task GoOnRebuildingAsync(CancellationToken cancel) => OnDbAsync(db =>
    {
        var until = clock.UtcNow() + Lease;
        return db.Set<ProjectionCursor>().Where(c => c.Name == Rebuilding && c.LeasedBy == _node).ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedUntil, until), cancel);
    });

    public Task EndRebuildAsync() => OnDbAsync(db => db.Set<ProjectionCursor>().Where(c => c.Name == Rebuilding && c.LeasedBy == _node)
        .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedBy, (string?)null).SetProperty(c => c.LeasedUntil, (DateTime?)null), CancellationToken.None));

    private LeasedCursor Of(IndexPair pair) => _cursors.GetOrAdd(pair.CursorName, name => new LeasedCursor(name, clock));

    private async Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> work)
    {
        await using var scope = services.CreateSystemScope();
        return await work(scope.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }
}
