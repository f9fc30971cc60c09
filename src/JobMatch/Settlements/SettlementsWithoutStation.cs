using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Settlements;

/// <summary>Settlements of the scope that no station, window or guidance centre serves: a finding (001 §2).</summary>
public sealed class SettlementsWithoutStation(JobMatchDbContext db, CurrentScope scope)
{
    public async Task<IReadOnlyList<Settlement>> RunAsync(CancellationToken cancel)
    {
        var mine = scope.Value.SettlementIds;
        var all = scope.Value.IsSystem;
        return await db.Set<Settlement>().AsNoTracking()
            .Where(s => (all || mine.Contains(s.Id)) && !db.Set<StationSettlement>().Any(served => served.SettlementId == s.Id))
            .OrderByDescending(s => s.Population).ToListAsync(cancel);
    }
}
