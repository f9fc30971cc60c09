using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Postings;

/// <summary>A place and one of the forms that its name is typed in (武鸣区, 武鸣).</summary>
internal sealed record KnownPlace(string Form, string Name, long? RegionCode, long? SettlementId);

/// <summary>Places of our own counties, longest form first, settlements before townships before counties; and all other divisions by form.</summary>
internal sealed record KnownPlaces(IReadOnlyList<KnownPlace> Own, IReadOnlyDictionary<string, KnownPlace> Others, int LongestOther);

/// <summary>The names of places as people type them. Divisions change once in years: read again once a minute at most.</summary>
public sealed class PlaceNames(IServiceScopeFactory requests, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly string[] Suffixes =
        ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "自治县", "自治州", "街道", "社区", "小区", "安置区", "新区", "省", "市", "县", "区", "镇", "乡", "村"];

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
        var own = settlements.SelectMany(s => Forms(s.Name).Select(form => new KnownPlace(form, s.Name, null, s.Id)))
            .Concat(regions.Where(r => counties.Contains(Region.CountyOf(r.Code)) && r.Level >= RegionLevel.County).OrderByDescending(r => r.Level)
                .SelectMany(r => Forms(r.Name).Select(form => new KnownPlace(form, r.Name, r.Code, null))))
            .DistinctBy(p => p.Form).OrderByDescending(p => p.Form.Length).ToList();
        var others = new Dictionary<string, KnownPlace>(StringComparer.Ordinal);
        foreach (var level in regions.Where(r => r.Level <= RegionLevel.County && !counties.Contains(r.Code)).GroupBy(r => r.Level).OrderBy(g => g.Key))
            // The wider place has the name; a name that two places of a level share says nothing.
            foreach (var form in level.SelectMany(r => Forms(r.Name).Select(form => new KnownPlace(form, r.Name, r.Code, null))).GroupBy(p => p.Form).Where(g => g.Count() == 1))
                others.TryAdd(form.Key, form.Single());
        return new KnownPlaces(own, others, others.Count == 0 ? 0 : others.Keys.Max(k => k.Length));
    }

    /// <summary>A name and, where two characters stay, the name without its kind: 武鸣区 → 武鸣.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        foreach (var suffix in Suffixes)
        {
            if (!name.EndsWith(suffix, StringComparison.Ordinal) || name.Length - suffix.Length < 2) continue;
            yield return name[..^suffix.Length];
            yield break;
        }
    }

    private sealed record Reading(DateTimeOffset At, KnownPlaces Places);
}
