using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>Settlements, townships and stations as residents are told of them; all of it is public.</summary>
public sealed class CountyPlaces(JobMatchDbContext db)
{
    public async Task<IReadOnlyList<(long Id, string Name)>> SettlementNamesAsync(CancellationToken cancel)
    {
        var rows = await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.TownshipCode).ThenBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        return [.. rows.Select(s => (s.Id, s.Name))];
    }

    public Task<Dictionary<long, Settlement>> SettlementsAsync(CancellationToken cancel) => db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);

    /// <summary>Townships that have a settlement, by name.</summary>
    public async Task<IReadOnlyList<(long Code, string Name)>> TownshipsAsync(CancellationToken cancel)
    {
        var codes = await db.Set<Settlement>().Select(s => s.TownshipCode).Distinct().ToListAsync(cancel);
        var rows = await db.Set<Region>().AsNoTracking().Where(r => codes.Contains(r.Code)).OrderBy(r => r.Code).Select(r => new { r.Code, r.Name }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Code, r.Name))];
    }

    /// <summary>The station that serves a settlement, or null.</summary>
    public Task<Station?> StationOfAsync(long settlementId, CancellationToken cancel) =>
        db.Set<Station>().AsNoTracking().Where(s => s.Serves.Any(x => x.SettlementId == settlementId)).OrderBy(s => s.Id).FirstOrDefaultAsync(cancel);

    /// <summary>All stations with the names of what they serve.</summary>
    public async Task<IReadOnlyList<(Station Station, IReadOnlyList<string> Serves)>> StationsAsync(CancellationToken cancel)
    {
        var stations = await db.Set<Station>().AsNoTracking().Include(s => s.Serves).OrderBy(s => s.CountyCode).ThenBy(s => s.Id).ToListAsync(cancel);
        var names = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return [.. stations.Select(s => (s, (IReadOnlyList<string>)[.. s.Serves.Select(x => names.GetValueOrDefault(x.SettlementId)).OfType<string>()]))];
    }
}
