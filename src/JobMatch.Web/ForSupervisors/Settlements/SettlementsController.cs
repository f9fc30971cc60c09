using JobMatch.Data;
using JobMatch.Settlements;
using JobMatch.Tallies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForSupervisors.Settlements;

/// <summary>The settlements of the scope with who serves them, and their figures of the newest month where one is counted.</summary>
public sealed record SettlementList(IReadOnlyList<Settlement> Settlements, ILookup<long, Station> Stations, IReadOnlyDictionary<long, string> Townships, MonthCoverage? Month);

public sealed record SettlementPage(
    Settlement Settlement, string Township, IReadOnlyList<Station> Stations, Data.Month? Month, Coverage? Now, Coverage? Before, IReadOnlyList<MonthPoint> Series,
    PlaceFindings? Findings, long? AverageWageFen, IReadOnlyList<CountedRule> Rules, IReadOnlyList<Data.Month> Counted);

/// <summary>Places: who lives there, who serves them, how it went.</summary>
[Route("/county/settlements")]
public sealed class SettlementsController(
    JobMatchDbContext db, CurrentScope scope, CoverageView coverage, PlaceFindingsView findings, SettlementSeriesView counted, TownshipNames townships) : SupervisorController
{
    private const int Months = 24;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var mine = scope.Value.SettlementIds;
        var settlements = await db.Set<Settlement>().AsNoTracking().Where(s => mine.Contains(s.Id)).OrderByDescending(s => s.Population).ToListAsync(cancel);
        var month = await coverage.LatestMonthAsync(cancel) is { } latest ? await coverage.OfMonthAsync(latest, cancel) : null;
        return View(new SettlementList(settlements, await StationsAsync(mine, cancel), await townships.ReadAsync(settlements.Select(s => s.TownshipCode), cancel), month));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, int? month, CancellationToken cancel)
    {
        if (!scope.Value.CoversSettlement(id) || await db.Set<Settlement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } settlement) return NotFound();
        var township = (await townships.ReadAsync([settlement.TownshipCode], cancel))[settlement.TownshipCode];
        var stations = (await StationsAsync([id], cancel))[id].ToList();
        var asked = MonthOf(month) ?? await coverage.LatestMonthAsync(cancel);
        if (asked is not { } of || await coverage.OfMonthAsync(of, cancel) is not { } now)
            return View(new SettlementPage(settlement, township, stations, null, null, null, [], null, null, [], []));
        var before = await coverage.OfMonthAsync(of.Previous, cancel);
        var found = await findings.RunAsync(now, before, cancel);
        var wage = (await coverage.WagesAsync(of, cancel)).FirstOrDefault(w => w.SettlementId == id);
        return View(new SettlementPage(
            settlement, township, stations, of, Figures(now, id), Figures(before, id), await coverage.SeriesAsync(of, Months, id, cancel),
            new PlaceFindings([.. found.Declines.Where(d => d.Place.SettlementId == id)], [.. found.Narrow.Where(n => n.SettlementId == id)], found.Rules),
            wage?.FenPerMonth, [.. now.Rules, .. found.Rules], await counted.CountedAsync(cancel)));
    }

    private static Coverage? Figures(MonthCoverage? month, long id) => month?.Settlements.FirstOrDefault(s => s.SettlementId == id)?.Figures;

    private async Task<ILookup<long, Station>> StationsAsync(IReadOnlyCollection<long> settlementIds, CancellationToken cancel)
    {
        var stations = await db.Set<Station>().AsNoTracking().Include(s => s.Serves).Where(s => s.Serves.Any(x => settlementIds.Contains(x.SettlementId))).OrderBy(s => s.Kind).ThenBy(s => s.Name).ToListAsync(cancel);
        return stations.SelectMany(s => s.Serves.Select(x => (x.SettlementId, Station: s))).ToLookup(x => x.SettlementId, x => x.Station);
    }
}
