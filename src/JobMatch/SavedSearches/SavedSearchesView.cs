using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.SavedSearches;

/// <summary>A saved search in the list of its owner. New: found since it was saved.</summary>
public sealed record SavedSearchRow(SavedSearch Search, int Found, int New);

/// <summary>The saved searches of an account (and, for a resident, of the person signed in), newest first.</summary>
public sealed class SavedSearchesView(JobMatchDbContext db)
{
    public async Task<IReadOnlyList<SavedSearchRow>> ReadAsync(long accountId, long? personId, CancellationToken cancel)
    {
        var rows = await db.Set<SavedSearch>().AsNoTracking().Where(s => s.AccountId == accountId && s.PersonId == personId).OrderByDescending(s => s.Id)
            .Select(s => new
            {
                Search = s,
                Found = db.Set<SavedSearchFound>().Count(f => f.SavedSearchId == s.Id),
                New = db.Set<SavedSearchFound>().Count(f => f.SavedSearchId == s.Id && f.IsNew),
            }).ToListAsync(cancel);
        return [.. rows.Select(r => new SavedSearchRow(r.Search, r.Found, r.New))];
    }
}
