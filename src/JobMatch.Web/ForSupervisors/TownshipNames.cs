using JobMatch.Data;
using JobMatch.Regions;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForSupervisors;

/// <summary>Names of townships by their code; a code that nobody entered is shown as it is.</summary>
public sealed class TownshipNames(JobMatchDbContext db)
{
    public async Task<IReadOnlyDictionary<long, string>> ReadAsync(IEnumerable<long> codes, CancellationToken cancel)
    {
        var wanted = codes.Distinct().ToList();
        var known = await db.Set<Region>().Where(r => wanted.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancel);
        return wanted.ToDictionary(c => c, c => known.TryGetValue(c, out var name) ? name : c.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
