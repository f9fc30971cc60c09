using JobMatch.Data;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record DidNotShowRequest(long ReferralId, int Version, long By);

/// <summary>
/// She never came, or left at once: the vacancy is free again, a posting that had closed as full opens, and what the hire had made obsolete
/// comes back where its posting is still open.
/// </summary>
public sealed class DidNotShow(JobMatchDbContext db, ReferralForChange referrals, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(DidNotShowRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var read = await referrals.ReadAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, cancel);
        if (read.Value is not { } referral) return read.Refusals.ToList();
        var by = new Actor(request.By, clock.UtcNow());
        var done = referral.DidNotShow(referral.Posting!.Quotas.Find(q => q.Id == referral.QuotaId), by);
        if (!done.IsDone) return done;
        referral.Posting.OpenAgain(by.At);
        await BringBackAsync(referral, by, cancel);
        return await db.SaveOrRefuseAsync(cancel);
    }

    private async Task BringBackAsync(Referral fallen, Actor by, CancellationToken cancel)
    {
        var because = ObsoleteBecause.Of(fallen);
        // Other employers' rows: not shown in this scope, but the hire that ended them has fallen through.
        var others = await db.Set<Referral>().IgnoreQueryFilters([ScopeFilters.Name]).Include(r => r.Posting)
            .Where(r => r.PersonId == fallen.PersonId && r.State == ReferralState.Obsolete && r.Posting!.State == PostingState.Published).ToListAsync(cancel);
        var ids = others.Select(r => r.Id).ToList();
        var moves = await db.Set<ReferralMove>().IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking()
            .Where(m => ids.Contains(m.ReferralId) && m.To == ReferralState.Obsolete && m.Reason == because).ToListAsync(cancel);
        var due = await AnswerDue.FromAsync(db, clock, cancel);
        foreach (var other in others)
            if (moves.Where(m => m.ReferralId == other.Id).MaxBy(m => m.Id) is { } move)
                other.ComeBack(move.From, due, by with { Reason = "HireFellThrough" });
    }
}
