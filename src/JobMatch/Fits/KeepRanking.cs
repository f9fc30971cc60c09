using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>Keeps how a clerk wants a ranking, finds it again wherever she signs in, and forgets it. Every call names the account: nobody reads or changes anybody else's.</summary>
public sealed class KeepRanking(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>Keeps a ranking, as the query of an address, in place of what was kept; null forgets it.</summary>
    public async Task RunAsync(long accountId, RankedSearch search, string? query, CancellationToken cancel)
    {
        if (query is null) await Of(accountId, search).ExecuteDeleteAsync(cancel);
        else if (!await ReplaceAsync(accountId, search, query, cancel)) await AddAsync(accountId, search, query, cancel);
    }

    /// <summary>What she keeps for this search; null for nothing. What is opened counts as used.</summary>
    public async Task<string?> FindAsync(long accountId, RankedSearch search, CancellationToken cancel)
    {
        var kept = await Of(accountId, search).AsNoTracking().SingleOrDefaultAsync(cancel);
        var now = clock.UtcNow();
        // Once a day is enough, so that reading seldom writes.
        if (kept is not null && kept.UsedAt < now.AddDays(-1)) await Of(accountId, search).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedAt, now), cancel);
        return kept?.Query;
    }

    /// <summary>Forgets what nobody used for <see cref="KeptRanking.KeptDays"/> days before a day in China. Returns how many.</summary>
    public Task<int> ForgetUnusedAsync(DateOnly day, CancellationToken cancel)
    {
        var before = ChinaDay.StartsAt(day.AddDays(-KeptRanking.KeptDays));
        return db.Set<KeptRanking>().Where(k => k.UsedAt < before).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<KeptRanking> Of(long accountId, RankedSearch search) =>
        db.Set<KeptRanking>().Where(k => k.AccountId == accountId && k.PostingId == search.PostingId && k.PersonId == search.PersonId);

    private async Task<bool> ReplaceAsync(long accountId, RankedSearch search, string query, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return await Of(accountId, search).ExecuteUpdateAsync(set => set.SetProperty(k => k.Query, query).SetProperty(k => k.UsedAt, now), cancel) > 0;
    }

    private async Task AddAsync(long accountId, RankedSearch search, string query, CancellationToken cancel)
    {
        var kept = KeptRanking.Of(accountId, search, query, clock.UtcNow());
        db.Add(kept);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another window of hers was first between the look and the save; the later choice holds.
            db.Entry(kept).State = EntityState.Detached;
            if (!await ReplaceAsync(accountId, search, query, cancel)) throw;
        }
    }
}
