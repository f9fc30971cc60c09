using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Notifications;

/// <summary>Puts rows in inboxes, each key once: a row whose key is there already is left out, also when two processes write at the same time.</summary>
public sealed class WriteNotifications(JobMatchDbContext db)
{
    /// <returns>The rows that were new.</returns>
    public async Task<IReadOnlyList<Notification>> RunAsync(IReadOnlyCollection<Notification> rows, CancellationToken cancel)
    {
        var fresh = await OnlyNewAsync(rows, cancel);
        if (fresh.Count == 0) return [];
        db.AddRange(fresh);
        try
        {
            await db.SaveChangesAsync(cancel);
            return fresh;
        }
        catch (DbUpdateException)
        {
            // Somebody wrote one of the keys between the look and the save. Row by row, so that only that one is left out.
            foreach (var row in fresh) db.Entry(row).State = EntityState.Detached;
            return await OneByOneAsync(fresh, cancel);
        }
    }

    private async Task<List<Notification>> OnlyNewAsync(IReadOnlyCollection<Notification> rows, CancellationToken cancel)
    {
        var fresh = new List<Notification>();
        foreach (var chunk in rows.DistinctBy(r => r.Key).Chunk(500))
        {
            var keys = chunk.Select(r => r.Key).ToList();
            var there = await db.Set<Notification>().Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToHashSetAsync(cancel);
            fresh.AddRange(chunk.Where(r => !there.Contains(r.Key)));
        }

        return fresh;
    }

    private async Task<IReadOnlyList<Notification>> OneByOneAsync(List<Notification> rows, CancellationToken cancel)
    {
        var written = new List<Notification>();
        foreach (var row in rows)
        {
            if ((await OnlyNewAsync([row], cancel)).Count == 0) continue;
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(cancel);
                written.Add(row);
            }
            catch (DbUpdateException) when (!cancel.IsCancellationRequested)
            {
                db.Entry(row).State = EntityState.Detached;
                if ((await OnlyNewAsync([row], cancel)).Count > 0) throw;
            }
        }

        return written;
    }
}
