using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Settlements;

namespace JobMatch.Search;

/// <summary>The places of a posting's open quotas, as an index needs them.</summary>
internal sealed record PostingPlaces(
    string Words, IReadOnlyList<long> RegionCodes, IReadOnlyList<long> EveryVillageOf, IReadOnlyList<long> SettlementIds, IReadOnlyList<long> WholeCounties,
    IReadOnlyList<long> WholeCountySettlementIds, IReadOnlyList<GeoPoint> Positions, bool AtHome, PostingNeeds Reach)
{
    public static PostingPlaces Of(Posting posting, Dictionary<long, Settlement> settlements, Dictionary<long, string> regions)
    {
        var words = new List<string>();
        var codes = new SortedSet<long>();
        var everyVillageOf = new SortedSet<long>();
        var inside = new SortedSet<long>();
        var wholeCounties = new SortedSet<long>();
        var positions = new List<GeoPoint>();
        var (atHome, reach) = (false, PostingNeeds.None);
        foreach (var quota in posting.Quotas.Where(q => q.Open > 0).OrderBy(q => q.Id))
        {
            var settlement = quota.SettlementId is { } id ? settlements.GetValueOrDefault(id) : null;
            var code = quota.RegionCode ?? settlement?.TownshipCode ?? Told(quota) ?? Fallback(quota.Place, posting.CountyCode);
            if (quota.IsOnePlace && (quota.Latitude ?? settlement?.Latitude, quota.Longitude ?? settlement?.Longitude) is ({ } latitude, { } longitude)) positions.Add(new GeoPoint(latitude, longitude));
            if (quota.PlaceText.Length > 0) words.Add(quota.PlaceText);
            if (settlement is not null)
            {
                words.Add(settlement.Name);
                inside.Add(settlement.Id);
            }

            if (code is { } known)
            {
                codes.UnionWith(Region.Upwards(known));
                words.AddRange(Region.Upwards(known).Take(3).Select(c => regions.GetValueOrDefault(c) ?? Divisions.Instance.Find(c)?.Name).OfType<string>());
            }

            atHome |= quota.Place == QuotaPlace.AtHome;
            reach |= ReachOf(quota.Place, code, posting.CountyCode);
            if (quota.Place == QuotaPlace.County && code is { } county && !IsInTown(quota.PlaceText)) wholeCounties.Add(county);
            if (quota.Place != QuotaPlace.EveryVillage || code is not { } area) continue;
            everyVillageOf.Add(area);
            inside.UnionWith(Within(area));
        }

        return new PostingPlaces(string.Join(' ', words.Distinct(StringComparer.Ordinal)), [.. codes], [.. everyVillageOf], [.. inside], [.. wholeCounties], [.. wholeCounties.SelectMany(Within).Except(inside).Order()], [.. positions.Distinct()], atHome, reach);

        IEnumerable<long> Within(long area) => settlements.Values.Where(s => Region.Upwards(s.TownshipCode).Contains(area)).Select(s => s.Id);
    }

    /// <summary>How far from the posting's county one of its places is; work at home is nowhere else.</summary>
    private static PostingNeeds ReachOf(QuotaPlace place, long? code, int county)
    {
        if (place == QuotaPlace.AtHome) return PostingNeeds.InCounty | PostingNeeds.InProvince;
        var isAway = place is QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince;
        var isFar = place == QuotaPlace.OutsideProvince || (place is QuotaPlace.OutsideCounty or QuotaPlace.Unknown && code is { } told && Region.CountyOf(told) / 10_000 != county / 10_000);
        var isHere = !isAway && !isFar && (code is not { } known || known < 100_000 || Region.CountyOf(known) == county);
        return (isAway ? PostingNeeds.Away : PostingNeeds.None) | (isFar ? PostingNeeds.OutsideProvince : PostingNeeds.InProvince) | (isHere ? PostingNeeds.InCounty : PostingNeeds.None);
    }

    /// <summary>「黔山县城区」 is the county's only for who knows no nearer name.</summary>
    private static bool IsInTown(string text) => text.Contains("县城", StringComparison.Ordinal) || text.Contains("城区", StringComparison.Ordinal) || text.Contains("城里", StringComparison.Ordinal);

    /// <summary>Where nobody coded the place, its words may begin with one that the country knows.</summary>
    private static long? Told(Quota quota) =>
        quota.Place is QuotaPlace.Unknown or QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince ? Divisions.Instance.Locate(quota.PlaceText) : null;

    /// <summary>A place that was not said is taken to be in the posting's county; one that is said to be elsewhere is not.</summary>
    private static long? Fallback(QuotaPlace place, int county) =>
        place is QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince or QuotaPlace.AtHome ? null : county;
}
