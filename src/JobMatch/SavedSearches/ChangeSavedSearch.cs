using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.SavedSearches;

/// <summary>Renames, stops, starts again or deletes one's own saved search; somebody else's is not found.</summary>
public sealed class ChangeSavedSearch(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> RenameAsync(long accountId, long id, string? name, CancellationToken cancel)
    {
        var wanted = (name ?? "").Trim();
        if (wanted.Length == 0) return new Refusal("Required", "Name");
        if (wanted.Length > SavedSearch.LongestName) return new Refusal("SavedSearch.LongName", "Name", SavedSearch.LongestName);
        return await ChangeAsync(accountId, id, search => search.Rename(wanted), cancel);
    }

    public Task<Outcome<bool>> StopAsync(long accountId, long id, CancellationToken cancel) => ChangeAsync(accountId, id, search => search.Stop(clock.UtcNow()), cancel);

    public Task<Outcome<bool>> GoOnAsync(long accountId, long id, CancellationToken cancel) => ChangeAsync(accountId, id, search => search.GoOn(), cancel);

    public async Task<Outcome<bool>> DeleteAsync(long accountId, long id, CancellationToken cancel)
    {
        if (!await db.Set<SavedSearch>().AnyAsync(s => s.AccountId == accountId && s.Id == id, cancel)) return Refusal.NotFound;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<SavedSearchFound>().Where(f => f.SavedSearchId == id).ExecuteDeleteAsync(cancel);
        await db.Set<SavedSearch>().Where(s => s.Id == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<Outcome<bool>> ChangeAsync(long accountId, long id, Action<SavedSearch> change, CancellationToken cancel)
    {
        var search = await db.Set<SavedSearch>().SingleOrDefaultAsync(s => s.AccountId == accountId && s.Id == id, cancel);
        if (search is null) return Refusal.NotFound;
        change(search);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
