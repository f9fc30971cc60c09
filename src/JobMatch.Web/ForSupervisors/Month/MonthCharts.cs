using System.Globalization;
using JobMatch.EmploymentSpells;
using JobMatch.Tallies;
using JobMatch.Web.ForSupervisors.Figures;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;

namespace JobMatch.Web.ForSupervisors.Month;

/// <summary>The pictures of the supervisors' pages; each has its table.</summary>
public sealed class MonthCharts(Texts texts)
{
    public Chart BySettlement(MonthCoverage month)
    {
        ArgumentNullException.ThrowIfNull(month);
        var rows = month.Settlements.Where(s => s.Figures.CoverageA is not null).OrderByDescending(s => s.Figures.CoverageA).ToList();
        return new Chart("by-settlement", texts["County.Chart.BySettlement"], "rows", "%", rows.ConvertAll(s => s.Name),
            [new(texts["County.CoverageA.Short"], rows.ConvertAll(s => (double?)s.Figures.CoverageA))])
        {
            LabelHead = texts["County.Settlement"],
            Urls = rows.ConvertAll(s => string.Create(CultureInfo.InvariantCulture, $"/county/settlements/{s.SettlementId}?month={month.Month.Code}")),
        };
    }

    /// <summary>Every channel of the month, also those that nobody uses: an empty one is a finding.</summary>
    public Chart Channels(Coverage figures, Data.Month month, Within within)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var rows = Enum.GetValues<Channel>().Select(c => (Channel: c, People: figures.ByChannel.GetValueOrDefault(c))).OrderByDescending(c => c.People).ToList();
        return new Chart("channels", texts["County.Chart.Channels"], "rows", texts["County.Unit.People"], rows.ConvertAll(c => texts.Of(c.Channel)),
            [new(texts["County.Employed"], rows.ConvertAll(c => (double?)c.People))])
        {
            LabelHead = texts["County.Channel"],
            Urls = rows.ConvertAll(c => FigureName.Employed.Url(month, within, c.Channel)),
        };
    }

    public Chart Employed(IReadOnlyList<MonthPoint> series, Within within) => new(
        "employed", texts["County.Chart.Employed", series.Count], "area", texts["County.Unit.People"], Labels(series),
        [.. Enum.GetValues<ChannelGroup>().Select(group => new ChartSeries(texts[$"County.Group.{group}"], [.. series.Select(p => (double?)group.Channels().Sum(c => p.All.ByChannel.GetValueOrDefault(c)))])
        {
            Urls = [.. series.Select(p => FigureName.Employed.Url(p.Month, within, group: group))],
        })])
    { LabelHead = texts["County.Month"] };

    public Chart Coverage(IReadOnlyList<MonthPoint> series, Within within) => new(
        "coverage", texts["County.Chart.Coverage", series.Count], "line", "%", Labels(series),
        [
            new(texts["County.CoverageA.Short"], [.. series.Select(p => (double?)p.All.CoverageA)]) { Urls = [.. series.Select(p => FigureName.Covered.Url(p.Month, within))] },
            new(texts["County.CoverageB.Short"], [.. series.Select(p => (double?)p.All.CoverageB)]) { Urls = [.. series.Select(p => FigureName.Stable.Url(p.Month, within))] },
        ]) { LabelHead = texts["County.Month"] };

    public Chart ZeroEmployment(IReadOnlyList<MonthPoint> series) => new(
        "zero", texts["County.Chart.Zero", series.Count], "bar", texts["County.Unit.Households"], Labels(series),
        [new(texts["County.Zero"], [.. series.Select(p => (double?)p.All.ZeroEmploymentHouseholds)])])
    { LabelHead = texts["County.Month"], Urls = [.. series.Select(p => FigureName.ZeroEmployment.Url(p.Month))] };

    private static List<string> Labels(IReadOnlyList<MonthPoint> series) => [.. series.Select(p => p.Month.FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture))];
}
