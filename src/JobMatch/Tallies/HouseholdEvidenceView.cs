using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>One worker as a month counted her, with the spells of the year up to its last day.</summary>
public sealed record WorkerEvidence(WorkerMonth Row, string Name, DateOnly BirthDate, IReadOnlyList<EmploymentSpell> Spells);

/// <summary>A household as a month counted it, and its zero-employment cases.</summary>
public sealed record HouseholdEvidence(Household Household, Settlement Settlement, IReadOnlyList<WorkerEvidence> Workers, IReadOnlyList<Case> Cases);

/// <summary>What makes a household count as it does: its rows of the month and the spells behind them.</summary>
public sealed class HouseholdEvidenceView(JobMatchDbContext db)
{
    private const int WindowMonths = 12;

    /// <summary>Null when the household is not in the scope or was not counted.</summary>
    public async Task<HouseholdEvidence?> RunAsync(long householdId, Month month, CancellationToken cancel)
    {
        var household = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == householdId, cancel);
        if (household is null) return null;
        var rows = await (
            from count in db.Set<MonthCount>()
            join row in db.Set<WorkerMonth>().AsNoTracking() on count.Id equals row.MonthCountId
            where count.IsCurrent && count.Month == month.Code && row.HouseholdId == householdId
            orderby row.PersonId
            select row).ToListAsync(cancel);
        if (rows.Count == 0) return null;

        var (day, from) = (month.LastDay, month.LastDay.AddMonths(-WindowMonths));
        var ids = rows.ConvertAll(r => r.PersonId);
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var spells = (await db.Set<EmploymentSpell>().AsNoTracking().Where(s => ids.Contains(s.PersonId) && s.Start <= day && (s.End == null || s.End > from))
            .OrderByDescending(s => s.Start).ToListAsync(cancel)).ToLookup(s => s.PersonId);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.HouseholdId == householdId && c.Kind == CaseKind.ZeroEmploymentHousehold)
            .OrderByDescending(c => c.OpenedOn).ToListAsync(cancel);
        var settlement = await db.Set<Settlement>().AsNoTracking().SingleAsync(s => s.Id == rows[0].SettlementId, cancel);
        return new HouseholdEvidence(
            household, settlement,
            rows.ConvertAll(r => new WorkerEvidence(r, people.GetValueOrDefault(r.PersonId)?.Name ?? "", people.GetValueOrDefault(r.PersonId)?.BirthDate ?? default, [.. spells[r.PersonId]])),
            cases);
    }

    /// <summary>The open zero-employment cases of households, by household.</summary>
    public async Task<IReadOnlyDictionary<long, Case>> ClocksAsync(IReadOnlyList<long> householdIds, CancellationToken cancel) =>
        (await db.Set<Case>().AsNoTracking().Where(c => c.HouseholdId != null && householdIds.Contains(c.HouseholdId.Value) && c.Kind == CaseKind.ZeroEmploymentHousehold
            && (c.State == CaseState.Open || c.State == CaseState.InProgress)).ToListAsync(cancel))
        .GroupBy(c => c.HouseholdId!.Value).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.OpenedOn).First());
}
