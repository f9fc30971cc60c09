using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>
/// What follows when a hire comes to nothing, because she never came, took it back or was refused after all: the vacancy is free again, a posting that had closed as full opens, and what the hire had made
/// obsolete comes back where its posting is still open. Nothing is saved here.
/// </summary>
public sealed class FallenHire(JobMatchDbContext db, TimeProvider clock)
{
    /// <param name="referral">With its posting and quotas; it may stand anywhere, only a hire has something to give back.</param>
    /// <param name="leave">The move that ends it.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Outcome<bool>> EndAsync(Referral referral, Func<Quota?, Outcome<bool>> leave, Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(referral);
        ArgumentNullException.ThrowIfNull(leave);
        ArgumentNullException.ThrowIfNull(by);
        var wasHired = referral.State == ReferralState.Hired;
        var done = leave(referral.Posting!.Quotas.Find(quota => quota.Id == referral.QuotaId));
        if (!done.IsDone || !wasHired) return done;
        referral.Posting.OpenAgain(by.At);
        // What the others of her household may have hung on it.
        if (referral.Posting.Kind == PostingKind.PublicWelfare)
            db.Announce(ChangeKind.Household, await db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => p.Id == referral.PersonId).Select(p => p.HouseholdId).ToListAsync(cancel));
        await BringBackAsync(referral, by, cancel);
        return done;
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
