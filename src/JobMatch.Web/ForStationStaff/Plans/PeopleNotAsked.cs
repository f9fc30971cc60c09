using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Somebody who was left out for want of her consent.</summary>
public sealed record NotAskedPerson(Person Person, Household Household, bool IsOfZeroEmployment);

/// <param name="People">Of this page; none when only the numbers are asked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">All who were left out.</param>
/// <param name="HouseholdIds">Families without work of whom a member is among them.</param>
public sealed record NotAskedPage(IReadOnlyList<NotAskedPerson> People, int Page, int Pages, int Total, IReadOnlyList<long> HouseholdIds)
{
    public int Households => HouseholdIds.Count;
}

/// <summary>The people whom a plan leaves out because they have not agreed that employers see them: by today's records, for asking them is what can still be done.</summary>
public sealed class PeopleNotAsked(JobMatchDbContext db, PlacementReader placement)
{
    private const int OnePage = 20;

    /// <param name="plan">Whose people are meant.</param>
    /// <param name="page">Null: only the numbers.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<NotAskedPage> ReadAsync(PlacementPlan plan, int? page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var all = await placement.WithoutConsentAsync(plan.People, cancel);
        var households = all.Where(w => w.ZeroEmploymentHousehold).Select(w => w.HouseholdId).Distinct().ToList();
        var pages = Math.Max(1, (all.Count + OnePage - 1) / OnePage);
        if (page is null) return new([], 1, pages, all.Count, households);
        var at = Math.Clamp(page.Value, 1, pages);
        var shown = all.Skip((at - 1) * OnePage).Take(OnePage).ToList();
        var ids = shown.ConvertAll(w => w.Id);
        var found = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToDictionaryAsync(r => r.p.Id, cancel);
        return new([.. shown.Where(w => found.ContainsKey(w.Id)).Select(w => new NotAskedPerson(found[w.Id].p, found[w.Id].h, w.ZeroEmploymentHousehold))], at, pages, all.Count, households);
    }
}
