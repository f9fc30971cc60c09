using JobMatch.Regions;
using JobMatch.Settlements;

namespace JobMatch.Postings;

/// <summary>
/// Where a row's words for a place lie, seen from one county: 居家 is at home, 各村 every village, 区外 outside; the name of a settlement, a
/// township or the county is that place; the name of another county or city is outside; what says nothing known stays unknown, with its words.
/// </summary>
internal sealed class PostingPlaces
{
    private readonly int _county;
    private readonly List<(string Name, long Id)> _settlements;
    private readonly List<(string Name, long Code)> _townships;
    private readonly List<(string Name, long Code)> _others;
    private readonly string[] _countyNames;

    public PostingPlaces(int county, IEnumerable<Settlement> settlements, IReadOnlyCollection<Region> regions)
    {
        _county = county;
        _settlements = [.. settlements.Select(s => (s.Name, s.Id)).OrderByDescending(s => s.Name.Length)];
        _townships = [.. regions.Where(r => r.Level == RegionLevel.Township && Region.CountyOf(r.Code) == county)
            .SelectMany(r => PlaceForms.Of(r.Name), (r, name) => (name, r.Code)).OrderByDescending(r => r.name.Length)];
        _others = [.. regions.Where(r => r.Level is RegionLevel.Province or RegionLevel.City or RegionLevel.County && r.Code != county && !IsAbove(r.Code, county))
            .SelectMany(r => PlaceForms.Of(r.Name), (r, name) => (name, r.Code)).OrderByDescending(r => r.name.Length)];
        _countyNames = [.. regions.Where(r => r.Code == county).SelectMany(r => PlaceForms.Of(r.Name))];
    }

    /// <param name="place">The nearer words (「里建」, 「上海·虹口·北外滩」).</param>
    /// <param name="region">The wider words (「武鸣区」).</param>
    public (QuotaPlace Place, long? SettlementId, long? RegionCode) Find(string place, string region)
    {
        var words = place + " " + region;
        if (Says(words, "居家", "在家")) return (QuotaPlace.AtHome, null, null);
        if (Says(words, "各村", "每村")) return (QuotaPlace.EveryVillage, null, _county == 0 ? null : _county);
        if (Says(place, "省外", "出省")) return (QuotaPlace.OutsideProvince, null, null);
        if (Says(place, "区外", "县外", "外地")) return (QuotaPlace.OutsideCounty, null, null);
        if (_settlements.Find(s => words.Contains(s.Name, StringComparison.Ordinal)) is { Name: not null } settlement) return (QuotaPlace.Settlement, settlement.Id, null);
        if (_townships.Find(t => words.Contains(t.Name, StringComparison.Ordinal)) is { Name: not null } township) return (QuotaPlace.Township, null, township.Code);
        if (_countyNames.Any(n => words.Contains(n, StringComparison.Ordinal))) return (QuotaPlace.County, null, _county);
        // An address begins with the widest name; the nearer place is written first only where the site writes 「城市·区」.
        var first = words.TrimStart();
        if (_others.Find(o => first.StartsWith(o.Name, StringComparison.Ordinal) || region.StartsWith(o.Name, StringComparison.Ordinal)) is not { Name: not null } other)
            return Elsewhere(place, region);
        return (other.Code / Step(other.Code, 2) == _county / 10_000 ? QuotaPlace.OutsideCounty : QuotaPlace.OutsideProvince, null, other.Code);
    }

    /// <summary>What the ledger's own divisions do not know, the country's may.</summary>
    private (QuotaPlace Place, long? SettlementId, long? RegionCode) Elsewhere(string place, string region)
    {
        var (near, wide) = (Divisions.Instance.Locate(place), Divisions.Instance.Locate(region));
        if ((near ?? wide) is not { } code || code == _county || IsAbove(code, _county)) return (QuotaPlace.Unknown, null, null);
        return (code / 10_000 == _county / 10_000 ? QuotaPlace.OutsideCounty : QuotaPlace.OutsideProvince, null, code);
    }

    private static bool Says(string words, params string[] any) => any.Any(w => words.Contains(w, StringComparison.Ordinal));

    private static bool IsAbove(long code, int county) => code == county / 10_000 || code == county / 100 || code == county / 10_000 * 10_000L || code == county / 100 * 100L;

    /// <summary>What to divide a code by for its first <paramref name="digits"/> digits.</summary>
    private static long Step(long code, int digits)
    {
        var step = 1L;
        while (code / step >= (long)Math.Pow(10, digits)) step *= 10;
        return step;
    }
}
