using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>下降较快: employed people of a place, the month before and now.</summary>
public sealed record FastDecline(Within Place, int Before, int Now)
{
    public int Fewer => Before - Now;

    /// <summary>In percent of the month before, one decimal.</summary>
    public decimal Percent => Math.Round(100m * Fewer / Before, 1, MidpointRounding.AwayFromZero);
}

/// <summary>渠道窄: one channel, or one employer, has most of a settlement's employed people.</summary>
public sealed record NarrowPlace(long SettlementId, Channel? Channel, long? EmployerId, string Employer, int People, int Employed)
{
    public decimal Percent => Math.Round(100m * People / Employed, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What the numbers of a month say about places, and the rules that say so.</summary>
public sealed record PlaceFindings(IReadOnlyList<FastDecline> Declines, IReadOnlyList<NarrowPlace> Narrow, IReadOnlyList<CountedRule> Rules);

/// <summary>Places in need of a look by the dated rules (001 §4): falling fast, or hanging on one channel or employer.</summary>
public sealed class PlaceFindingsView(JobMatchDbContext db)
{
    public async Task<PlaceFindings> RunAsync(MonthCoverage now, MonthCoverage? before, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(now);
        var rules = await RuleBook.ReadAsync(db, cancel);
        var day = now.Month.LastDay;
        var (percent, people, narrow) = (rules.On(day, RuleName.DeclinePercent), rules.On(day, RuleName.DeclinePeople), rules.On(day, RuleName.NarrowChannelPercent));
        return new PlaceFindings(
            before is null ? [] : Declines(now, before, percent.Value, people.Value),
            [.. OneChannel(now, narrow.Value).Concat(await OneEmployerAsync(now, narrow.Value, cancel)).OrderByDescending(n => n.Percent).ThenBy(n => n.SettlementId)],
            [CountedRule.Of(percent), CountedRule.Of(people), CountedRule.Of(narrow)]);
    }

    private static List<FastDecline> Declines(MonthCoverage now, MonthCoverage before, decimal percent, decimal people)
    {
        var settlements = before.Settlements.ToDictionary(s => s.SettlementId, s => s.Figures.Employed);
        var townships = before.Townships.ToDictionary(t => t.TownshipCode, t => t.Figures.Employed);
        // A township of one settlement would say the same thing twice.
        var several = now.Settlements.CountBy(s => s.TownshipCode).Where(t => t.Value > 1).Select(t => t.Key).ToHashSet();
        return [.. now.Settlements.Select(s => new FastDecline(new Within(s.SettlementId), settlements.GetValueOrDefault(s.SettlementId), s.Figures.Employed))
            .Concat(now.Townships.Where(t => several.Contains(t.TownshipCode))
                .Select(t => new FastDecline(new Within(TownshipCode: t.TownshipCode), townships.GetValueOrDefault(t.TownshipCode), t.Figures.Employed)))
            .Where(d => d.Before > 0 && d.Fewer >= people && 100m * d.Fewer / d.Before >= percent)
            .OrderByDescending(d => d.Fewer)];
    }

    private static IEnumerable<NarrowPlace> OneChannel(MonthCoverage now, decimal percent) =>
        from settlement in now.Settlements
        from channel in settlement.Figures.ByChannel
        where settlement.Figures.Employed > 0 && 100m * channel.Value / settlement.Figures.Employed >= percent
        select new NarrowPlace(settlement.SettlementId, channel.Key, null, "", channel.Value, settlement.Figures.Employed);

    private async Task<List<NarrowPlace>> OneEmployerAsync(MonthCoverage now, decimal percent, CancellationToken cancel)
    {
        var employed = now.Settlements.ToDictionary(s => s.SettlementId, s => s.Figures.Employed);
        var countId = now.Count.Id;
        var groups = await (
            from row in db.Set<WorkerMonth>()
            join spell in db.Set<EmploymentSpell>() on row.SpellId equals spell.Id
            where row.MonthCountId == countId && row.Employed && spell.EmployerId != null
            group row by new { row.SettlementId, EmployerId = spell.EmployerId!.Value } into g
            select new { g.Key.SettlementId, g.Key.EmployerId, People = g.Count() }).ToListAsync(cancel);
        var found = groups.Where(g => employed.GetValueOrDefault(g.SettlementId) is > 0 and var all && 100m * g.People / all >= percent).ToList();
        var ids = found.ConvertAll(g => g.EmployerId);
        var names = await db.Set<Employer>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, cancel);
        return found.ConvertAll(g => new NarrowPlace(g.SettlementId, null, g.EmployerId, names.GetValueOrDefault(g.EmployerId) ?? "", g.People, employed[g.SettlementId]));
    }
}
