using JobMatch.Data;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record ReferralsExpired(int NoAnswer, int PostingClosed);

/// <summary>
/// Runs once a day: referrals whose employer gave no answer in time expire, and so do those whose posting has closed, so that nobody waits for
/// nothing. Running a day twice does nothing the second time.
/// </summary>
public sealed class ExpireReferrals(JobMatchDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Expires what was due by the end of a day in China.</summary>
    public async Task<ReferralsExpired> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var end = ChinaDay.StartsAt(day.AddDays(1));
        var (noAnswer, closed, after) = (0, 0, 0L);
        while (true)
        {
            var due = await db.Set<Referral>().Include(r => r.Posting)
                .Where(r => r.Id > after && r.State < ReferralState.Hired)
                .Where(r => (r.AnswerDue <= end && (r.State == ReferralState.Referred || r.State == ReferralState.Applied || r.State == ReferralState.Viewed))
                    || r.Posting!.State == PostingState.Closed)
                .OrderBy(r => r.Id).Take(Batch).ToListAsync(cancel);
            if (due.Count == 0) return new ReferralsExpired(noAnswer, closed);
            after = due[^1].Id;
            foreach (var referral in due)
            {
                if (referral.Posting!.State == PostingState.Closed) closed += referral.ExpireWithPosting(clock.UtcNow()).IsDone ? 1 : 0;
                else noAnswer += referral.Expire(clock.UtcNow()).IsDone ? 1 : 0;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
