using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Somebody whom no posting of the plan suits.</summary>
/// <param name="Person">Who.</param>
/// <param name="Household">Her family.</param>
/// <param name="Main">The gate that rules out the most postings; null when none does today.</param>
/// <param name="RuledOut">How many postings that gate rules out.</param>
/// <param name="Postings">Postings of the plan that are still open.</param>
/// <param name="Free">Postings whose gates let her through today.</param>
public sealed record WithoutPerson(Person Person, Household Household, FailedGate? Main, int RuledOut, int Postings, int Free);

public sealed record WithoutPage(IReadOnlyList<WithoutPerson> People, int Page, int Pages, int Total);

/// <summary>The people whom none of a plan's postings suits, a page at a time, each with what stands in the way by today's records.</summary>
public sealed class PeopleWithoutPair(JobMatchDbContext db, FitPool pool, TimeProvider clock)
{
    private const int OnePage = 20;

    public async Task<WithoutPage> ReadAsync(PlacementPlan plan, int page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var all = plan.Outcome?.PeopleWithoutPair ?? [];
        var pages = Math.Max(1, (all.Count + OnePage - 1) / OnePage);
        var at = Math.Clamp(page, 1, pages);
        var ids = all.Skip((at - 1) * OnePage).Take(OnePage).ToList();
        var found = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToDictionaryAsync(r => r.p.Id, cancel);
        var query = new RankQuery { On = clock.Today(), Seekers = plan.People.Wanted == PeopleWanted.AllWilling ? Seekers.Willing : Seekers.WillingAndUnemployed };
        return new WithoutPage([.. ids.Where(found.ContainsKey).Select(id => ReasonOf(found[id].p, found[id].h, plan.PostingIds, query))], at, pages, all.Count);
    }

    private WithoutPerson ReasonOf(Person person, Household household, IReadOnlyList<long> postings, RankQuery query)
    {
        var fits = postings.Select(posting => pool.Explain(person.Id, posting, query)?.For(Audience.Station)).OfType<Fit>().ToList();
        var main = fits.SelectMany(fit => fit.FailedGates.DistinctBy(gate => gate.Code)).GroupBy(gate => gate.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return new WithoutPerson(person, household, main?.First(), main?.Count() ?? 0, fits.Count, fits.Count(fit => fit.Eligible));
    }
}
