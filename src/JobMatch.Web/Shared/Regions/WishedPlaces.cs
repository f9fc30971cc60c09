using JobMatch.Data;
using JobMatch.Regions;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Shared.Regions;

/// <summary>A place that one may wish to work in.</summary>
public sealed record PlaceToWish(int Code, string Name);

/// <summary>What a form offers, and what is chosen of it.</summary>
/// <param name="Here">The county and its townships.</param>
/// <param name="Near">The other counties of the prefecture.</param>
/// <param name="Away">Provinces.</param>
/// <param name="Chosen">Codes.</param>
public sealed record PlaceChoices(IReadOnlyList<PlaceToWish> Here, IReadOnlyList<PlaceToWish> Near, IReadOnlyList<PlaceToWish> Away, IReadOnlyList<int> Chosen)
{
    /// <summary>What was chosen and is on offer: a code that a form invents is no place.</summary>
    public IReadOnlyList<int> Known => [.. Here.Concat(Near).Concat(Away).Select(p => p.Code).Intersect(Chosen)];
}

/// <summary>The places of the ledger's divisions as wishes: a county and its townships, its neighbours, the provinces.</summary>
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
            .Where(r => r.Level == RegionLevel.Province || (r.Level == RegionLevel.County && (r.ParentCode == prefecture || r.Code == own)) || (r.Level == RegionLevel.Township && r.ParentCode == own))
            .OrderBy(r => r.Code).ToListAsync(cancel);
        PlaceToWish Of(Region region) => new((int)region.Code, region.Name);
        return new PlaceChoices(
            [.. rows.Where(r => r.Code == own || r.Level == RegionLevel.Township).Select(Of)],
            [.. rows.Where(r => r.Level == RegionLevel.County && r.Code != own).Select(Of)],
            [.. rows.Where(r => r.Level == RegionLevel.Province).OrderByDescending(r => r.Code == own / 10_000 * 10_000).Select(Of)],
            chosen);
    }

    /// <summary>Names of wished places, in the order of their codes; a code without a row is left out.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<int> codes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0) return [];
        var wanted = codes.Select(c => (long)c).ToList();
        return await db.Set<Region>().Where(r => wanted.Contains(r.Code)).OrderBy(r => r.Code).Select(r => r.Name).ToListAsync(cancel);
    }
}
