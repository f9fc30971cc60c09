using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Matching.Placement;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>A plan with its rows and prices, beside today's pairs of some people with all of its postings.</summary>
/// <param name="Plan">Worked out.</param>
/// <param name="Rows">All of its rows that the clerk may see.</param>
/// <param name="Input">Today's records of the people asked about.</param>
/// <param name="Pairs">Theirs, whatever the clerk has ruled out.</param>
/// <param name="Prices">Null: the plan is of before they were kept.</param>
/// <param name="Way">Who is on the way to a job by something else than this plan.</param>
internal sealed record PlanInHand(PlacementPlan Plan, IReadOnlyList<PlanRow> Rows, PlacementInput Input, PlacementPairs Pairs, PlanPrices? Prices, UnderWay Way)
{
    private readonly Dictionary<long, int> _at = Input.Workers.Select((worker, i) => (worker.Id, i)).ToDictionary(w => w.Id, w => w.i);
    private readonly Dictionary<long, int> _quotaAt = Input.Quotas.Select((quota, i) => (quota.Id, i)).ToDictionary(q => q.Id, q => q.i);

    public PlanRow? RowOf(long person) => Rows.FirstOrDefault(r => r.PersonId == person);

    /// <summary>Where she is on the way to, which keeps her out of this plan; null: nowhere.</summary>
    public OnTheWay? WayOf(long person) => RowOf(person) is null && !Plan.People.TakesUnderWay(person) ? Way.Of(person) : null;

    /// <summary>Her best score at a posting; null when no place of it lets her through.</summary>
    public int? BestAt(long person, long posting) => QuotasAt(person, posting).Select(quota => (int?)Pairs.ScoreOf(_at[person], quota)).Max();

    /// <summary>The places of a posting that she may take, by the gates and by what the plan asks of a fit.</summary>
    public IReadOnlyList<long> PlacesAt(long person, long posting) => [.. QuotasAt(person, posting).Where(quota => Pairs.ScoreOf(_at[person], quota) >= Plan.LeastScore).Select(quota => Input.Quotas[quota].Id)];

    /// <summary>Who else of her household the plan sends to a public-welfare post, or is on the way to one, because of which she may have none of this posting; null: nobody.</summary>
    public long? RelativeOf(Person person, long posting)
    {
        if (Input.RelativeOnTheWay(person.HouseholdId, person.Id, posting) is { } going) return going;
        var there = Input.Postings.FirstOrDefault(p => p.Id == posting)?.Post ?? WelfarePost.None;
        return Rows.FirstOrDefault(r => r.HouseholdId == person.HouseholdId && r.PersonId != person.Id && PostOf(r).Clashes(there))?.PersonId;
    }

    /// <summary>The first reason that applies; null: a gate.</summary>
    public NotThereBecause? FirstOf(FoundPerson one, long posting, int? score)
    {
        var (id, people) = (one.Person.Id, Plan.People);
        if (Input.Postings.All(p => p.Id != posting)) return NotThereBecause.PostingGone;
        if (!people.PersonIds.Contains(id) && !people.SettlementIds.Contains(one.Worker.SettlementId)) return NotThereBecause.NotMeant;
        if (WayOf(id) is { } going) return IsLater(going) && Plan.Outcome?.PeopleUnderWay.Contains(id) != true ? NotThereBecause.ChangedSince : NotThereBecause.UnderWay;
        if (_at.TryGetValue(id, out var at) && !PlacementReader.IsWanted(Input.Workers[at], people)) return !people.TakesEmployed(id) && Input.Workers[at].Employed ? NotThereBecause.HasWork : NotThereBecause.FamilyWorks;
        if (Plan.Bars.Contains(new PlanBar(id, null))) return NotThereBecause.Barred;
        if (one.Worker.Willing != true) return NotThereBecause.NotWilling;
        if (!one.Worker.ConsentsToEmployers) return NotThereBecause.NotAsked;
        var row = RowOf(id);
        if (row?.PostingId == posting) return NotThereBecause.IsThere;
        if (score is null) return Input.RelativeOnTheWay(one.Person.HouseholdId, id, posting) is not null ? NotThereBecause.HouseholdLimit : !IsKept(id, posting) ? null : Way.At(posting).Any(IsLater) ? NotThereBecause.ChangedSince : NotThereBecause.Kept;
        if (Plan.Bars.Contains(new PlanBar(id, posting))) return NotThereBecause.PairBarred;
        if (score < Plan.LeastScore) return NotThereBecause.BelowLeast;
        if (row is { Locked: true }) return NotThereBecause.Locked;
        var places = QuotasAt(id, posting).Where(quota => Pairs.ScoreOf(_at[id], quota) >= Plan.LeastScore).ToList();
        if (RelativeOf(one.Person, posting) is not null) return NotThereBecause.HouseholdLimit;
        return places.TrueForAll(quota => Rows.Count(r => r.QuotaId == Input.Quotas[quota].Id) >= Input.Quotas[quota].Vacancies) ? NotThereBecause.Full : NotThereBecause.Room;
    }

    /// <summary>The least that sending her there costs, over its places; stale when the prices are missing or her records have changed since.</summary>
    public (PlanLoss? Loss, bool Stale) LossOf(Person person, long posting)
    {
        var row = RowOf(person.Id);
        if (Prices is null || !_at.TryGetValue(person.Id, out var at) || (row is not null && (!_quotaAt.TryGetValue(row.QuotaId, out var quota) || Pairs.ScoreOf(at, quota) != row.Score))) return (null, true);
        // Only what she may take counts towards her best, as when the plan was worked out.
        var gated = Input.Without([.. Plan.Bars.Where(bar => bar.PostingId is not null)]).Score(null, CancellationToken.None);
        var pairs = gated.AtLeast(Plan.LeastScore);
        var (prices, who) = (Prices.For(person.Id, person.HouseholdId, Input.Quotas), new PricedPerson(0, 0, Input.PrecedenceOf(gated)[at], Input.Workers[at].Employed));
        var losses = QuotasAt(person.Id, posting).Select(there => prices.LeastLoss(pairs.Row(at), Input.Quotas, who, there, row is null ? -1 : _quotaAt[row.QuotaId], open => IsOpen(person, open))).OfType<long>().ToList();
        return (losses.Count > 0 ? Prices.LossOf(losses.Min()) : null, false);
    }

    private bool IsLater(OnTheWay one) => one.Since > Plan.WorkedOutAt;

    private IEnumerable<int> QuotasAt(long person, long posting) =>
        _at.TryGetValue(person, out var at) ? Enumerable.Range(0, Input.Quotas.Count).Where(quota => Input.Quotas[quota].PostingId == posting && Pairs.ScoreOf(at, quota) >= 0) : [];

    private bool IsKept(long person, long posting) => _at.TryGetValue(person, out var at) && Input.KeptFor([Input.Workers[at]], Plan.LeastScore, CancellationToken.None)[0].Contains(posting);

    private WelfarePost PostOf(PlanRow row) => _quotaAt.TryGetValue(row.QuotaId, out var quota) ? Input.Quotas[quota].Post : WelfarePost.None;

    private bool IsOpen(Person person, int quota)
    {
        var there = Input.Quotas[quota];
        return Rows.Count(r => r.Locked && r.QuotaId == there.Id) < there.Vacancies && !Rows.Any(r => r.Locked && r.HouseholdId == person.HouseholdId && PostOf(r).Clashes(there.Post));
    }
}
