using JobMatch.Data;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>What a day's run did. AskedIds: whose employers are to be asked whether the posting is still open.</summary>
public sealed record PostingsExpired(int PastClosingDate, int Unconfirmed, int Full, IReadOnlyList<long> AskedIds);

/// <summary>
/// Runs once a day: closes what is past its closing date, full, or unconfirmed for 60 days; asks after 30. Both numbers are dated rules.
/// Running a day twice does nothing the second time.
/// </summary>
public sealed class ExpirePostings(JobMatchDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Runs for a day in China; a closing date is the last day open.</summary>
    public async Task<PostingsExpired> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var rules = await RuleBook.ReadAsync(db, cancel);
        var tomorrow = ChinaDay.StartsAt(day.AddDays(1));
        var askBefore = tomorrow.AddDays(-rules.Number(day, RuleName.PostingAskAfterDays));
        var closeBefore = tomorrow.AddDays(-rules.Number(day, RuleName.PostingCloseAfterDays));
        var (past, unconfirmed, full, asked) = (0, 0, 0, new List<long>());
        long after = 0;
        while (true)
        {
            var postings = await db.Set<Posting>().Include(p => p.Quotas)
                .Where(p => p.Id > after && (p.State == PostingState.Published || p.State == PostingState.Paused))
                .OrderBy(p => p.Id).Take(Batch).ToListAsync(cancel);
            if (postings.Count == 0) break;
            after = postings[^1].Id;
            foreach (var posting in postings)
            {
                if (posting.ClosesOn < day) past += Close(posting, PostingCloseReason.PastClosingDate, PostingFilling.Unknown);
                else if (posting.OpenVacancies == 0) full += Close(posting, PostingCloseReason.Full, PostingFilling.Here);
                else if (posting.ConfirmedAt < closeBefore) unconfirmed += Close(posting, PostingCloseReason.Unconfirmed, PostingFilling.Unknown);
                else if (posting.IsPublic && posting.ConfirmedAt < askBefore && posting.AskedAt is null) Ask(posting, asked);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return new PostingsExpired(past, unconfirmed, full, asked);
    }

    private int Close(Posting posting, PostingCloseReason reason, PostingFilling filling) => posting.Close(reason, filling, clock.UtcNow()).IsDone ? 1 : 0;

    private void Ask(Posting posting, List<long> asked)
    {
        posting.AskWhetherOpen(clock.UtcNow());
        asked.Add(posting.Id);
    }
}
