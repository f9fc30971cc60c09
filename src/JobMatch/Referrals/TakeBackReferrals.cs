using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <param name="ReferralIds">What was sent; at most 200.</param>
/// <param name="By">The clerk's account; only what it sent today itself is taken back.</param>
public sealed record TakeBackReferralsRequest(IReadOnlyList<long> ReferralIds, long By);

/// <summary>
/// A batch went to the wrong firm: what this clerk sent today and nobody has moved since stands as before, so that person and posting meet in the
/// rankings again and the employer's list no longer names her.
/// </summary>
public sealed class TakeBackReferrals(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    private const int Most = 200;

    /// <returns>How many were taken back.</returns>
    public async Task<Outcome<int>> RunAsync(TakeBackReferralsRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!scope.Value.IsSystem && scope.Value.Kind != ScopeKind.Settlements) return Refusal.NotFound;
        var (ids, since) = (request.ReferralIds.Distinct().Take(Most).ToList(), ChinaDay.StartsAt(clock.Today()));
        var sent = await db.Set<Referral>().Include(r => r.Moves)
            .Where(r => ids.Contains(r.Id) && r.State == ReferralState.Referred && r.ChangedAt >= since && r.Moves.OrderByDescending(m => m.Id).First().AccountId == request.By).ToListAsync(cancel);
        var by = new Actor(request.By, clock.UtcNow());
        var taken = sent.Count(referral => referral.TakeBack(by).IsDone);
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? taken : saved.Refusals.ToList();
    }
}
