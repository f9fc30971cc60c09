using JobMatch.Data;
using JobMatch.Settlements;

namespace JobMatch.Tallies;

/// <summary>Whose rows a number counts: the whole scope's (default), one settlement's, one township's, or those of settlements of 800 and more.</summary>
public readonly record struct Within(long? SettlementId = null, long? TownshipCode = null, bool From800 = false)
{
    internal IQueryable<WorkerMonth> Of(IQueryable<WorkerMonth> rows, JobMatchDbContext db)
    {
        var (settlement, township) = (SettlementId, TownshipCode);
        if (settlement is not null) rows = rows.Where(r => r.SettlementId == settlement);
        if (township is null && !From800) return rows;
        var least = From800 ? (int)SettlementTier.From800 : 0;
        return rows.Where(r => db.Set<Settlement>().Any(s => s.Id == r.SettlementId && s.Population >= least && (township == null || s.TownshipCode == township)));
    }
}
