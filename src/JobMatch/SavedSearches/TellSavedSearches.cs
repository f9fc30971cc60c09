using System.Globalization;
using JobMatch.Data;
using JobMatch.Notifications;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.SavedSearches;

/// <summary>What a run did.</summary>
public sealed record SavedSearchesTold(int Searches, int Told, int Items);

/// <summary>
/// Runs every saved search and tells of what it had not found before: one message a search, however many items. What was found, that it was
/// told, and the message are one transaction: a crash loses nothing and repeats nothing, and of two processes one is turned away.
/// </summary>
public sealed class TellSavedSearches(JobMatchDbContext db, FindAll find, TimeProvider clock)
{
    public async Task<SavedSearchesTold> RunAsync(CancellationToken cancel)
    {
        var (searches, told, items) = (0, 0, 0);
        foreach (var id in await db.Set<SavedSearch>().Where(s => s.StoppedAt == null).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel))
        {
            db.ChangeTracker.Clear();
            var fresh = await TellAsync(id, cancel);
            searches++;
            told += fresh > 0 ? 1 : 0;
            items += fresh;
        }

        return new SavedSearchesTold(searches, told, items);
    }

    /// <summary>How many items were new.</summary>
    private async Task<int> TellAsync(long id, CancellationToken cancel)
    {
        var search = await db.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Id == id && s.StoppedAt == null, cancel);
        // One that has come to find too much tells nothing until it finds less again.
        if (search is null || await find.RunAsync(search, SaveSearch.MostFound * 2, cancel) is not { } ids) return 0;
        var before = await db.Set<SavedSearchFound>().Where(f => f.SavedSearchId == id).Select(f => f.ItemId).ToHashSetAsync(cancel);
        var fresh = ids.Where(item => !before.Contains(item)).ToList();
        var now = clock.UtcNow();
        search.Ran(now, tells: fresh.Count > 0);
        db.AddRange(fresh.Select(item => new SavedSearchFound { SavedSearchId = id, ItemId = item, At = now, IsNew = true }));
        if (fresh.Count > 0) db.Add(Message(search, fresh.Count, now));
        try
        {
            await db.SaveChangesAsync(cancel);
            return fresh.Count;
        }
        catch (DbUpdateException)
        {
            // Another process ran it between our look and our save, and has told; or it was changed, and the next run tells.
            return 0;
        }
    }

    private static Notification Message(SavedSearch search, int count, DateTime at) => new()
    {
        Kind = search.Of == SavedSearchOf.Postings ? NotificationKind.SavedSearchPostings : NotificationKind.SavedSearchWorkers,
        PersonId = search.PersonId,
        StationSettlementId = search.PersonId is null ? search.StationSettlementId : null,
        Key = string.Create(CultureInfo.InvariantCulture, $"saved:{search.Id}:{search.Told}"),
        Values = new Dictionary<string, string> { ["title"] = search.Name, ["count"] = count.ToString(CultureInfo.InvariantCulture), ["address"] = search.Address },
        At = at,
    };
}
