using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>Figures of one or more settlements; the two coverages follow the dated rules.</summary>
public sealed record Coverage
{
    public static Coverage None { get; } = new();

    public int Households { get; init; }

    public int CapacityHouseholds { get; init; }

    public int WillingHouseholds { get; init; }

    public int CoveredHouseholds { get; init; }

    public int ZeroEmploymentHouseholds { get; init; }

    public int Workers { get; init; }

    public int Employed { get; init; }

    public int StablyEmployed { get; init; }

    public IReadOnlyDictionary<Channel, int> ByChannel { get; init; } = new Dictionary<Channel, int>();

    /// <summary>Coverage A in percent: of the households with labour capacity, those with somebody in stable work (001 §1, 004).</summary>
    public decimal? CoverageA => Percent(CoveredHouseholds, CapacityHouseholds);

    /// <summary>Coverage B in percent: people in stable work, per household with labour capacity and willingness (003 一(二)); 100 is one each.</summary>
    public decimal? CoverageB => Percent(StablyEmployed, WillingHouseholds);

    public static Coverage operator +(Coverage left, Coverage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Households = left.Households + right.Households,
            CapacityHouseholds = left.CapacityHouseholds + right.CapacityHouseholds,
            WillingHouseholds = left.WillingHouseholds + right.WillingHouseholds,
            CoveredHouseholds = left.CoveredHouseholds + right.CoveredHouseholds,
            ZeroEmploymentHouseholds = left.ZeroEmploymentHouseholds + right.ZeroEmploymentHouseholds,
            Workers = left.Workers + right.Workers,
            Employed = left.Employed + right.Employed,
            StablyEmployed = left.StablyEmployed + right.StablyEmployed,
            ByChannel = left.ByChannel.Concat(right.ByChannel).GroupBy(c => c.Key).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)),
        };
    }

    public static Coverage Add(Coverage left, Coverage right) => left + right;

    public static Coverage Of(SettlementMonth row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Households = row.Households,
            CapacityHouseholds = row.CapacityHouseholds,
            WillingHouseholds = row.WillingHouseholds,
            CoveredHouseholds = row.CoveredHouseholds,
            ZeroEmploymentHouseholds = row.ZeroEmploymentHouseholds,
            Workers = row.Workers,
            Employed = row.Employed,
            StablyEmployed = row.StablyEmployed,
            ByChannel = row.ByChannel.ToDictionary(c => (Channel)c.Key, c => c.Value),
        };
    }

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}

public sealed record SettlementCoverage(long SettlementId, string Name, long TownshipCode, SettlementTier Tier, Coverage Figures);

public sealed record TownshipCoverage(long TownshipCode, Coverage Figures);

/// <summary>A month over the scope: in all, settlements of 800 and more alone, by township, by settlement.</summary>
public sealed record MonthCoverage(
    Month Month, MonthCount Count, Coverage All, Coverage From800, IReadOnlyList<TownshipCoverage> Townships, IReadOnlyList<SettlementCoverage> Settlements)
{
    public IReadOnlyList<CountedRule> Rules { get; } = [.. Count.Rules.Select(CountedRule.Parse)];
}

public sealed record MonthPoint(Month Month, Coverage All, Coverage From800);

public sealed record AverageWage(long SettlementId, int People, long FenPerMonth);

/// <summary>Coverage for supervisors: what the counted months say about the settlements of the scope.</summary>
public sealed class CoverageView(JobMatchDbContext db)
{
    /// <summary>The latest month that is counted, or null.</summary>
    public async Task<Month?> LatestMonthAsync(CancellationToken cancel) =>
        await db.Set<MonthCount>().Where(c => c.IsCurrent).MaxAsync(c => (int?)c.Month, cancel) is { } code ? Month.Parse(code) : null;

    public Task<bool> IsCountedAsync(Month month, CancellationToken cancel) => db.Set<MonthCount>().AnyAsync(c => c.Month == month.Code && c.IsCurrent, cancel);

    public async Task<MonthCoverage?> OfMonthAsync(Month month, CancellationToken cancel)
    {
        var count = await db.Set<MonthCount>().AsNoTracking().SingleOrDefaultAsync(c => c.Month == month.Code && c.IsCurrent, cancel);
        if (count is null) return null;
        var rows = await db.Set<SettlementMonth>().AsNoTracking().Where(r => r.MonthCountId == count.Id).ToListAsync(cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var each = rows.Where(r => settlements.ContainsKey(r.SettlementId)).Select(r => (Of: settlements[r.SettlementId], Row: r))
            .Select(r => new SettlementCoverage(r.Of.Id, r.Of.Name, r.Of.TownshipCode, r.Of.Tier, Coverage.Of(r.Row)))
            .OrderBy(s => s.Figures.CoverageA ?? 101).ThenByDescending(s => s.Figures.CapacityHouseholds).ThenBy(s => s.SettlementId).ToList();
        var townships = each.GroupBy(s => s.TownshipCode).Select(g => new TownshipCoverage(g.Key, Sum(g))).OrderBy(t => t.TownshipCode).ToList();
        return new MonthCoverage(month, count, Sum(each), Sum(each.Where(s => s.Tier >= SettlementTier.From800)), townships, each);
    }

    /// <summary>The counted months up to one, oldest first; of one settlement or of the whole scope.</summary>
    public async Task<IReadOnlyList<MonthPoint>> SeriesAsync(Month last, int months, long? settlementId, CancellationToken cancel)
    {
        var earliest = Month.Of(last.FirstDay.AddMonths(1 - months)).Code;
        var rows = await (
            from count in db.Set<MonthCount>()
            join row in db.Set<SettlementMonth>() on count.Id equals row.MonthCountId
            where count.IsCurrent && count.Month >= earliest && count.Month <= last.Code && (settlementId == null || row.SettlementId == settlementId)
            select row).AsNoTracking().ToListAsync(cancel);
        var large = (await db.Set<Settlement>().Where(s => s.Population >= (int)SettlementTier.From800).Select(s => s.Id).ToListAsync(cancel)).ToHashSet();
        return [.. rows.GroupBy(r => r.Month).OrderBy(g => g.Key).Select(g => new MonthPoint(
            Month.Parse(g.Key),
            g.Select(Coverage.Of).Aggregate(Coverage.None, Coverage.Add),
            g.Where(r => large.Contains(r.SettlementId)).Select(Coverage.Of).Aggregate(Coverage.None, Coverage.Add)))];
    }

    /// <summary>What the employed earn on average, where a wage is recorded.</summary>
    public async Task<IReadOnlyList<AverageWage>> WagesAsync(Month month, CancellationToken cancel) => (await (
            from count in db.Set<MonthCount>()
            join row in db.Set<WorkerMonth>() on count.Id equals row.MonthCountId
            where count.IsCurrent && count.Month == month.Code && row.Employed && row.WageFenPerMonth != null
            group row by row.SettlementId into g
            select new { g.Key, People = g.Count(), Wage = g.Average(r => (double)r.WageFenPerMonth!.Value) }).ToListAsync(cancel))
        .ConvertAll(g => new AverageWage(g.Key, g.People, (long)Math.Round(g.Wage)));

    private static Coverage Sum(IEnumerable<SettlementCoverage> settlements) => settlements.Select(s => s.Figures).Aggregate(Coverage.None, Coverage.Add);
}
