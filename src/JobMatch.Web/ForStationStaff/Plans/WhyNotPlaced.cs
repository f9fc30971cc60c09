using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Matching.Placement;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Why a plan sends somebody nowhere.</summary>
public enum NotPlacedBecause
{
    /// <summary>The clerk took her out of the plan.</summary>
    Barred = 1,

    /// <summary>She has not agreed that employers see her.</summary>
    NotAsked = 2,

    /// <summary>It is not recorded that she wants to work.</summary>
    NotWilling = 3,

    /// <summary>No posting of the plan lets her through.</summary>
    NoPosting = 4,

    /// <summary>Postings fit, but others fill their vacancies.</summary>
    Taken = 5,

    /// <summary>By today's records a vacancy that fits is free: the plan is older than that.</summary>
    Free = 6,

    /// <summary>Postings let her through, but she fits each of them worse than the plan asks.</summary>
    BelowLeast = 7,

    /// <summary>She is on the way to a job already.</summary>
    UnderWay = 8,

    /// <summary>Postings would take her, but all of their vacancies are kept for those on the way.</summary>
    Kept = 9,

    /// <summary>What is free of the postings that fit clashes with the public-welfare post of somebody of her household.</summary>
    HouseholdLimit = 10,
}

/// <summary>A member of a household, and why the plan sends her nowhere.</summary>
/// <param name="Person">Who.</param>
/// <param name="Because">The first reason that applies.</param>
public sealed record NotPlaced(Person Person, NotPlacedBecause Because)
{
    /// <summary>The gate that rules out the most postings.</summary>
    public FailedGate? Main { get; init; }

    /// <summary>How many postings that gate rules out.</summary>
    public int RuledOut { get; init; }

    /// <summary>What the plan asks of a fit.</summary>
    public int Least { get; init; }

    /// <summary>Postings of the plan that are still open.</summary>
    public int Postings { get; init; }

    /// <summary>Of these, how many fit her.</summary>
    public int Fitting { get; init; }

    /// <summary>The one that fits her best, and how well.</summary>
    public (Posting Posting, int Score)? Best { get; init; }

    /// <summary>Where she is on the way to, and how far; null: nowhere.</summary>
    public (Posting Posting, OnTheWay Way)? UnderWay { get; init; }

    /// <summary>The lowest score that the plan sends to <see cref="Best"/>.</summary>
    public int LeastThere { get; init; }

    /// <summary>Of those whom the plan sends there, how many go first, whatever their score: of a household in which nobody works, or by the posting's rule.</summary>
    public int FirstThere { get; init; }

    /// <summary>Which place of <see cref="Best"/>, where it has several.</summary>
    public string BestPlace { get; init; } = "";

    /// <summary>Of her household, who has the post, or is on the way to it.</summary>
    public string Relative { get; init; } = "";
}

/// <summary>Says of people whom a plan sends nowhere why, by today's records and with the planner's own gates.</summary>
public sealed class WhyNotPlaced(JobMatchDbContext db, PlacementReader placement, FitPool pool, PostingTexts jobs)
{
    /// <param name="plan">The plan.</param>
    /// <param name="people">Not placed by it; who is no worker is left out of the answer.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<long, NotPlaced>> OfAsync(PlacementPlan plan, IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(people);
        var ids = people.Select(p => p.Id).ToList();
        var way = await placement.UnderWayAsync(plan.People, plan.Id, cancel);
        var input = (await placement.BesidesAsync(await placement.ReadAsync(plan.PostingIds, ids, plan.People.Seekers, cancel), plan.People, way, cancel)).Without([.. plan.Bars.Where(bar => bar.PostingId is not null)]);
        var all = input.Score(null, cancel);
        var pairs = all.AtLeast(plan.LeastScore);
        var kept = input.KeptFor(input.Workers, plan.LeastScore, cancel);
        var at = input.Workers.Select((worker, i) => (worker.Id, i)).ToDictionary(w => w.Id, w => w.i);
        var workers = await db.Set<Worker>().AsNoTracking().Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.ConsentsToEmployers, w.Willing }).ToDictionaryAsync(w => w.Id, cancel);
        var there = (await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == plan.Id).Select(r => new PlacedRow(r.PersonId, r.HouseholdId, r.QuotaId, r.Score, r.HelpsHousehold)).ToListAsync(cancel)).ToLookup(r => r.QuotaId);
        var first = plan.Outcome?.PeopleFirst.ToHashSet() ?? [];
        var relatives = new Relatives(input, there);
        var names = await NamesAsync([.. people.Select(relatives.OnTheWayOf).OfType<long>(), .. people.SelectMany(relatives.PlacedOf)], cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var wanted = at.Values.Select(i => Best(all, i)).OfType<PlacementPair>().Select(best => input.Quotas[best.Quota].PostingId).Concat(ids.Select(id => way.Of(id)?.PostingId).OfType<long>()).Distinct().ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return people.Where(p => workers.ContainsKey(p.Id)).ToDictionary(p => p.Id, person =>
            !plan.People.TakesUnderWay(person.Id) && way.Of(person.Id) is { } going ? new NotPlaced(person, NotPlacedBecause.UnderWay) { UnderWay = postings.TryGetValue(going.PostingId, out var to) ? (to, going) : null }
            : plan.Bars.Contains(new PlanBar(person.Id, null)) ? new NotPlaced(person, NotPlacedBecause.Barred)
            : workers[person.Id].Willing != true ? new NotPlaced(person, NotPlacedBecause.NotWilling)
            : !workers[person.Id].ConsentsToEmployers ? new NotPlaced(person, NotPlacedBecause.NotAsked)
            : at.TryGetValue(person.Id, out var i) && (plan.People.TakesEmployed(person.Id) || !input.Workers[i].Employed) && Best(all, i) is { } best ? (best.Score < plan.LeastScore ? BelowLeast(person, i, best) : Fitting(person, i, best))
            : at.TryGetValue(person.Id, out var held) && kept[held].Count > 0 ? new NotPlaced(person, NotPlacedBecause.Kept) { Postings = input.Postings.Count, Fitting = kept[held].Count }
            : relatives.OnTheWayOf(person) is { } relative ? new NotPlaced(person, NotPlacedBecause.HouseholdLimit) { Relative = names.GetValueOrDefault(relative, "") }
            : ByGates(person, input, plan.People.TakesEmployed(person.Id) ? Seekers.Willing : Seekers.WillingAndUnemployed));

        Posting? PostingAt(PlacementPair best) => postings.GetValueOrDefault(input.Quotas[best.Quota].PostingId);

        NotPlaced BelowLeast(Person person, int i, PlacementPair best) => new(person, NotPlacedBecause.BelowLeast)
        {
            Least = plan.LeastScore,
            Postings = input.Postings.Count,
            Fitting = all.Row(i).ToArray().Select(pair => input.Quotas[pair.Quota].PostingId).Distinct().Count(),
            Best = PostingAt(best) is { } posting ? (posting, best.Score) : null,
        };

        NotPlaced Fitting(Person person, int i, PlacementPair best)
        {
            var quotas = pairs.Row(i).ToArray().Select(pair => input.Quotas[pair.Quota]).ToList();
            var free = quotas.FindAll(quota => there[quota.Id].Count() < quota.Vacancies);
            var clashing = free.ConvertAll(quota => relatives.Of(person, quota));
            return new NotPlaced(person, free.Count == 0 ? NotPlacedBecause.Taken : clashing.Contains(null) ? NotPlacedBecause.Free : NotPlacedBecause.HouseholdLimit)
            {
                Relative = clashing.FirstOrDefault() is { } relative ? names.GetValueOrDefault(relative, "") : "",
                Postings = input.Postings.Count,
                Fitting = quotas.Select(quota => quota.PostingId).Distinct().Count(),
                BestPlace = PostingAt(best) is { } at ? jobs.PlaceOf(at, input.Quotas[best.Quota].Id, settlements) : "",
                Best = PostingAt(best) is { } posting ? (posting, best.Score) : null,
                LeastThere = there[input.Quotas[best.Quota].Id].Select(r => r.Score).DefaultIfEmpty().Min(),
                FirstThere = there[input.Quotas[best.Quota].Id].Count(r => r.HelpsHousehold || first.Contains(r.PersonId)),
            };
        }
    }

    private Task<Dictionary<long, string>> NamesAsync(List<long> ids, CancellationToken cancel) =>
        db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);

    private NotPlaced ByGates(Person person, PlacementInput input, Seekers seekers)
    {
        var query = new RankQuery { On = input.Context.On, Seekers = seekers };
        var fits = input.Postings.Select(posting => pool.Explain(person.Id, posting.Id, query, input.Excluded.Contains(person.Id, posting.Id))?.For(Audience.Station)).OfType<Fit>().ToList();
        var main = fits.SelectMany(fit => fit.FailedGates.DistinctBy(gate => gate.Code)).GroupBy(gate => gate.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return new NotPlaced(person, NotPlacedBecause.NoPosting) { Main = main?.First(), RuledOut = main?.Count() ?? 0, Postings = fits.Count };
    }

    private static PlacementPair? Best(PlacementPairs pairs, int person) => pairs.Row(person).ToArray() is { Length: > 0 } row ? row.MaxBy(pair => pair.Score) : null;
}

/// <summary>A row of the plan, as far as it matters to others.</summary>
internal sealed record PlacedRow(long PersonId, long HouseholdId, long QuotaId, int Score, bool HelpsHousehold);

/// <summary>Who of somebody's household has a public-welfare post by a plan, or is on the way to one.</summary>
internal sealed class Relatives(PlacementInput input, ILookup<long, PlacedRow> rowsOfQuota)
{
    private readonly ILookup<long, (long PersonId, WelfarePost Post)> _placed = input.Quotas.Where(quota => quota.Post != WelfarePost.None)
        .SelectMany(quota => rowsOfQuota[quota.Id].Select(row => (row.HouseholdId, row.PersonId, quota.Post))).ToLookup(row => row.HouseholdId, row => (row.PersonId, row.Post));

    public IEnumerable<long> PlacedOf(Person person) => _placed[person.HouseholdId].Select(row => row.PersonId);

    /// <summary>Whose post by the plan clashes with one of this quota; null: nobody's.</summary>
    public long? Of(Person person, PlacementQuota quota) => _placed[person.HouseholdId].Where(row => row.Post.Clashes(quota.Post)).Select(row => (long?)row.PersonId).FirstOrDefault();

    /// <summary>Who is on the way to a post that clashes with all that the plan has to give.</summary>
    public long? OnTheWayOf(Person person) =>
        input.Postings.Select(posting => input.RelativeOnTheWay(person.HouseholdId, person.Id, posting.Id)).DefaultIfEmpty().Aggregate((all, one) => all is null || one is null ? null : all);
}
