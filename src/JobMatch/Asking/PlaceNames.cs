using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Asking;

/// <summary>A place and one of the forms that its name is typed in (武鸣区, 武鸣). Position: where it lies, as far as it is known; only of our own.</summary>
internal sealed record KnownPlace(string Form, string Name, long? RegionCode, long? SettlementId, GeoPoint? Position = null)
{
    /// <summary>Not in a county of ours.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>「县城」, 「不出县」: said, and no name.</summary>
    public bool IsAlias { get; init; }

    /// <summary>The township of the same short name as this settlement: 高坪 is 高坪安置点 and 高坪乡.</summary>
    public KnownPlace? Namesake { get; init; }

    /// <summary>The township of a settlement.</summary>
    public long? TownshipCode { get; init; }

    /// <summary>The regions that it lies in, by their codes, the nearest first.</summary>
    public IReadOnlyList<long> Within => [.. TownshipCode is { } township ? Region.Upwards(township) : RegionCode is { } code ? Region.Upwards(code).Skip(1) : []];

    public bool IsWithin(KnownPlace wide) => wide.RegionCode is { } code && Within.Contains(code);
}

/// <summary>Places of our own counties, longest form first, settlements before townships before counties; all other divisions by form; and the places that a reading in pinyin names.</summary>
internal sealed record KnownPlaces(IReadOnlyList<KnownPlace> Own, IReadOnlyDictionary<string, KnownPlace> Others, int LongestOther, IReadOnlyDictionary<string, KnownPlace> ByReading);

/// <summary>The names of places as people type them. Divisions change once in years: read again once a minute at most.</summary>
public sealed class PlaceNames(IServiceScopeFactory requests, TimeProvider clock)
{
    private static readonly string[] CountyForms = ["不出县里", "不出县", "本县里", "本县", "县内", "我们县里", "我们县", "在县里", "县里"];

    private static readonly string[] CountyTownForms = ["县城里", "县城", "城里头"];

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Reading? _last;

    internal async Task<KnownPlaces> ReadAsync(CancellationToken cancel)
    {
        if (_last is { } last && clock.GetUtcNow() - last.At < Fresh) return last.Places;
        await using var request = requests.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var settlements = await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Level != RegionLevel.Village).OrderBy(r => r.Level).ThenBy(r => r.Code).ToListAsync(cancel);
        var places = Sort(settlements, regions);
        _last = new Reading(clock.GetUtcNow(), places);
        return places;
    }

    private static KnownPlaces Sort(List<Settlement> settlements, List<Region> regions)
    {
        var counties = settlements.Select(s => (long)s.CountyCode).ToHashSet();
        var own = settlements.SelectMany(s => PlaceForms.Of(s.Name).Select(form => new KnownPlace(form, s.Name, null, s.Id, Point(s.Latitude, s.Longitude)) { TownshipCode = s.TownshipCode }))
            .Concat(regions.Where(r => counties.Contains(Region.CountyOf(r.Code)) && r.Level >= RegionLevel.County).OrderByDescending(r => r.Level)
                .SelectMany(r => PlaceForms.Of(r.Name).Select(form => new KnownPlace(form, r.Name, r.Code, null, Point(r.Latitude, r.Longitude)))))
            .Concat(OnlyCounty(regions.Where(r => r.Level == RegionLevel.County && counties.Contains(r.Code)).ToList()))
            .Concat(CountyTown(regions.Where(r => counties.Contains(Region.CountyOf(r.Code)) && r.Level == RegionLevel.Township).ToList()))
            .GroupBy(p => p.Form).Select(same => same.First() is { SettlementId: not null } settlement ? settlement with { Namesake = same.FirstOrDefault(p => p.RegionCode > 999_999) } : same.First())
            .OrderByDescending(p => p.Form.Length).ToList();
        // The ledger may call a division otherwise than the country's list does; then that is its name.
        var elsewhere = regions.Where(r => r.Level <= RegionLevel.County).Select(r => (r.Code, r.Name, r.Level))
            .Concat(Divisions.Instance.All.Select(d => (Code: (long)d.Code, d.Name, d.Level))).DistinctBy(r => r.Code).Where(r => !counties.Contains(r.Code));
        var others = new Dictionary<string, KnownPlace>(StringComparer.Ordinal);
        foreach (var level in elsewhere.GroupBy(r => r.Level).OrderBy(g => g.Key))
            // The wider place has the name; a name that two places of a level share says nothing.
            foreach (var form in level.SelectMany(r => PlaceForms.Of(r.Name).Select(form => new KnownPlace(form, r.Name, r.Code, null) { IsElsewhere = true })).GroupBy(p => p.Form).Where(g => g.Count() == 1))
                others.TryAdd(form.Key, form.Single());
        return new KnownPlaces(own, others, others.Keys.Max(k => k.Length), ReadPlaces(own, others.Values));
    }

    /// <summary>
    /// 「县城」 of one county: the township called 城关, else the first by its code, for the codes of a county begin at its seat (GB/T 10114). With several
    /// counties nobody knows which is meant.
    /// </summary>
    private static IEnumerable<KnownPlace> CountyTown(List<Region> townships)
    {
        if (townships.Count == 0 || townships.Select(r => Region.CountyOf(r.Code)).Distinct().Count() > 1) return [];
        var town = townships.Find(r => r.Name.StartsWith("城关", StringComparison.Ordinal)) ?? townships.MinBy(r => r.Code)!;
        return CountyTownForms.Select(form => new KnownPlace(form, town.Name, town.Code, null, Point(town.Latitude, town.Longitude)) { IsAlias = true });
    }

    /// <summary>「不出县」 where there is one county only.</summary>
    private static IEnumerable<KnownPlace> OnlyCounty(List<Region> counties) =>
        counties is [var county] ? CountyForms.Select(form => new KnownPlace(form, county.Name, county.Code, null, Point(county.Latitude, county.Longitude)) { IsAlias = true }) : [];

    private static GeoPoint? Point(double? latitude, double? longitude) => (latitude, longitude) is ({ } north, { } east) ? new GeoPoint(north, east) : null;

    /// <summary>By their reading in pinyin: our own places, then the country's provinces and cities, whose names are known to everybody. A reading of two places says nothing.</summary>
    private static Dictionary<string, KnownPlace> ReadPlaces(List<KnownPlace> own, IEnumerable<KnownPlace> others)
    {
        var read = new Dictionary<string, KnownPlace>(StringComparer.Ordinal);
        foreach (var places in (IEnumerable<KnownPlace>[])[own, others.Where(p => p.RegionCode % 100 == 0)])
            foreach (var same in places.GroupBy(p => Pinyin.Instance.Whole(p.Form) ?? "").Where(g => g.Key.Length > 0 && g.DistinctBy(p => (p.RegionCode, p.SettlementId)).Count() == 1))
                read.TryAdd(same.Key, same.First());
        return read;
    }

    private sealed record Reading(DateTimeOffset At, KnownPlaces Places);
}
