using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Regions;

/// <summary>Makes sure that divisions exist (a county that starts empty writes its own); a changed name is taken over.</summary>
public sealed class EnsureRegions(JobMatchDbContext db)
{
    /// <summary>How many rows were added or renamed.</summary>
    public async Task<Outcome<int>> RunAsync(IReadOnlyList<RegionToEnsure> regions, CancellationToken cancel)
    {
        var refusals = regions.Where(r => LevelOf(r.Code) is null || string.IsNullOrWhiteSpace(r.Name))
            .Select(r => new Refusal("Region.Malformed", "Code", r.Code)).ToList();
        if (refusals.Count > 0) return refusals;

        var codes = regions.Select(r => r.Code).ToList();
        var known = await db.Set<Region>().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, cancel);
        var changed = 0;
        foreach (var region in regions.DistinctBy(r => r.Code))
        {
            var name = region.Name.Trim();
            if (known.TryGetValue(region.Code, out var row))
            {
                if (row.Name == name) continue;
                row.Name = name;
            }
            else
            {
                var level = LevelOf(region.Code)!.Value;
                db.Add(new Region { Code = region.Code, Name = name, Level = level, ParentCode = ParentOf(region.Code, level), Latitude = region.Latitude, Longitude = region.Longitude });
            }

            changed++;
        }

        await db.SaveChangesAsync(cancel);
        return changed;
    }

    /// <summary>GB/T 2260: …0000 province, …00 city, 6 digits county, 9 township, 12 village.</summary>
    private static RegionLevel? LevelOf(long code) => code switch
    {
        >= 110_000 and <= 999_999 => code % 10_000 == 0 ? RegionLevel.Province : code % 100 == 0 ? RegionLevel.City : RegionLevel.County,
        >= 110_000_000 and <= 999_999_999 => RegionLevel.Township,
        >= 110_000_000_000 and <= 999_999_999_999 => RegionLevel.Village,
        _ => null,
    };

    private static long? ParentOf(long code, RegionLevel level) => level switch
    {
        RegionLevel.City => code / 10_000 * 10_000,
        RegionLevel.County => code / 100 * 100,
        RegionLevel.Township or RegionLevel.Village => code / 1000,
        _ => null,
    };
}

public sealed record RegionToEnsure(long Code, string Name, double? Latitude = null, double? Longitude = null);
