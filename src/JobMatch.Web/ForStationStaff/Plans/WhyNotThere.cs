using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Why a plan does not send somebody to one of its postings; the first that applies.</summary>
public enum NotThereBecause
{
    /// <summary>Since the plan was worked out she was sent elsewhere, or the vacancies are kept for others.</summary>
    ChangedSince = 0,

    /// <summary>The posting is closed by now, or nothing of it is vacant.</summary>
    PostingGone = 1,

    /// <summary>The plan is not about her settlement, and she is not named.</summary>
    NotMeant = 2,

    /// <summary>She is on the way to a job already.</summary>
    UnderWay = 3,

    /// <summary>She has work, and the plan is about people without.</summary>
    HasWork = 4,

    /// <summary>Somebody of her household works, and the plan is about families where nobody does.</summary>
    FamilyWorks = 5,

    /// <summary>The clerk took her out of the plan.</summary>
    Barred = 6,

    NotWilling = 7,

    NotAsked = 8,

    /// <summary>She might go there, but all of its vacancies are kept for those on the way.</summary>
    Kept = 9,

    /// <summary>She may not go there; the gates are told.</summary>
    Gates = 10,

    /// <summary>The clerk ruled out just this pair.</summary>
    PairBarred = 11,

    /// <summary>She fits worse than the plan asks.</summary>
    BelowLeast = 12,

    /// <summary>It does send her there.</summary>
    IsThere = 13,

    /// <summary>The clerk keeps her elsewhere.</summary>
    Locked = 14,

    /// <summary>Another of her household has the post that only one may have.</summary>
    HouseholdLimit = 15,

    /// <summary>Others fill its vacancies.</summary>
    Full = 16,

    /// <summary>There is room: she is of more use elsewhere, or the plan is older than today's records.</summary>
    Room = 17,
}

/// <summary>A person, a posting, and why the plan does not bring them together.</summary>
public sealed record NotThere(FoundPerson Who, Posting Posting, NotThereBecause Because)
{
    /// <summary>How she fits, with the gates that fail.</summary>
    public Fit? Fit { get; init; }

    /// <summary>Which record keeps her from it, where one does.</summary>
    public ExcludedPair? Excluded { get; init; }

    /// <summary>Her score there by the planner's own count; null when a gate fails.</summary>
    public int? Score { get; init; }

    /// <summary>Where the plan sends her; null: nowhere.</summary>
    public (Posting Posting, int Score)? Goes { get; init; }

    /// <summary>Where she is on the way to, by what; null: nowhere.</summary>
    public (Posting Posting, OnTheWay Way)? UnderWay { get; init; }

    /// <summary>Which of the posting's places she may take, where she may not take all; empty: all, or none.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Whom it sends to the places that she may take instead, the best first; as far as the clerk may see them.</summary>
    public IReadOnlyList<(string Name, int Score)> There { get; init; } = [];

    /// <summary>Of her household, who has the post that only one may have.</summary>
    public string Relative { get; init; } = "";

    /// <summary>What sending her there costs at least; null when nobody can say: locked rows leave no room, or <see cref="IsStale"/>.</summary>
    public PlanLoss? Loss { get; init; }

    /// <summary>What it truly costs, in place of <see cref="Loss"/>; null where only the bound is known.</summary>
    public ToldCost? Cost { get; init; }

    /// <summary>She may go there, and it is a question of what it costs.</summary>
    public bool HasCost => Because >= NotThereBecause.HouseholdLimit && Score is not null;

    /// <summary>Locked rows leave no room.</summary>
    public bool HasNoRoom => HasCost && !IsStale && Loss is null && Cost is null;

    /// <summary>The clerk could have her sent there all the same.</summary>
    /// <param name="leastScore">What the plan asks of a fit.</param>
    public bool MayBeSent(int leastScore) =>
        Because is NotThereBecause.PairBarred or NotThereBecause.Locked or NotThereBecause.HouseholdLimit or NotThereBecause.Full or NotThereBecause.Room && Score >= leastScore && !HasNoRoom && !IsStale;

    /// <summary>The plan is older than its prices or than her records: only a new run can say what it would cost.</summary>
    public bool IsStale { get; init; }
}

/// <summary>Answers "why not her there?" by today's records, with the planner's own gates and pairs, the rows of the plan and the prices of its proof.</summary>
public sealed class WhyNotThere(JobMatchDbContext db, PlacementReader placement, FitPool pool, ReferralExclusions exclusions, PostingTexts jobs)
{
    /// <param name="plan">Worked out.</param>
    /// <param name="who">Whom it is asked of.</param>
    /// <param name="postingId">One of its postings.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<NotThere>> OfAsync(PlacementPlan plan, IReadOnlyList<FoundPerson> who, long postingId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(who);
        if (!plan.PostingIds.Contains(postingId) || who.Count == 0) return [];
        var rows = await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == plan.Id).ToListAsync(cancel);
        var way = await placement.UnderWayAsync(plan.People, plan.Id, cancel);
        var input = await placement.BesidesAsync(await placement.ReadAsync(plan.PostingIds, [.. who.Select(w => w.Person.Id)], plan.People.Seekers, cancel), plan.People, way, cancel);
        var prices = await db.Set<PlanPriceList>().AsNoTracking().Where(p => p.PlanId == plan.Id).Select(p => p.Prices).FirstOrDefaultAsync(cancel);
        var wanted = rows.Where(r => who.Any(w => w.Person.Id == r.PersonId)).Select(r => r.PostingId).Append(postingId).Concat(who.Select(w => way.Of(w.Person.Id)?.PostingId).OfType<long>()).ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        if (!postings.TryGetValue(postingId, out var posting)) return [];
        var near = rows.Where(r => r.PostingId == postingId || who.Any(w => w.Person.HouseholdId == r.HouseholdId)).Select(r => r.PersonId)
            .Concat(who.Select(w => input.RelativeOnTheWay(w.Person.HouseholdId, w.Person.Id, postingId)).OfType<long>()).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(p => near.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var asked = new PlanInHand(plan, rows, input, input.Score(null, cancel), prices, way);
        var apart = new Dictionary<long, ExcludedPair?>();
        foreach (var one in who.Where(one => input.Postings.Any(p => p.Id == postingId) && input.Excluded.Contains(one.Person.Id, postingId)))
            apart[one.Person.Id] = await exclusions.WhyAsync(one.Person.Id, postingId, posting.EmployerId, input.Context.On, cancel);
        return [.. who.Select(one => Answer(asked, one, posting) with
        {
            Goes = asked.RowOf(one.Person.Id) is { } row && postings.TryGetValue(row.PostingId, out var at) ? (at, row.Score) : null,
            UnderWay = asked.WayOf(one.Person.Id) is { } going && postings.TryGetValue(going.PostingId, out var to) ? (to, going) : null,
            Excluded = apart.GetValueOrDefault(one.Person.Id),
            Places = PlacesOf(one),
            There = [.. rows.Where(r => r.PostingId == postingId && (asked.PlacesAt(one.Person.Id, postingId) is not { Count: > 0 } places || places.Contains(r.QuotaId)) && r.PersonId != one.Person.Id && names.ContainsKey(r.PersonId)).OrderByDescending(r => r.Score).ThenBy(r => r.Id).Select(r => (names[r.PersonId], r.Score))],
            Relative = asked.RelativeOf(one.Person, postingId) is { } relative ? names.GetValueOrDefault(relative, "") : "",
        })];

        IReadOnlyList<string> PlacesOf(FoundPerson one) =>
            asked.PlacesAt(one.Person.Id, postingId) is { } places && places.Count < asked.Input.Quotas.Count(quota => quota.PostingId == postingId) ? [.. places.Select(quota => jobs.PlaceOf(posting, quota, settlements))] : [];
    }

    private NotThere Answer(PlanInHand plan, FoundPerson one, Posting posting)
    {
        var id = one.Person.Id;
        var score = plan.BestAt(id, posting.Id);
        if (plan.FirstOf(one, posting.Id, score) is not { } because) return Gated(plan, one, posting);
        // Of several places the score is that of the one where the plan sends her.
        var answer = new NotThere(one, posting, because) { Score = because == NotThereBecause.IsThere ? plan.RowOf(id)!.Score : score };
        if (because < NotThereBecause.HouseholdLimit || score is null) return answer;
        var (loss, stale) = plan.LossOf(one.Person, posting.Id);
        return answer with { Loss = loss, IsStale = stale };
    }

    private NotThere Gated(PlanInHand plan, FoundPerson one, Posting posting)
    {
        var query = new RankQuery { On = plan.Input.Context.On, Seekers = plan.Input.Context.Seekers };
        return new NotThere(one, posting, NotThereBecause.Gates) { Fit = pool.Explain(one.Person.Id, posting.Id, query, plan.Input.Excluded.Contains(one.Person.Id, posting.Id))?.For(Audience.Station) };
    }
}
