using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search;

/// <summary>
/// The database as every index sees it: documents by id, ids in order, what a change touches, and the change events themselves. Runs under
/// the system's scope; searches apply the asker's.
/// </summary>
public sealed class DocumentReader(IServiceProvider services, TimeProvider clock)
{
    public const int BatchSize = 500;

    /// <summary>What touches documents of postings; see <see cref="TouchedAsync"/>.</summary>
    public static IReadOnlyList<ChangeKind> ChangesPostings { get; } = [ChangeKind.Posting, ChangeKind.Employer, ChangeKind.Settlement];

    /// <summary>What touches documents of workers.</summary>
    public static IReadOnlyList<ChangeKind> ChangesWorkers { get; } = [ChangeKind.Worker, ChangeKind.Household];

    public Task<List<PostingDocument>> PostingsAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        ids.Count == 0 ? Task.FromResult<List<PostingDocument>>([]) : OnDbAsync(db => PostingReader.ReadAsync(db, ids, cancel));

    public Task<List<WorkerDocument>> WorkersAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        ids.Count == 0 ? Task.FromResult<List<WorkerDocument>>([]) : OnDbAsync(db => WorkerReader.ReadAsync(db, ids, clock, cancel));

    /// <summary>The next ids of public postings after one, at most a batch.</summary>
    public Task<List<long>> PostingIdsAfterAsync(long id, CancellationToken cancel) =>
        OnDbAsync(db => PostingReader.Public(db).Where(p => p.Id > id).OrderBy(p => p.Id).Select(p => p.Id).Take(BatchSize).ToListAsync(cancel));

    public Task<List<long>> WorkerIdsAfterAsync(long id, CancellationToken cancel) =>
        OnDbAsync(db => WorkerReader.Living(db).Where(w => w.Id > id).OrderBy(w => w.Id).Select(w => w.Id).Take(BatchSize).ToListAsync(cancel));

    public Task<long> CountPostingsAsync(CancellationToken cancel) => OnDbAsync(db => PostingReader.Public(db).LongCountAsync(cancel));

    public Task<long> CountWorkersAsync(CancellationToken cancel) => OnDbAsync(db => WorkerReader.Living(db).LongCountAsync(cancel));

    public Task<long> NewestSeqAsync(CancellationToken cancel) =>
        OnDbAsync(async db => await db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0);

    /// <summary>The Seq of what an index that has read up to another has still to read of these kinds, in order, so many at most.</summary>
    public Task<List<long>> WaitingAsync(long after, IReadOnlyList<ChangeKind> kinds, int most, CancellationToken cancel) =>
        OnDbAsync(db => db.Set<ChangeEvent>().Where(e => e.Seq > after && kinds.Contains(e.Kind)).OrderBy(e => e.Seq).Select(e => e.Seq).Take(most).ToListAsync(cancel));

    /// <summary>Changes after a Seq up to and including another, in order, at most a batch, and the Seq of the last one.</summary>
    public Task<(List<Change> Changes, long UpTo)> ChangesAsync(long after, long upTo, CancellationToken cancel) => OnDbAsync(async db =>
    {
        var events = await db.Set<ChangeEvent>().AsNoTracking().Where(e => e.Seq > after && e.Seq <= upTo).OrderBy(e => e.Seq).Take(BatchSize).ToListAsync(cancel);
        return (events.Select(e => new Change(e.Kind, e.EntityId)).Distinct().ToList(), events.Count == 0 ? after : events[^1].Seq);
    });

    /// <summary>
    /// The postings and workers whose documents the changes touch; an employer touches its postings, a settlement those in it, a household its
    /// workers (one person's job changes everybody's need).
    /// </summary>
    public async Task<(SortedSet<long> Postings, SortedSet<long> Workers)> TouchedAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var postings = new SortedSet<long>(Ids(changes, ChangeKind.Posting));
        var employers = Ids(changes, ChangeKind.Employer).ToList();
        var settlements = Ids(changes, ChangeKind.Settlement).ToList();
        if (employers.Count + settlements.Count > 0)
            postings.UnionWith(await OnDbAsync(async db =>
            {
                var counties = await db.Set<Settlement>().Where(s => settlements.Contains(s.Id)).Select(s => s.CountyCode).Distinct().ToListAsync(cancel);
                return await db.Set<Posting>().AsNoTracking()
                    .Where(p => employers.Contains(p.EmployerId)
                        || p.Quotas.Any(q => settlements.Contains(q.SettlementId ?? 0))
                        || (counties.Contains(p.CountyCode) && p.Quotas.Any(q => q.Place == QuotaPlace.EveryVillage || q.Place == QuotaPlace.County)))
                    .Select(p => p.Id).ToListAsync(cancel);
            }));
        var workers = new SortedSet<long>(Ids(changes, ChangeKind.Worker));
        foreach (var households in Ids(changes, ChangeKind.Household).Distinct().Chunk(BatchSize))
            workers.UnionWith(await OnDbAsync(db => db.Set<Worker>().Where(w => households.Contains(w.HouseholdId)).Select(w => w.Id).ToListAsync(cancel)));
        return (postings, workers);
    }

    private static IEnumerable<long> Ids(IReadOnlyList<Change> changes, ChangeKind kind) => changes.Where(c => c.Kind == kind).Select(c => c.Id);

    private async Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> read)
    {
        await using var scope = services.CreateSystemScope();
        return await read(scope.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }
}
