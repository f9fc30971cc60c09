using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record CaseQuery
{
    public IReadOnlyList<CaseKind> Kinds { get; init; } = [];

    /// <summary>Open ones (default) or ended ones.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Only those whose running clock is over.</summary>
    public bool OnlyOverdue { get; init; }

    public long? SettlementId { get; init; }

    public long? HouseholdId { get; init; }

    public long? PersonId { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 50;
}

/// <summary>A case as lists show it; the due day is that of the clock that runs now.</summary>
public sealed record CaseRow(Case Case, string Settlement, string HouseholdNumber, string Building, string PersonName, DateOnly Due, int DayNumber, bool IsOverdue);

public sealed record CasePage(IReadOnlyList<CaseRow> Rows, int Total);

/// <summary>Cases of the scope, most urgent first.</summary>
public sealed class CasesView(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<CasePage> RunAsync(CaseQuery query, CancellationToken cancel)
    {
        var today = clock.Today();
        var cases = db.Set<Case>().AsNoTracking().Where(c => (c.State == CaseState.Open || c.State == CaseState.InProgress) == query.Open
            && (query.SettlementId == null || c.SettlementId == query.SettlementId)
            && (query.HouseholdId == null || c.HouseholdId == query.HouseholdId)
            && (query.PersonId == null || c.PersonId == query.PersonId));
        if (query.Kinds.Count > 0) cases = cases.Where(c => query.Kinds.Contains(c.Kind));
        if (query.OnlyOverdue) cases = cases.Where(c => (c.FirstHelpOn == null && c.FirstHelpDue < today) || (c.FirstHelpOn != null && c.ClearDue < today));
        var total = await cases.CountAsync(cancel);
        var rows = await (query.Open
                ? cases.OrderBy(c => c.FirstHelpOn == null ? c.FirstHelpDue : c.ClearDue ?? DateOnly.MaxValue).ThenBy(c => c.Id)
                : cases.OrderByDescending(c => c.ClosedOn).ThenByDescending(c => c.Id))
            .Skip(query.Page * query.PageSize).Take(query.PageSize).ToListAsync(cancel);
        return new CasePage(await NameAsync(rows, today, cancel), total);
    }

    /// <summary>A case with its clock and without names, for a page that has those already.</summary>
    public static CaseRow Row(Case found, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new CaseRow(found, "", "", "", "", found.FirstHelpOn is null ? found.FirstHelpDue : found.ClearDue ?? found.FirstHelpDue, found.DayNumber(found.ClosedOn ?? today), found.IsOverdue(today));
    }

    /// <summary>One case that the caller has read, as lists show it.</summary>
    public async Task<CaseRow> OfAsync(Case found, CancellationToken cancel) => (await NameAsync([found], clock.Today(), cancel))[0];

    private async Task<List<CaseRow>> NameAsync(List<Case> cases, DateOnly today, CancellationToken cancel)
    {
        var (households, people, settlements) = (Ids(cases, c => c.HouseholdId), Ids(cases, c => c.PersonId), Ids(cases, c => c.SettlementId));
        var homes = await db.Set<Household>().Where(h => households.Contains(h.Id)).Select(h => new { h.Id, h.Number, h.Building }).ToDictionaryAsync(h => h.Id, cancel);
        var heads = await db.MembersOn(today).Where(m => households.Contains(m.HouseholdId) && m.Person.Relation == RelationToHead.Head)
            .Select(m => new { m.HouseholdId, m.Person.Name }).ToListAsync(cancel);
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var places = await db.Set<Settlement>().Where(s => settlements.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return cases.ConvertAll(c =>
        {
            var home = c.HouseholdId is { } h ? homes.GetValueOrDefault(h) : null;
            var name = c.PersonId is { } p ? names.GetValueOrDefault(p) : heads.Find(x => x.HouseholdId == c.HouseholdId)?.Name;
            return new CaseRow(c, places.GetValueOrDefault(c.SettlementId) ?? "", home?.Number ?? "", home?.Building ?? "", name ?? "",
                c.FirstHelpOn is null ? c.FirstHelpDue : c.ClearDue ?? c.FirstHelpDue, c.DayNumber(c.ClosedOn ?? today), c.IsOverdue(today));
        });
    }

    private static List<long> Ids(List<Case> cases, Func<Case, long?> id) => [.. cases.Select(id).OfType<long>().Distinct()];
}
