using JobMatch.Matching.Gates;
using JobMatch.Matching.Pool;

namespace JobMatch.Matching;

/// <summary>
/// Every worker and every open posting in memory, and exact answers from them: no candidate is cut off beforehand. Derived from the database by its change events and built
/// again at any time; a profile read at an older change never replaces a newer one, in whatever order they come. Thread-safe: readers never block and never see a
/// half-written profile; writers never stop readers. A scan may or may not see an update that happens while it runs.
/// </summary>
public sealed class FitPool
{
    private readonly FitOptions options;
    private readonly WorkerStore workers = new();
    private readonly PostingStore postings;
    private volatile SkillTable skills;
    private volatile TextTable texts;

    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public FitPool(FitOptions options, SkillTable? skills = null, TextTable? texts = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = options.Validate();
        if (errors.Count > 0) throw new ArgumentException(string.Join(' ', errors), nameof(options));
        this.options = options;
        this.skills = skills ?? SkillTable.Plain;
        this.texts = texts ?? TextTable.None;
        postings = new(this.skills, this.texts);
    }

    /// <summary>How many the last ranking scored in full: what its bounds left over. For measurements.</summary>
    internal int LastScored { get; private set; }

    /// <summary>Workers in the pool.</summary>
    public int WorkerCount => workers.Count;

    /// <summary>Postings in the pool.</summary>
    public int PostingCount => postings.Count;

    /// <summary>Rarities and closenesses in use, for fits that are scored beside the pool.</summary>
    public SkillTable Skills => skills;

    public TextTable Texts => texts;

    /// <summary>Adds or replaces; false when the pool has it from a newer change.</summary>
    public bool Upsert(WorkerProfile worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return workers.Upsert([worker]) == 1;
    }

    /// <summary>Adds or replaces many, cheaper than one by one; the number taken.</summary>
    public int Upsert(IEnumerable<WorkerProfile> many)
    {
        ArgumentNullException.ThrowIfNull(many);
        return workers.Upsert(many);
    }

    /// <summary>Takes a worker out; false when the pool has something from a newer change.</summary>
    public bool RemoveWorker(long workerId, long version) => workers.Remove(workerId, version);

    /// <summary>Adds or replaces; false when the pool has it from a newer change.</summary>
    public bool Upsert(PostingProfile posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return postings.Upsert(posting);
    }

    /// <summary>Takes a posting out; false when the pool has something from a newer change.</summary>
    public bool RemovePosting(long postingId, long version) => postings.Remove(postingId, version);

    /// <summary>Rarities and closenesses changed: every posting is made ready with them.</summary>
    public void UseSkills(SkillTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        skills = table;
        postings.Use(table, texts);
    }

    /// <summary>Closenesses of texts changed: every posting is made ready with them. The codes of profiles have to be those of the new table.</summary>
    public void UseTexts(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        texts = table;
        postings.Use(skills, table);
    }

    /// <summary>The best people for a posting of the pool; null when it is not there.</summary>
    public Ranking? BestWorkers(long postingId, RankQuery query)
    {
        Check(query);
        return postings.Find(postingId) is { } ask ? BestWorkers(ask, query) : null;
    }

    /// <summary>The best people for a posting that need not be in the pool (a draft).</summary>
    public Ranking BestWorkers(PostingProfile posting, RankQuery query)
    {
        Check(query);
        ArgumentNullException.ThrowIfNull(posting);
        return BestWorkers(PostingAsk.Of(posting, skills, texts), query);
    }

    /// <summary>The best postings for a worker of the pool; null when she is not there. <see cref="RankQuery.Scope"/> is not read.</summary>
    public Ranking? BestPostings(long workerId, RankQuery query)
    {
        Check(query);
        return workers.TryGet(workerId, out var row, out var facts) ? BestPostings(row, facts, query) : null;
    }

    /// <summary>The best postings for a worker who need not be in the pool.</summary>
    public Ranking BestPostings(WorkerProfile worker, RankQuery query)
    {
        Check(query);
        ArgumentNullException.ThrowIfNull(worker);
        var row = WorkerRow.Pack(worker, out var facts);
        return BestPostings(row, facts, query);
    }

    /// <summary>The fit of a pair with its reasons, or why not; null when either is not in the pool. Who may ask is for the caller to check.</summary>
    public Fit? Explain(long workerId, long postingId, RankQuery query, bool excluded = false)
    {
        Check(query);
        if (postings.Find(postingId) is not { } ask || !workers.TryGet(workerId, out var row, out var facts)) return null;
        return FitExplainer.Explain(new WorkerView(in row, facts), ask, RulesOf(query), excluded);
    }

    /// <summary>The same at one place of the posting, with the way to that place; null also when the posting has no such place.</summary>
    public Fit? ExplainAt(long workerId, long postingId, long quotaId, RankQuery query)
    {
        Check(query);
        if (postings.Find(postingId)?.At(quotaId) is not { } ask || !workers.TryGet(workerId, out var row, out var facts)) return null;
        return FitExplainer.Explain(new WorkerView(in row, facts), ask, RulesOf(query), excluded: false);
    }

    /// <summary>
    /// What would change for a person if she were <paramref name="then"/> instead of <paramref name="now"/>: every open posting is asked twice. Neither profile need be in the pool, and
    /// nothing is changed in it. Of what is open already and would score no more the best <see cref="MostEased"/> are looked at for gaps that would close.
    /// </summary>
    public WhatIf WhatIf(WorkerProfile now, WorkerProfile then, RankQuery query)
    {
        Check(query);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        var all = query with { K = Math.Max(1, PostingCount), MinScore = 0 };
        var (today, changed) = (BestPostings(now, all), BestPostings(then, all));
        var open = today.Best.ToDictionary(fit => fit.Id, fit => fit.Score);
        var stays = changed.Best.Select(fit => fit.Id).ToHashSet();
        var rules = RulesOf(query);
        var (row, other) = (WorkerRow.Pack(now, out var facts), WorkerRow.Pack(then, out var otherFacts));
        var eased = new List<RankedFit>();
        foreach (var fit in changed.Best.Where(fit => open.TryGetValue(fit.Id, out var score) && fit.Score <= score).Take(MostEased))
        {
            if (postings.Find(fit.Id) is not { } ask) continue;
            var before = FitExplainer.Explain(new WorkerView(in row, facts), ask, in rules, excluded: false);
            var after = FitExplainer.Explain(new WorkerView(in other, otherFacts), ask, in rules, excluded: false);
            if (after.Gaps.Count < before.Gaps.Count) eased.Add(fit);
        }
        var raised = changed.Best.Where(fit => open.TryGetValue(fit.Id, out var score) && fit.Score > score).Select(fit => new RaisedFit(fit, fit.Score - open[fit.Id])).OrderByDescending(fit => fit.By).ThenByDescending(fit => fit.Then.Score);
        return new(today.EligibleInScope, changed.EligibleInScope, [.. changed.Best.Where(fit => !open.ContainsKey(fit.Id))], [.. today.Best.Where(fit => !stays.Contains(fit.Id))], [.. raised], eased);
    }

    /// <summary>Of so many postings it is told what would no longer be missing.</summary>
    private const int MostEased = 1_000;

    /// <summary>A worker as the pool knows her now; null when she is not there.</summary>
    public WorkerImage? ImageOf(long workerId) => workers.TryGet(workerId, out var row, out var facts) ? new(row, facts) : null;

    /// <summary>The fit of a worker as she was with a posting as it is; null when the posting is not in the pool.</summary>
    public Fit? Explain(WorkerImage worker, long postingId, RankQuery query)
    {
        Check(query);
        ArgumentNullException.ThrowIfNull(worker);
        if (postings.Find(postingId) is not { } ask) return null;
        var row = worker.Row;
        return FitExplainer.Explain(new WorkerView(in row, worker.Facts), ask, RulesOf(query), excluded: false);
    }

    /// <summary>
    /// Which gates keep a worker who need not be in the pool from each of some postings, without scoring them (so without the musts of a ranking): cheap enough for all that are open. Postings that are not in the pool are left out;
    /// <see cref="RankQuery.Excluded"/> holds the postings that are out for her.
    /// </summary>
    public IReadOnlyDictionary<long, IReadOnlyList<FailedGate>> FailedGates(WorkerProfile worker, IEnumerable<long> postingIds, RankQuery query)
    {
        Check(query);
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(postingIds);
        var row = WorkerRow.Pack(worker, out var facts);
        var (rules, failed) = (RulesOf(query), new Dictionary<long, IReadOnlyList<FailedGate>>());
        foreach (var id in postingIds)
            if (postings.Find(id) is { } ask) failed[id] = FitExplainer.FailedGates(new WorkerView(in row, facts), ask, in rules, query.Excluded?.Contains(id) == true);
        return failed;
    }

    private static void Check(RankQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.K, 1, nameof(query.K));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Parallelism, 1, nameof(query.Parallelism));
    }

    private FitRules RulesOf(RankQuery query) => FitRules.Of(new()
    {
        On = query.On,
        Options = options,
        Weights = query.Weights,
        NeedFirst = query.NeedFirst,
        Seekers = query.Seekers,
    });

    private Ranking BestWorkers(PostingAsk posting, RankQuery query)
    {
        var rules = RulesOf(query);
        var quiet = default(Quiet);
        if (!OpenGate.Passes(posting, ref quiet)) return new([], 0, 0);
        var snapshot = workers.Snapshot;
        var plan = new WorkerPlan(posting, in rules);
        using var homes = new HomeReach(plan, snapshot.Homes, query.Scope);
        var excluded = SlotsOf(query.Excluded, snapshot);
        return Scan(snapshot.ChunkCount(), query, (from, to, part) =>
        {
            var scan = new WorkerScan(plan, homes, posting, rules, query, part);
            if (rules.Weights.AnyMust) scan.RunScoringAll(snapshot, from, to);
            else scan.Run(snapshot, from, to, excluded);
        });
    }

    /// <summary>A bit for each slot of the ids; empty when there are none.</summary>
    private static ulong[] SlotsOf(IReadOnlySet<long>? ids, WorkerSnapshot snapshot)
    {
        if (ids is null || ids.Count == 0) return [];
        var slots = new ulong[snapshot.Chunks.Length * WorkerChunk.Size / 64];
        foreach (var id in ids)
            if (snapshot.SlotOf(id, out _) is >= 0 and var slot) slots[slot >> 6] |= 1UL << (slot & 63);
        return slots;
    }

    private Ranking BestPostings(WorkerRow row, uint[] facts, RankQuery query)
    {
        var rules = RulesOf(query);
        var snapshot = postings.Snapshot;
        var excluded = SlotsOf(query.Excluded, snapshot);
        return Scan(snapshot.ChunkCount(), query, (from, to, part) => new PostingScan(in row, facts, rules, query, snapshot).Run(snapshot, from, to, excluded, part));
    }

    private static ulong[] SlotsOf(IReadOnlySet<long>? ids, PostingSnapshot snapshot)
    {
        if (ids is null || ids.Count == 0) return [];
        var slots = new ulong[snapshot.Chunks.Length * PostingChunk.Size / 64];
        foreach (var id in ids)
            if (snapshot.Slots.TryGetValue(id, out var slot) && slot >> 6 < slots.Length) slots[slot >> 6] |= 1UL << (slot & 63);
        return slots;
    }

    private Ranking Scan(int length, RankQuery query, Action<int, int, ScanPart> scan)
    {
        var day = query.On.DayNumber;
        var parts = new ScanPart[Math.Min(query.Parallelism, Math.Max(1, length))];
        for (var i = 0; i < parts.Length; i++) parts[i] = new(query.K, day);
        if (parts.Length == 1)
        {
            scan(0, length, parts[0]);
        }
        else
        {
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = parts.Length }, i =>
                scan((int)((long)length * i / parts.Length), (int)((long)length * (i + 1) / parts.Length), parts[i]));
        }
        var all = parts[0];
        foreach (var part in parts.Skip(1))
        {
            all.Best.OfferAll(part.Best);
            all.InScope += part.InScope;
            all.Outside += part.Outside;
            all.Scored += part.Scored;
        }
        LastScored = all.Scored;
        return new(all.Best.InOrder(), all.InScope, all.Outside);
    }
}
