using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>A figure that counts households; each opens to the rows that it counted.</summary>
public enum HouseholdFigure
{
    WithWorkers = 1,
    Capacity = 2,
    Willing = 3,
    Covered = 4,
    NotCovered = 5,
    ZeroEmployment = 6,
}

/// <summary>A figure that counts people.</summary>
public enum PersonFigure
{
    Workers = 1,
    Capacity = 2,
    WillingAndAble = 3,
    Employed = 4,
    StablyEmployed = 5,
    WillingWithoutWork = 6,
}

public sealed record HouseholdBehind(
    long HouseholdId, string Number, string Head, string Building, long SettlementId, string Settlement, int Workers, int WithCapacity, int Willing, int Employed, int Stable);

public sealed record PersonBehind(
    long PersonId, string Name, long HouseholdId, long SettlementId, string Settlement, bool HasCapacity, bool Willing, bool Employed, bool Stable, Channel? Channel,
    long? WageFenPerMonth, string Workplace, DateOnly? Start, FactSource Checked);

/// <summary>One page of rows, and how many there are in all.</summary>
public sealed record RowsBehind<T>(IReadOnlyList<T> Page, int Total);

/// <summary>
/// The rows behind a number of a counted month, out of the stored evidence: what was counted then, not what the ledger says today. Only
/// rows of the scope are seen.
/// </summary>
public sealed class BehindFigureView(JobMatchDbContext db)
{
    /// <param name="figure">Which number was opened.</param>
    /// <param name="month">The counted month.</param>
    /// <param name="within">Of one settlement, of a township, or of the whole scope.</param>
    /// <param name="page">From 0.</param>
    /// <param name="pageSize">Rows on a page.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<RowsBehind<HouseholdBehind>> HouseholdsAsync(HouseholdFigure figure, Month month, Within within, int page, int pageSize, CancellationToken cancel)
    {
        var households = Evidence(month, within).GroupBy(r => new { r.HouseholdId, r.SettlementId }).Select(g => new
        {
            g.Key.HouseholdId,
            g.Key.SettlementId,
            Workers = g.Count(),
            Capacity = g.Sum(r => r.HasCapacity ? 1 : 0),
            Willing = g.Sum(r => r.HasCapacity && r.Willing ? 1 : 0),
            Employed = g.Sum(r => r.Employed ? 1 : 0),
            Stable = g.Sum(r => r.Stable ? 1 : 0),
        });
        households = figure switch
        {
            HouseholdFigure.Capacity => households.Where(h => h.Capacity > 0),
            HouseholdFigure.Willing => households.Where(h => h.Willing > 0),
            HouseholdFigure.Covered => households.Where(h => h.Capacity > 0 && h.Stable > 0),
            HouseholdFigure.NotCovered => households.Where(h => h.Capacity > 0 && h.Stable == 0),
            HouseholdFigure.ZeroEmployment => households.Where(h => h.Willing > 0 && h.Employed == 0),
            _ => households,
        };
        var total = await households.CountAsync(cancel);
        var rows = await households.OrderBy(h => h.SettlementId).ThenBy(h => h.HouseholdId).Skip(page * pageSize).Take(pageSize).ToListAsync(cancel);

        var ids = rows.ConvertAll(r => r.HouseholdId);
        var known = await db.Set<Household>().AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var heads = (await db.MembersOn(month.LastDay).Where(m => ids.Contains(m.HouseholdId) && m.Person.Relation == RelationToHead.Head)
            .Select(m => new { m.HouseholdId, m.Person.Name }).ToListAsync(cancel)).ToLookup(m => m.HouseholdId, m => m.Name);
        var settlements = await NamesAsync(rows.Select(r => r.SettlementId), cancel);
        return new RowsBehind<HouseholdBehind>(
            rows.ConvertAll(r => new HouseholdBehind(
                r.HouseholdId, known.GetValueOrDefault(r.HouseholdId)?.Number ?? "", heads[r.HouseholdId].FirstOrDefault() ?? "", known.GetValueOrDefault(r.HouseholdId)?.Building ?? "",
                r.SettlementId, settlements.GetValueOrDefault(r.SettlementId) ?? "", r.Workers, r.Capacity, r.Willing, r.Employed, r.Stable)),
            total);
    }

    public Task<RowsBehind<HouseholdBehind>> HouseholdsAsync(HouseholdFigure figure, Month month, long? settlementId, int page, int pageSize, CancellationToken cancel) =>
        HouseholdsAsync(figure, month, new Within(settlementId), page, pageSize, cancel);

    public Task<RowsBehind<PersonBehind>> PeopleAsync(PersonFigure figure, Channel? channel, Month month, Within within, int page, int pageSize, CancellationToken cancel) =>
        PeopleOfChannelsAsync(figure, channel is { } one ? [one] : [], month, within, page, pageSize, cancel);

    /// <summary>People behind a figure; of some channels when they are given.</summary>
    public async Task<RowsBehind<PersonBehind>> PeopleOfChannelsAsync(
        PersonFigure figure, IReadOnlyList<Channel> channels, Month month, Within within, int page, int pageSize, CancellationToken cancel)
    {
        var rows = Evidence(month, within);
        rows = figure switch
        {
            PersonFigure.Capacity => rows.Where(r => r.HasCapacity),
            PersonFigure.WillingAndAble => rows.Where(r => r.HasCapacity && r.Willing),
            PersonFigure.Employed => rows.Where(r => r.Employed),
            PersonFigure.StablyEmployed => rows.Where(r => r.Stable),
            PersonFigure.WillingWithoutWork => rows.Where(r => r.HasCapacity && r.Willing && !r.Employed),
            _ => rows,
        };
        if (channels.Count > 0) rows = rows.Where(r => r.Channel != null && channels.Contains(r.Channel.Value));

        var total = await rows.CountAsync(cancel);
        var found = await rows.OrderBy(r => r.SettlementId).ThenBy(r => r.HouseholdId).ThenBy(r => r.PersonId).Skip(page * pageSize).Take(pageSize).ToListAsync(cancel);
        var people = found.ConvertAll(r => r.PersonId);
        var spellIds = found.Where(r => r.SpellId != null).Select(r => r.SpellId!.Value).ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var spells = await db.Set<EmploymentSpell>().AsNoTracking().Where(s => spellIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        var settlements = await NamesAsync(found.Select(r => r.SettlementId), cancel);
        return new RowsBehind<PersonBehind>(found.ConvertAll(r =>
        {
            var spell = r.SpellId is { } id ? spells.GetValueOrDefault(id) : null;
            return new PersonBehind(
                r.PersonId, names.GetValueOrDefault(r.PersonId) ?? "", r.HouseholdId, r.SettlementId, settlements.GetValueOrDefault(r.SettlementId) ?? "", r.HasCapacity, r.Willing,
                r.Employed, r.Stable, r.Channel, r.WageFenPerMonth, spell?.Workplace ?? "", spell?.Start, spell?.Check.Source ?? FactSource.Unknown);
        }), total);
    }

    public Task<RowsBehind<PersonBehind>> PeopleAsync(PersonFigure figure, Channel? channel, Month month, long? settlementId, int page, int pageSize, CancellationToken cancel) =>
        PeopleAsync(figure, channel, month, new Within(settlementId), page, pageSize, cancel);

    private IQueryable<WorkerMonth> Evidence(Month month, Within within) => within.Of(
        from count in db.Set<MonthCount>()
        join row in db.Set<WorkerMonth>().AsNoTracking() on count.Id equals row.MonthCountId
        where count.IsCurrent && count.Month == month.Code
        select row, db);

    private async Task<Dictionary<long, string>> NamesAsync(IEnumerable<long> settlementIds, CancellationToken cancel)
    {
        var ids = settlementIds.Distinct().ToList();
        return await db.Set<Settlement>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
    }
}
