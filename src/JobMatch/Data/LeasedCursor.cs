using Microsoft.EntityFrameworkCore;

namespace JobMatch.Data;

/// <summary>
/// The cursor of a projection whose effects lie in the shared database (inbox rows): one for all nodes, leased, so that one node works on
/// a stretch of events and another takes over when it dies.
/// </summary>
public sealed class LeasedCursor(string name, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly string _node = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Where the cursor stands; made at 0 when there is none.</summary>
    public Task<long> ReadAsync(JobMatchDbContext db, CancellationToken cancel) => ReadAsync(db, name, cancel);

    /// <summary>Waits for the turn of this node. False when another node has already gone past <paramref name="upToSeq"/>.</summary>
    public async Task<bool> TakeAsync(JobMatchDbContext db, long upToSeq, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.UtcNow();
            // Looked at before it is written: whoever only waits for her turn must not queue for a database file that one writer at a time may have.
            var cursor = await Rows(db).AsNoTracking().SingleOrDefaultAsync(cancel);
            if (cursor?.Seq >= upToSeq) return false;
            if (cursor is null || cursor.LeasedBy is null || cursor.LeasedBy == _node || cursor.LeasedUntil < now)
            {
                var until = now + Lease;
                var mine = await Rows(db)
                    .Where(c => c.Seq < upToSeq && (c.LeasedBy == null || c.LeasedBy == _node || c.LeasedUntil < now))
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedBy, _node).SetProperty(c => c.LeasedUntil, until), cancel);
                if (mine == 1) return true;
            }

            await Task.Delay(LookAgain, cancel);
        }
    }

    /// <summary>The stretch is done: the cursor moves on and the next one is anybody's.</summary>
    public Task AdvanceAsync(JobMatchDbContext db, long upToSeq, CancellationToken cancel) =>
        Rows(db).Where(c => c.Seq < upToSeq && c.LeasedBy == _node).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Seq, upToSeq).SetProperty(c => c.LeasedBy, (string?)null).SetProperty(c => c.LeasedUntil, (DateTime?)null), cancel);

    /// <summary>Keeps a projection quiet while a county is loaded; lapses by itself when the loader dies.</summary>
    public static async Task HoldAsync(JobMatchDbContext db, string name, DateTime until, CancellationToken cancel)
    {
        await ReadAsync(db, name, cancel);
        await db.Set<ProjectionCursor>().Where(c => c.Name == name)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedBy, "loader").SetProperty(c => c.LeasedUntil, until), cancel);
    }

    /// <summary>Passes over everything up to now: what a loaded county holds is no news.</summary>
    public static async Task SkipToNowAsync(JobMatchDbContext db, string name, CancellationToken cancel)
    {
        await ReadAsync(db, name, cancel);
        var newest = await db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
        await db.Set<ProjectionCursor>().Where(c => c.Name == name).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Seq, newest).SetProperty(c => c.LeasedBy, (string?)null).SetProperty(c => c.LeasedUntil, (DateTime?)null), cancel);
    }

    private IQueryable<ProjectionCursor> Rows(JobMatchDbContext db) => db.Set<ProjectionCursor>().Where(c => c.Name == name);

    private static async Task<long> ReadAsync(JobMatchDbContext db, string name, CancellationToken cancel)
    {
        var cursor = await db.Set<ProjectionCursor>().AsNoTracking().SingleOrDefaultAsync(c => c.Name == name, cancel);
        if (cursor is not null) return cursor.Seq;
        // Two that start together both find none: the second one's row is no error, and no stack trace in the log.
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "ProjectionCursor" ("Name", "Seq") VALUES ({name}, 0) ON CONFLICT DO NOTHING""", cancel);
        return 0;
    }
}
