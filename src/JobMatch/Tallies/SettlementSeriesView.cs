using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

public sealed record SettlementPoint(long SettlementId, Month Month, Coverage Figures);

/// <summary>Every settlement of the scope over the counted months, in one query: for the small lines beside their names.</summary>
public sealed class SettlementSeriesView(JobMatchDbContext db)
{
    /// <summary>Points by settlement, oldest month first.</summary>
    public async Task<ILookup<long, SettlementPoint>> RunAsync(Month last, int months, CancellationToken cancel)
    {
        var earliest = Month.Of(last.FirstDay.AddMonths(1 - months)).Code;
        var rows = await (
            from count in db.Set<MonthCount>()
            join row in db.Set<SettlementMonth>() on count.Id equals row.MonthCountId
            where count.IsCurrent && count.Month >= earliest && count.Month <= last.Code
            orderby row.Month
            select row).AsNoTracking().ToListAsync(cancel);
        return rows.ToLookup(r => r.SettlementId, r => new SettlementPoint(r.SettlementId, Month.Parse(r.Month), Coverage.Of(r)));
    }

    /// <summary>Every month that is counted, newest first.</summary>
    public async Task<IReadOnlyList<Month>> CountedAsync(CancellationToken cancel) =>
        (await db.Set<MonthCount>().Where(c => c.IsCurrent).OrderByDescending(c => c.Month).Select(c => c.Month).ToListAsync(cancel)).ConvertAll(Month.Parse);
}
