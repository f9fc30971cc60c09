using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>
/// Somebody who has a job in sight: a plan sent her there (and was not undone before she or the employer answered) and nobody has answered for good yet, or she is on trial, or hired and has not begun.
/// </summary>
/// <param name="PersonId">Who.</param>
/// <param name="HouseholdId">Her household today.</param>
/// <param name="PostingId">Where to.</param>
/// <param name="QuotaId">The place that her plan gave her; null: only the posting is known, or a hire has taken its vacancy already.</param>
/// <param name="ReferralId">What says so.</param>
/// <param name="State">How far she is.</param>
/// <param name="Since">The last move, UTC.</param>
public sealed record OnTheWay(long PersonId, long HouseholdId, long PostingId, long? QuotaId, long ReferralId, ReferralState State, DateTime Since)
{
    /// <summary>Her place is still counted as vacant: a hire takes it, nothing before does.</summary>
    public bool HoldsSeat => State != ReferralState.Hired;
}

/// <summary>
/// Who is on the way to a job, and where. A plan gives neither them nor their places away again, and their families count as helped: otherwise two plans in a row would send two people to one place and
/// one person to two. Somebody who only applied, or whom a clerk put forward by hand, is not among them; she may be right to look further, and the plan says where she waits for an answer.
/// </summary>
/// <param name="all">Everybody who is.</param>
/// <param name="again">A plan was asked to go over them once more: then they and their places are free again. What one is on the way to still bars her family from what it may not have beside it.</param>
public sealed class UnderWay(IReadOnlyList<OnTheWay> all, bool again = false)
{
    private readonly ILookup<long, OnTheWay> _ofPerson = all.Where(_ => !again).ToLookup(one => one.PersonId);
    private readonly ILookup<long, OnTheWay> _ofHousehold = all.ToLookup(one => one.HouseholdId);
    private readonly ILookup<long, OnTheWay> _ofPosting = all.Where(one => one.HoldsSeat && !again).ToLookup(one => one.PostingId);

    /// <summary>The same for a plan that goes over them once more.</summary>
    public UnderWay Again() => new(all, again: true);

    /// <summary>The nearest to a job of those where she is under way; null when she is not.</summary>
    public OnTheWay? Of(long personId) => _ofPerson[personId].MaxBy(one => one.State);

    /// <summary>Somebody of the household is, so that it counts as helped.</summary>
    public bool HasHousehold(long householdId) => !again && _ofHousehold.Contains(householdId);

    /// <summary>Others of her household who are.</summary>
    public IEnumerable<OnTheWay> OthersOf(long householdId, long personId) => _ofHousehold[householdId].Where(one => one.PersonId != personId);

    /// <summary>Those who hold a place of a posting.</summary>
    public IEnumerable<OnTheWay> At(long postingId) => _ofPosting[postingId];

    public IEnumerable<long> PostingIds => all.Select(one => one.PostingId).Distinct();
}

/// <summary>Reads who is on the way. Across all scopes, as the same rule holds whoever asks: the place that another station filled is filled.</summary>
public sealed class UnderWayReader(JobMatchDbContext db)
{
    private static readonly ReferralState[] Sent = [ReferralState.Referred, ReferralState.Applied, ReferralState.Viewed, ReferralState.Interview];
    private static readonly ReferralState[] Near = [ReferralState.Trial, ReferralState.Hired];

    /// <param name="besidesPlan">A plan whose own people do not count: what is asked is about that plan.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<UnderWay> ReadAsync(long? besidesPlan, CancellationToken cancel)
    {
        var planned = await (from row in db.Set<PlanRow>().IgnoreQueryFilters([ScopeFilters.Name])
                             join plan in db.Set<PlacementPlan>() on row.PlanId equals plan.Id
                             join referral in db.Set<Referral>() on row.ReferralId equals referral.Id
                             where (Sent.Contains(referral.State) || Near.Contains(referral.State)) && (plan.State == PlanState.Confirmed
                                 // Undoing a plan leaves what she or the employer had answered; what it took back is another matter, also when it was sent again by hand.
                                 || (plan.State == PlanState.Undone && !db.Set<ReferralMove>().Any(move => move.ReferralId == referral.Id && move.At == plan.UndoneAt && move.Reason == Referral.TakenBackReason)))
                             select new { row.PlanId, row.ReferralId, row.QuotaId }).ToListAsync(cancel);
        var own = planned.Where(p => p.PlanId == besidesPlan).Select(p => p.ReferralId!.Value).ToHashSet();
        var quotaOf = planned.Where(p => !own.Contains(p.ReferralId!.Value)).GroupBy(p => p.ReferralId!.Value).ToDictionary(g => g.Key, g => g.First().QuotaId);
        var found = new List<OnTheWay>();
        foreach (var chunk in quotaOf.Keys.Chunk(500)) found.AddRange(await FromAsync(db.Set<Referral>().Where(r => chunk.Contains(r.Id) && Sent.Contains(r.State)), cancel));
        found.AddRange(await FromAsync(db.Set<Referral>().Where(r => Near.Contains(r.State)), cancel));
        return new UnderWay([.. found.Where(one => !own.Contains(one.ReferralId)).Select(one => one with { QuotaId = one.HoldsSeat && quotaOf.TryGetValue(one.ReferralId, out var quota) ? quota : null })]);
    }

    private async Task<List<OnTheWay>> FromAsync(IQueryable<Referral> referrals, CancellationToken cancel) =>
        await referrals.IgnoreQueryFilters([ScopeFilters.Name]).Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new OnTheWay(r.PersonId, p.HouseholdId, r.PostingId, null, r.Id, r.State, r.ChangedAt)).ToListAsync(cancel);
}
