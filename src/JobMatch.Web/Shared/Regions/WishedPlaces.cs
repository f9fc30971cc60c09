using JobMatch.Data;
using JobMatch.Regions;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Shared.Regions;

/// <summary>A place that one may wish to work in.</summary>
public sealed record PlaceToWish(int Code, string Name);

/// <summary>A province, and its prefectures and cities; a municipality has none.</summary>
public sealed record ProvinceToWish(PlaceToWish Province, IReadOnlyList<PlaceToWish> Cities);

/// <summary>What a form offers, and what is chosen of it.</summary>
/// <param name="Here">The county and its townships.</param>
/// <param name="Near">The other counties of the prefecture.</param>
/// <param name="Away">Provinces with their prefectures, her own first.</param>
/// <param name="Chosen">Codes.</param>
public sealed record PlaceChoices(IReadOnlyList<PlaceToWish> Here, IReadOnlyList<PlaceToWish> Near, IReadOnlyList<ProvinceToWish> Away, IReadOnlyList<int> Chosen)
{
    /// <summary>What was chosen and is on offer: a code that a form invents is no place.</summary>
    public IReadOnlyList<int> Known => [.. Here.Concat(Near).Concat(Away.SelectMany(a => a.Cities.Prepend(a.Province))).Select(p => p.Code).Intersect(Chosen)];

    public bool IsChosen(PlaceToWish place) => place is not null && Chosen.Contains(place.Code);

    public bool AnyChosen(ProvinceToWish away) => away is not null && away.Cities.Prepend(away.Province).Any(IsChosen);
}

/// <summary>Places as wishes: the ledger's county, its townships and its neighbours, and the country's provinces and prefectures.</summary>
public sealed class WishedPlaces(JobMatchDbContext db)
{
    /// <param name="county">6 digits: where she lives.</param>
    /// <param name="chosen">What is wished already.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<PlaceChoices> OfAsync(int county, IReadOnlyList<int> chosen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        long own = county, prefecture = county / 100 * 100;
        var rows = await db.Set<Region>().AsNoTracking()
            .Where(r => r.Level <= RegionLevel.City || (r.Level == RegionLevel.County && (r.ParentCode == prefecture || r.Code == own)) || (r.Level == RegionLevel.Township && r.ParentCode == own))
            .OrderBy(r => r.Code).ToListAsync(cancel);
        var known = rows.Where(r => r.Level <= RegionLevel.County).Select(r => new PlaceToWish((int)r.Code, r.Name))
            .Concat(Divisions.Instance.All.Select(d => new PlaceToWish(d.Code, d.Name))).DistinctBy(p => p.Code).OrderBy(p => p.Code).ToList();
        var cities = known.Where(p => p.Code % 100 == 0 && p.Code % 10_000 != 0).ToLookup(p => p.Code / 10_000);
        return new PlaceChoices(
            [.. rows.Where(r => r.Code == own || r.Level == RegionLevel.Township).Select(r => new PlaceToWish((int)r.Code, r.Name))],
            [.. known.Where(p => p.Code % 100 != 0 && p.Code / 100 * 100 == prefecture && p.Code != own)],
            [.. known.Where(p => p.Code % 10_000 == 0).OrderByDescending(p => p.Code / 10_000 == own / 10_000).Select(p => new ProvinceToWish(p, [.. cities[p.Code / 10_000]]))],
            chosen);
    }

    /// <summary>Names of wished places, in the order of their codes; a code that nobody knows is left out.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<int> codes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0) return [];
        var wanted = codes.Select(c => (long)c).ToList();
        var names = await db.Set<Region>().Where(r => wanted.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancel);
        return [.. wanted.Order().Select(code => names.GetValueOrDefault(code) ?? Divisions.Instance.Find(code)?.Name).OfType<string>()];
    }
}
