using JobMatch.Cases;
using JobMatch.Settlements;
using JobMatch.Tallies;

namespace JobMatch.Web.ForSupervisors.Month;

/// <summary>A month of the scope with the one before, the months up to it, and what needs a look.</summary>
public sealed record MonthPage(
    MonthCoverage Now, MonthCoverage? Before, IReadOnlyList<MonthPoint> Series, ILookup<long, SettlementPoint> BySettlement, PlaceFindings Findings,
    CasePage Overdue, IReadOnlyDictionary<long, string> Townships, IReadOnlyList<Settlement> WithoutStation, IReadOnlyList<Data.Month> Counted, int Months)
{
    public IReadOnlyList<CountedRule> Rules => [.. Now.Rules, .. Findings.Rules];

    public string NameOf(Within place) => place.SettlementId is { } id
        ? Now.Settlements.FirstOrDefault(s => s.SettlementId == id)?.Name ?? ""
        : Townships.GetValueOrDefault(place.TownshipCode ?? 0) ?? "";
}

public sealed class MonthReader(
    CoverageView coverage, SettlementSeriesView series, PlaceFindingsView findings, CasesView cases, TownshipNames townships, SettlementsWithoutStation withoutStation)
{
    private const int OverdueShown = 3;

    /// <summary>The month asked for, else the newest one counted; null when it is not counted.</summary>
    public async Task<MonthPage?> ReadAsync(Data.Month? asked, int months, CancellationToken cancel)
    {
        if ((asked ?? await coverage.LatestMonthAsync(cancel)) is not { } month || await coverage.OfMonthAsync(month, cancel) is not { } now) return null;
        var before = await coverage.OfMonthAsync(month.Previous, cancel);
        return new MonthPage(
            now, before,
            await coverage.SeriesAsync(month, months, null, cancel),
            await series.RunAsync(month, 12, cancel),
            await findings.RunAsync(now, before, cancel),
            await cases.RunAsync(new CaseQuery { Kinds = [CaseKind.ZeroEmploymentHousehold], OnlyOverdue = true, PageSize = OverdueShown }, cancel),
            await townships.ReadAsync(now.Townships.Select(t => t.TownshipCode), cancel),
            await withoutStation.RunAsync(cancel),
            await series.CountedAsync(cancel),
            months);
    }
}
