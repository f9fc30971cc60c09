using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Notifications;

/// <summary>Whose inbox: a person's, an employer's, or the stations' of some settlements.</summary>
public sealed record Addressee(long? PersonId = null, long? EmployerId = null, IReadOnlyList<long>? SettlementIds = null)
{
    /// <summary>The inbox that a scope reads: a resident her own, an employer the firm's, staff their settlements'.</summary>
    public static Addressee Of(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Kind switch
        {
            ScopeKind.Herself => new Addressee(PersonId: scope.PersonId),
            ScopeKind.Employer => new Addressee(EmployerId: scope.EmployerId),
            ScopeKind.Settlements => new Addressee(SettlementIds: scope.SettlementIds),
            _ => new Addressee(),
        };
    }
}

/// <summary>Reads an inbox: newest first, what came since an id, how many are unread; marks rows read.</summary>
public sealed class Inbox(JobMatchDbContext db, TimeProvider clock)
{
    public Task<List<Notification>> NewestAsync(Addressee of, int skip, int take, CancellationToken cancel) =>
        Of(of).AsNoTracking().OrderByDescending(n => n.Id).Skip(skip).Take(take).ToListAsync(cancel);

    /// <summary>What came after an id, oldest first; digest rows are not news.</summary>
    public Task<List<Notification>> SinceAsync(Addressee of, long lastId, int take, CancellationToken cancel) =>
        Of(of).AsNoTracking().Where(n => n.Id > lastId && !n.InDigest).OrderBy(n => n.Id).Take(take).ToListAsync(cancel);

    public Task<int> UnreadAsync(Addressee of, CancellationToken cancel) => Of(of).CountAsync(n => n.ReadAt == null, cancel);

    public async Task<long> LastIdAsync(Addressee of, CancellationToken cancel) => await Of(of).MaxAsync(n => (long?)n.Id, cancel) ?? 0;

    /// <summary>Marks rows up to an id read, so that what arrives meanwhile stays unread.</summary>
    public Task<int> MarkReadAsync(Addressee of, long upToId, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return Of(of).Where(n => n.Id <= upToId && n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancel);
    }

    /// <summary>Marks one row read; null when it is not in this inbox, else the row.</summary>
    public async Task<Notification?> MarkOneReadAsync(Addressee of, long id, CancellationToken cancel)
    {
        if (await Of(of).SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } row) return null;
        row.ReadAt ??= clock.UtcNow();
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private IQueryable<Notification> Of(Addressee of)
    {
        var rows = db.Set<Notification>();
        if (of.PersonId is { } person) return rows.Where(n => n.PersonId == person);
        if (of.EmployerId is { } employer) return rows.Where(n => n.EmployerId == employer);
        if (of.SettlementIds is { } settlements) return rows.Where(n => n.StationSettlementId != null && settlements.Contains(n.StationSettlementId.Value));
        return rows.Where(n => false);
    }
}
