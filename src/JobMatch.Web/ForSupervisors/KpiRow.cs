using System.Globalization;
using JobMatch.Tallies;
using JobMatch.Web.ForSupervisors.Figures;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;

namespace JobMatch.Web.ForSupervisors;

/// <summary>The six numbers at the top, with what changed since the month before. A share names the two counts it is made of; the first is what it opens to.</summary>
internal static class KpiRow
{
    internal static IReadOnlyList<Kpi> Of(Texts t, Say say, Data.Month month, Coverage now, Coverage? before, Within within, (Coverage Now, Coverage? Before)? large = null)
    {
        var row = new List<Kpi> { Share(t["County.CoverageA"], FigureName.Covered.Url(month, within), now.CoverageA, before?.CoverageA, t["County.OfHouseholds", say.Number(now.CoveredHouseholds), say.Number(now.CapacityHouseholds)]) };
        if (large is { } of)
            row.Add(Share(t["County.CoverageA.Large"], FigureName.Covered.Url(month, within with { From800 = true }), of.Now.CoverageA, of.Before?.CoverageA, t["County.OfHouseholds", say.Number(of.Now.CoveredHouseholds), say.Number(of.Now.CapacityHouseholds)]));
        row.Add(Share(t["County.CoverageB"], FigureName.Stable.Url(month, within), now.CoverageB, before?.CoverageB, t["County.PeopleOfHouseholds", say.Number(now.StablyEmployed), say.Number(now.WillingHouseholds)]));
        row.Add(Count(t["County.Zero"], say.Households(now.ZeroEmploymentHouseholds), FigureName.ZeroEmployment.Url(month, within), now.ZeroEmploymentHouseholds, before?.ZeroEmploymentHouseholds, moreIsGood: false, say));
        row.Add(Count(t["County.Employed"], say.People(now.Employed), FigureName.Employed.Url(month, within), now.Employed, before?.Employed, moreIsGood: true, say));
        row.Add(Count(t["County.Stable"], say.People(now.StablyEmployed), FigureName.Stable.Url(month, within), now.StablyEmployed, before?.StablyEmployed, moreIsGood: true, say));
        return row;
    }

    private static Kpi Share(string label, string url, decimal? now, decimal? before, string note)
    {
        var change = now - before;
        return new Kpi(label, now is { } value ? Percent(value) : "–", url)
        {
            Change = change is { } c && c != 0 ? Math.Abs(c).ToString("0.0", CultureInfo.InvariantCulture) : null,
            Rose = change > 0,
            Good = change > 0,
            Note = note,
        };
    }

    private static Kpi Count(string label, string value, string url, int now, int? before, bool moreIsGood, Say say)
    {
        var change = now - before;
        return new Kpi(label, value, url)
        {
            Change = change is { } c && c != 0 ? say.Number(Math.Abs(c)) : null,
            Rose = change > 0,
            Good = change > 0 == moreIsGood,
        };
    }

    internal static string Percent(decimal percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
