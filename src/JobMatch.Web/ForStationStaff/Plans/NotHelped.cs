using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Somebody whom no posting of the plan suits, with her family and what stands in the way.</summary>
public sealed record WithoutPerson(Person Person, Household Household, NotPlaced? Why);

public sealed record WithoutPage(IReadOnlyList<WithoutPerson> People, int Page, int Pages, int Total);

/// <summary>A family without work that the plan helps with nothing: each of its members who could work, and why she goes nowhere. None: nobody of it is recorded as able to work.</summary>
public sealed record LeftHousehold(Household Household, IReadOnlyList<NotPlaced> Members);

public sealed record LeftPage(IReadOnlyList<LeftHousehold> Households, int Page, int Pages, int Total);

/// <summary>Whom a plan does not help, a page at a time, each with the reason.</summary>
public sealed class NotHelped(JobMatchDbContext db, WhyNotPlaced why)
{
    private const int OnePage = 20;

    /// <summary>People whom a plan sends nowhere.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="people">Which of its lists: those whom no posting suits, or those who could go and whose places others fill.</param>
    /// <param name="page">From 1; taken to the nearest there is.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<WithoutPage> PeopleAsync(PlacementPlan plan, IReadOnlyList<long> people, int page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (ids, at, pages, total) = PageOf(people, page);
        var found = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToDictionaryAsync(r => r.p.Id, cancel);
        var reasons = await why.OfAsync(plan, [.. found.Values.Select(r => r.p)], cancel);
        return new([.. ids.Where(found.ContainsKey).Select(id => new WithoutPerson(found[id].p, found[id].h, reasons.GetValueOrDefault(id)))], at, pages, total);
    }

    /// <summary>The families without work whom it does not help.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="left">Which they are.</param>
    /// <param name="page">From 1; taken to the nearest there is.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<LeftPage> HouseholdsAsync(PlacementPlan plan, IReadOnlyList<long> left, int page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (ids, at, pages, total) = PageOf(left, page);
        var homes = await db.Set<Household>().AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).OrderBy(h => h.SettlementId).ThenBy(h => h.Id).ToListAsync(cancel);
        var reasons = await why.OfAsync(plan, [.. homes.SelectMany(h => h.Members)], cancel);
        return new([.. homes.Select(h => new LeftHousehold(h, [.. h.Members.Select(m => reasons.GetValueOrDefault(m.Id)).OfType<NotPlaced>().OrderByDescending(m => m.Because)]))], at, pages, total);
    }

    private static (List<long> Ids, int Page, int Pages, int Total) PageOf(IReadOnlyList<long> all, int page)
    {
        var pages = Math.Max(1, (all.Count + OnePage - 1) / OnePage);
        var at = Math.Clamp(page, 1, pages);
        return ([.. all.Skip((at - 1) * OnePage).Take(OnePage)], at, pages, all.Count);
    }
}
