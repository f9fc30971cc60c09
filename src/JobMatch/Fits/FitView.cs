using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>Rankings with their reasons, for the scope of the request: rights are checked in the database again before a row is shown.</summary>
public sealed class FitView(JobMatchDbContext db, FitPool pool, IFitCandidates candidates, ReferralExclusions exclusions, CurrentScope scope, TimeProvider clock, WorkerProfileReader profiles)
{
    private const int Window = 60;

    /// <summary>The best postings for a worker whom the scope may see, with reasons for an audience.</summary>
    public Task<PostingRanking?> PostingsForWorkerAsync(long workerId, int k, Audience audience, FitWeights? weights, CancellationToken cancel) =>
        PostingsForWorkerAsync(workerId, k, audience, weights, needFirst: false, cancel);

    /// <summary>The same; <paramref name="needFirst"/>: the reasons also tell the need that puts her in front of others.</summary>
    public async Task<PostingRanking?> PostingsForWorkerAsync(long workerId, int k, Audience audience, FitWeights? weights, bool needFirst, CancellationToken cancel)
    {
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == workerId, cancel)) return null;
        var today = clock.Today();
        var query = new RankQuery { On = today, K = k, Weights = weights, NeedFirst = needFirst, Excluded = await exclusions.OfWorkerAsync(workerId, today, cancel) };
        var ranking = pool.BestPostings(workerId, query);
        return ranking is null ? new PostingRanking([], 0) : new PostingRanking(await LoadAsync(workerId, [.. ranking.Best.Select(f => f.Id)], query, audience, cancel), ranking.EligibleInScope);
    }

    /// <summary>
    /// What she sees herself: first what is new to her and fits, then the best with variety, because twenty times the same job is one choice: among the
    /// <see cref="Window"/> best every kind of job (by its title) comes once before any comes again. Further down it is the plain order.
    /// </summary>
    /// <param name="workerId">Herself.</param>
    /// <param name="k">How many beside the new ones.</param>
    /// <param name="first">Postings that are new to her; those that do not fit are left out.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<PostingRanking?> PostingsForHerselfAsync(long workerId, int k, IReadOnlyCollection<long> first, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == workerId, cancel)) return null;
        var today = clock.Today();
        var query = new RankQuery { On = today, K = Math.Max(Window, k + first.Count), Excluded = await exclusions.OfWorkerAsync(workerId, today, cancel) };
        var ranking = pool.BestPostings(workerId, query);
        if (ranking is null) return new PostingRanking([], 0);
        var fresh = first.Where(id => !query.Excluded.Contains(id) && pool.Explain(workerId, id, query) is { Eligible: true }).ToHashSet();
        var best = ranking.Best.Select(f => f.Id).Where(id => !fresh.Contains(id)).ToList();
        var window = best.Take(Window).ToList();
        var titles = await db.Set<Posting>().Where(p => window.Contains(p.Id)).Select(p => new { p.Id, p.Title }).ToDictionaryAsync(p => p.Id, p => p.Title, cancel);
        var varied = window.GroupBy(id => titles.GetValueOrDefault(id, "")).SelectMany(same => same.Select((id, turn) => (id, turn)))
            .OrderBy(row => row.turn).ThenBy(row => window.IndexOf(row.id)).Select(row => row.id);
        var rows = await LoadAsync(workerId, [.. fresh, .. varied.Concat(best.Skip(Window)).Take(k)], query, Audience.Resident, cancel);
        return new PostingRanking(rows, ranking.EligibleInScope) { NewIds = fresh };
    }

    private async Task<IReadOnlyList<RankedPosting>> LoadAsync(long workerId, List<long> ids, RankQuery query, Audience audience, CancellationToken cancel)
    {
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Certificates)
            .Where(p => ids.Contains(p.Id) && p.State == PostingState.Published).ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. ids.Where(postings.ContainsKey).Select(id => (Posting: postings[id], Fit: pool.Explain(workerId, id, query)))
                .Where(r => r.Fit is not null)
                .Select(r => new RankedPosting(r.Posting, r.Fit!.For(audience))),
        ];
    }

    /// <summary>The best people for a posting among those whom the scope may see; others are only counted.</summary>
    public async Task<WorkerRanking?> WorkersForPostingAsync(long postingId, int k, Audience audience, FitWeights? weights, bool needFirst, Seekers seekers, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == postingId, cancel);
        if (posting is null) return null;
        var today = clock.Today();
        var query = new RankQuery
        {
            On = today,
            K = k,
            Scope = SettlementsOf(scope.Value),
            Weights = weights,
            NeedFirst = needFirst,
            Seekers = seekers,
            Excluded = await exclusions.OfPostingAsync(postingId, posting.EmployerId, today, cancel),
        };
        var ranking = await candidates.BestWorkersAsync(postingId, query, cancel);
        if (ranking is null) return new WorkerRanking([], 0, 0, IsOpen: false);
        var people = await PeopleAsync([.. ranking.Best.Select(f => f.Id)], cancel);
        var rows = ranking.Best.Where(f => people.ContainsKey(f.Id))
            .Select(f => (Person: people[f.Id], Fit: pool.Explain(f.Id, postingId, query)))
            .Where(r => r.Fit is not null)
            .Select(r => new RankedWorker(r.Person.Person, r.Person.Worker, r.Person.Household, r.Fit!.For(audience)));
        return new WorkerRanking([.. rows], ranking.EligibleInScope, ranking.EligibleOutside, IsOpen: true);
    }

    /// <summary>
    /// What would open for a worker if a fact about her were different; nothing is stored. Null when the scope does not see her.
    /// </summary>
    /// <param name="workerId">Whom it is about.</param>
    /// <param name="change">From her profile as it is to the one supposed.</param>
    /// <param name="page">Which page of what changes, from 1; taken to the nearest there is.</param>
    /// <param name="size">Postings a page.</param>
    /// <param name="weights">Those of the ranking beside it, null for the usual ones.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<SupposedRanking?> WhatIfAsync(long workerId, Func<WorkerProfile, WorkerProfile> change, int page, int size, FitWeights? weights, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == workerId, cancel)) return null;
        if (await profiles.ReadAsync([workerId], 0, cancel) is not [var now, ..]) return null;
        var today = clock.Today();
        var query = new RankQuery { On = today, Weights = weights, Excluded = await exclusions.OfWorkerAsync(workerId, today, cancel) };
        var answer = pool.WhatIf(now, change(now), query);
        IReadOnlyList<(RankedFit Fit, SupposedChange Change, int By)> all =
        [
            .. answer.Opened.Select(fit => (fit, SupposedChange.Opens, 0)), .. answer.Closed.Select(fit => (fit, SupposedChange.Closes, 0)),
            .. answer.Raised.Select(raised => (raised.Then, SupposedChange.Raises, raised.By)), .. answer.Eased.Select(fit => (fit, SupposedChange.Eases, 0)),
        ];
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var at = Math.Clamp(page, 1, pages);
        var shown = all.Skip((at - 1) * size).Take(size).ToList();
        var ids = shown.ConvertAll(row => row.Fit.Id);
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas)
            .Where(p => ids.Contains(p.Id) && p.State == PostingState.Published).AsSplitQuery().ToDictionaryAsync(p => p.Id, cancel);
        return new SupposedRanking(
            answer.EligibleNow, answer.Opened.Count, answer.Closed.Count, answer.Raised.Count, answer.Eased.Count,
            [.. shown.Where(row => postings.ContainsKey(row.Fit.Id)).Select(row => new SupposedPosting(postings[row.Fit.Id], row.Fit.Score, row.Change, row.By))], at, pages);
    }

    /// <summary>How one posting would fit a worker if a fact about her were different, beside how it fits now; nothing is stored. Null when the scope does not see her or the posting is not ranked.</summary>
    public async Task<SupposedFit?> WhatIfAsync(long workerId, long postingId, Func<WorkerProfile, WorkerProfile> change, FitWeights? weights, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == workerId, cancel)) return null;
        if (await profiles.ReadAsync([workerId], 0, cancel) is not [var now, ..]) return null;
        var query = new RankQuery { On = clock.Today(), Weights = weights, Seekers = Seekers.Anyone };
        return pool.Explain(WorkerImage.Of(now), postingId, query) is { } before && pool.Explain(WorkerImage.Of(change(now)), postingId, query) is { } after
            ? new SupposedFit(before.For(Audience.Station), after.For(Audience.Station)) : null;
    }

    /// <summary>Why this one, or why not: any worker in scope and any open posting.</summary>
    public Task<Fit?> ExplainAsync(long workerId, long postingId, Audience audience, FitWeights? weights, bool needFirst, CancellationToken cancel) =>
        ExplainAsync(workerId, postingId, audience, weights, needFirst, Seekers.Anyone, cancel);

    /// <summary>The same for a ranking that takes only some people: that she is none of them is a reason too.</summary>
    public async Task<Fit?> ExplainAsync(long workerId, long postingId, Audience audience, FitWeights? weights, bool needFirst, Seekers seekers, CancellationToken cancel)
    {
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == workerId, cancel)) return null;
        var posting = await db.Set<Posting>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == postingId, cancel);
        if (posting is null) return null;
        var today = clock.Today();
        var excluded = (await exclusions.OfPostingAsync(postingId, posting.EmployerId, today, cancel)).Contains(workerId);
        var query = new RankQuery { On = today, Weights = weights, NeedFirst = needFirst, Seekers = seekers };
        return pool.Explain(workerId, postingId, query, excluded)?.For(audience);
    }

    private static SettlementSet SettlementsOf(Scope of) => of.IsSystem ? SettlementSet.All : SettlementSet.Of(of.SettlementIds.Select(id => (int)id));

    private async Task<Dictionary<long, (Person Person, Worker Worker, Household Household)>> PeopleAsync(List<long> ids, CancellationToken cancel)
    {
        var rows = await db.Set<Worker>().AsNoTracking().Where(w => ids.Contains(w.Id))
            .Join(db.Set<Person>(), w => w.Id, p => p.Id, (w, p) => new { w, p })
            .Join(db.Set<Household>(), r => r.w.HouseholdId, h => h.Id, (r, h) => new { r.w, r.p, h }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.w.Id, r => (r.p, r.w, r.h));
    }
}

public sealed record RankedPosting(Posting Posting, Fit Fit);

/// <summary>What a supposed fact does to a posting.</summary>
public enum SupposedChange
{
    /// <summary>She could go there then.</summary>
    Opens = 1,

    /// <summary>She may go already; it would fit better.</summary>
    Raises = 2,

    /// <summary>She may go already and the points stay; less would be missing.</summary>
    Eases = 3,

    /// <summary>She may go already, and could then no more.</summary>
    Closes = 4,
}

/// <summary>A posting, the score that the supposed person would have (where it closes, that which she has today), and how many points of it are new; 0 where it opens, closes or only eases.</summary>
public sealed record SupposedPosting(Posting Posting, int Score, SupposedChange Change, int By);

/// <summary>How many are open now, how many more would be, would be no longer, would fit better, would miss less; and a page of them in that order.</summary>
public sealed record SupposedRanking(int EligibleNow, int OpenedCount, int ClosedCount, int RaisedCount, int EasedCount, IReadOnlyList<SupposedPosting> Shown, int Page, int Pages)
{
    public int Total => OpenedCount + ClosedCount + RaisedCount + EasedCount;
}

/// <summary>A fit as it is and as it would be.</summary>
public sealed record SupposedFit(Fit Now, Fit Then);

/// <summary>Best first, and how many fit in all.</summary>
public sealed record PostingRanking(IReadOnlyList<RankedPosting> Best, int Eligible)
{
    /// <summary>Those of them that are new to the person and stand first.</summary>
    public IReadOnlySet<long> NewIds { get; init; } = new HashSet<long>();
}

public sealed record RankedWorker(Person Person, Worker Worker, Household Household, Fit Fit);

/// <summary>Best first; eligible inside the scope, and as a bare count outside it. IsOpen false: the posting is not public, so nobody is ranked.</summary>
public sealed record WorkerRanking(IReadOnlyList<RankedWorker> Best, int EligibleInScope, int EligibleOutside, bool IsOpen);
