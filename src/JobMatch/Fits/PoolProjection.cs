using System.Collections.Concurrent;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Fits;

/// <summary>
/// Keeps the pool in step with the database: builds it at start, then reads again whatever a change event dirtied. A household dirties all
/// its workers (one person's job changes everybody's need), an employer all its postings, a settlement or a rule everything.
/// </summary>
public sealed class PoolProjection(IServiceScopeFactory requests, FitPool pool) : IChangeConsumer
{
    private const int ClosePercent = 50;
    private readonly ConcurrentDictionary<long, WorkerImage?> _before = new();
    private readonly Lock _gate = new();
    private readonly List<(long Seq, TaskCompletionSource Reached)> _waiting = [];
    private long _position = -1;

    public string Name => "pool";

    /// <summary>The Seq up to which the pool holds everything; −1 before it was built.</summary>
    public long Position => Interlocked.Read(ref _position);

    public async Task<long> StartAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var seq = await RebuildAsync(request.ServiceProvider, cancel);
        Reach(seq);
        return seq;
    }

    public async Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var services = request.ServiceProvider;
        if (changes.Any(c => c.Kind is ChangeKind.Settlement or ChangeKind.Rule))
        {
            await RebuildAsync(services, cancel);
        }
        else
        {
            await TakeWorkersAsync(services, changes, upToSeq, cancel);
            await TakePostingsAsync(services, changes, upToSeq, cancel);
        }

        Reach(upToSeq);
    }

    /// <summary>Completes when the pool holds everything up to a Seq; what is announced from it must not be older.</summary>
    public Task WaitForAsync(long seq, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (Position >= seq) return Task.CompletedTask;
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((seq, waiting));
            return waiting.Task.WaitAsync(cancel);
        }
    }

    /// <summary>
    /// Who a changed worker was before, once: afterwards it is forgotten. False when nobody here saw her change (this node has just started, or rebuilt
    /// everything); true with null when she was not in the pool before.
    /// </summary>
    public bool TakeBefore(long workerId, out WorkerImage? before) => _before.TryRemove(workerId, out before);

    /// <summary>Compares the pool with the database and repairs it; says how many rows each side had.</summary>
    public async Task<(int Workers, int Postings, int Drift)> ReconcileAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var (workers, postings) = (pool.WorkerCount, pool.PostingCount);
        await RebuildAsync(request.ServiceProvider, cancel);
        return (pool.WorkerCount, pool.PostingCount, Math.Abs(pool.WorkerCount - workers) + Math.Abs(pool.PostingCount - postings));
    }

    private async Task<long> RebuildAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var seq = await db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
        var version = Math.Max(seq, Position);
        var workers = await services.GetRequiredService<WorkerProfileReader>().ReadAsync(null, version, cancel);
        pool.UseSkills(SkillTable.FromCounts(workers.Count, CountSkills(workers), Closeness()));
        pool.Upsert(workers);
        var postings = await services.GetRequiredService<PostingProfileReader>().ReadAsync(null, version, cancel);
        foreach (var posting in postings) pool.Upsert(posting);
        await RemoveGoneAsync(db, postings, version, cancel);
        return seq;
    }

    /// <summary>What left the ledger or the board while nobody listened.</summary>
    private async Task RemoveGoneAsync(JobMatchDbContext db, IReadOnlyList<PostingProfile> open, long version, CancellationToken cancel)
    {
        var published = open.Select(p => p.Id).ToHashSet();
        foreach (var id in await db.Set<Postings.Posting>().Where(p => p.State != Postings.PostingState.Draft).Select(p => p.Id).ToListAsync(cancel))
            if (!published.Contains(id)) pool.RemovePosting(id, version);
    }

    private async Task TakeWorkersAsync(IServiceProvider services, IReadOnlyList<Change> changes, long seq, CancellationToken cancel)
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var ids = changes.Where(c => c.Kind == ChangeKind.Worker).Select(c => c.Id).ToHashSet();
        // The first image counts: whoever asks compares now with the moment before all that it has not heard of.
        foreach (var id in ids) _before.TryAdd(id, pool.ImageOf(id));
        var households = changes.Where(c => c.Kind == ChangeKind.Household).Select(c => c.Id).Distinct().ToList();
        foreach (var chunk in households.Chunk(500))
            ids.UnionWith(await db.Set<Worker>().Where(w => chunk.Contains(w.HouseholdId)).Select(w => w.Id).ToListAsync(cancel));
        foreach (var chunk in ids.Chunk(500))
        {
            var profiles = await services.GetRequiredService<WorkerProfileReader>().ReadAsync(chunk, seq, cancel);
            pool.Upsert(profiles);
            foreach (var gone in chunk.Except(profiles.Select(p => p.Id))) pool.RemoveWorker(gone, seq);
        }
    }

    private async Task TakePostingsAsync(IServiceProvider services, IReadOnlyList<Change> changes, long seq, CancellationToken cancel)
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var ids = changes.Where(c => c.Kind == ChangeKind.Posting).Select(c => c.Id).ToHashSet();
        var employers = changes.Where(c => c.Kind == ChangeKind.Employer).Select(c => c.Id).Distinct().ToList();
        foreach (var chunk in employers.Chunk(500))
            ids.UnionWith(await db.Set<Postings.Posting>().Where(p => chunk.Contains(p.EmployerId)).Select(p => p.Id).ToListAsync(cancel));
        foreach (var chunk in ids.Chunk(500))
        {
            var profiles = await services.GetRequiredService<PostingProfileReader>().ReadAsync(chunk, seq, cancel);
            foreach (var profile in profiles) pool.Upsert(profile);
            foreach (var gone in chunk.Except(profiles.Select(p => p.Id))) pool.RemovePosting(gone, seq);
        }
    }

    private static Dictionary<int, long> CountSkills(IReadOnlyList<WorkerProfile> workers) =>
        workers.SelectMany(w => w.Skills.Select(s => s.Skill).Distinct()).GroupBy(s => s).ToDictionary(g => g.Key, g => g.LongCount());

    private static IEnumerable<SkillCloseness> Closeness() => Catalogue.Instance.Skills.Values.SelectMany(s => s.Close.Select(close => new SkillCloseness(s.Id, close, ClosePercent)));

    private void Reach(long seq)
    {
        List<TaskCompletionSource> reached;
        lock (_gate)
        {
            if (seq > _position) Interlocked.Exchange(ref _position, seq);
            reached = [.. _waiting.Where(w => w.Seq <= seq).Select(w => w.Reached)];
            _waiting.RemoveAll(w => w.Seq <= seq);
        }

        foreach (var waiting in reached) waiting.TrySetResult();
    }
}
