using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>
/// Pairs that must not be suggested: open, waiting or working already; refused by this employer within the days of the dated rule (for a reason
/// that lies in the pair, not because the post was filled or she was not reached); hidden by the person. The sets are complete
/// whatever the scope, because an employer's scope does not show who hid from it; ids only, to be left out and never to be shown.
/// </summary>
public sealed class ReferralExclusions(JobMatchDbContext db)
{
    /// <summary>Person ids to leave out for a posting.</summary>
    public async Task<IReadOnlySet<long>> PeopleAsync(long postingId, DateOnly today, CancellationToken cancel)
    {
        var employer = await db.Set<Posting>().Where(p => p.Id == postingId).Select(p => p.EmployerId).SingleAsync(cancel);
        var refusedAfter = await RefusedAfterAsync(today, cancel);
        var people = await db.Set<Referral>().IgnoreQueryFilters([ScopeFilters.Name])
            .Where(r => (r.PostingId == postingId && r.State > ReferralState.Suggested && r.State <= ReferralState.Started)
                || (r.EmployerId == employer && r.State == ReferralState.Refused && r.ChangedAt >= refusedAfter
                    && r.RefusedFor != RefusalReason.Filled && r.RefusedFor != RefusalReason.NotReached))
            .Select(r => r.PersonId).ToListAsync(cancel);
        var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => h.EmployerId == employer).Select(h => h.PersonId).ToListAsync(cancel);
        return people.Concat(hidden).ToHashSet();
    }

    /// <summary>Posting ids to leave out for a person.</summary>
    public async Task<IReadOnlySet<long>> PostingsAsync(long personId, DateOnly today, CancellationToken cancel)
    {
        var refusedAfter = await RefusedAfterAsync(today, cancel);
        var own = await db.Set<Referral>().IgnoreQueryFilters([ScopeFilters.Name])
            .Where(r => r.PersonId == personId && r.State > ReferralState.Suggested && r.State <= ReferralState.Started)
            .Select(r => r.PostingId).ToListAsync(cancel);
        var refusing = await db.Set<Referral>().IgnoreQueryFilters([ScopeFilters.Name])
            .Where(r => r.PersonId == personId && r.State == ReferralState.Refused && r.ChangedAt >= refusedAfter
                && r.RefusedFor != RefusalReason.Filled && r.RefusedFor != RefusalReason.NotReached)
            .Select(r => r.EmployerId).ToListAsync(cancel);
        var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => h.PersonId == personId).Select(h => h.EmployerId).ToListAsync(cancel);
        var employers = refusing.Concat(hidden).Distinct().ToList();
        var theirs = employers.Count == 0 ? [] : await db.Set<Posting>().Where(p => employers.Contains(p.EmployerId) && p.State != PostingState.Closed).Select(p => p.Id).ToListAsync(cancel);
        return own.Concat(theirs).ToHashSet();
    }

    private async Task<DateTime> RefusedAfterAsync(DateOnly today, CancellationToken cancel)
    {
        var days = (await RuleBook.ReadAsync(db, cancel)).Number(today, RuleName.RefusalExcludesDays);
        return ChinaDay.StartsAt(today.AddDays(-days));
    }
}
