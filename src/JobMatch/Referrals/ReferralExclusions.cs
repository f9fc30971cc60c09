using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>
/// The pairs that matching leaves out: already under way, refused by this employer lately, hidden by the person, withdrawn. One set a query,
/// read across all scopes because the same rule holds whoever asks; the set is never shown, one pair is told to whoever sees the person. A refusal because the post was filled, or because she was
/// not reached, says nothing about the pair and keeps her from no other posting of the employer.
/// </summary>
public sealed class ReferralExclusions(JobMatchDbContext db)
{
    /// <summary>People who are out for a posting.</summary>
    public async Task<IReadOnlySet<long>> OfPostingAsync(long postingId, long employerId, DateOnly on, CancellationToken cancel)
    {
        var refusedSince = await RefusedSinceAsync(on, cancel);
        var referred = await Referrals().Where(r => r.PostingId == postingId
                || (r.EmployerId == employerId && r.State == ReferralState.Refused && r.ChangedAt >= refusedSince
                    && r.RefusedFor != RefusalReason.Filled && r.RefusedFor != RefusalReason.NotReached))
            .Select(r => r.PersonId).ToListAsync(cancel);
        var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => h.EmployerId == employerId).Select(h => h.PersonId).ToListAsync(cancel);
        return referred.Concat(hidden).ToHashSet();
    }

    /// <summary>Postings that are out for a worker.</summary>
    public async Task<IReadOnlySet<long>> OfWorkerAsync(long workerId, DateOnly on, CancellationToken cancel)
    {
        var refusedSince = await RefusedSinceAsync(on, cancel);
        var mine = await Referrals().Where(r => r.PersonId == workerId).Select(r => new { r.PostingId, r.EmployerId, r.State, r.ChangedAt, r.RefusedFor }).ToListAsync(cancel);
        var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => h.PersonId == workerId).Select(h => h.EmployerId).ToListAsync(cancel);
        var employers = mine.Where(r => r.State == ReferralState.Refused && r.ChangedAt >= refusedSince && r.RefusedFor is not (RefusalReason.Filled or RefusalReason.NotReached)).Select(r => r.EmployerId).Concat(hidden).Distinct().ToList();
        var ofEmployers = employers.Count == 0 ? [] : await db.Set<Posting>().Where(p => employers.Contains(p.EmployerId) && p.State == PostingState.Published).Select(p => p.Id).ToListAsync(cancel);
        return mine.Select(r => r.PostingId).Concat(ofEmployers).ToHashSet();
    }

    /// <summary>All pairs that are out for some postings, read at once: what <see cref="OfPostingAsync"/> says of each.</summary>
    public async Task<ExcludedPairs> OfPostingsAsync(IReadOnlyDictionary<long, long> employerOf, DateOnly on, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employerOf);
        var refusedSince = await RefusedSinceAsync(on, cancel);
        var (pairs, ofEmployers) = (new HashSet<(long, long)>(), new HashSet<(long, long)>());
        foreach (var chunk in employerOf.Keys.Chunk(500))
            foreach (var r in await Referrals().Where(r => chunk.Contains(r.PostingId)).Select(r => new { r.PersonId, r.PostingId }).ToListAsync(cancel)) pairs.Add((r.PersonId, r.PostingId));
        foreach (var chunk in employerOf.Values.Distinct().Chunk(500))
        {
            var refused = await Referrals().Where(r => chunk.Contains(r.EmployerId) && r.State == ReferralState.Refused && r.ChangedAt >= refusedSince
                && r.RefusedFor != RefusalReason.Filled && r.RefusedFor != RefusalReason.NotReached).Select(r => new { r.PersonId, r.EmployerId }).ToListAsync(cancel);
            var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => chunk.Contains(h.EmployerId)).Select(h => new { h.PersonId, h.EmployerId }).ToListAsync(cancel);
            ofEmployers.UnionWith(refused.Concat(hidden).Select(r => (r.PersonId, r.EmployerId)));
        }

        return new ExcludedPairs(pairs, ofEmployers, employerOf);
    }

    /// <summary>What puts one pair out, for whoever may see the person: what <see cref="OfPostingAsync"/> leaves her out for. Null: nothing.</summary>
    public async Task<ExcludedPair?> WhyAsync(long personId, long postingId, long employerId, DateOnly on, CancellationToken cancel)
    {
        var refusedSince = await RefusedSinceAsync(on, cancel);
        var here = await Referrals().SingleOrDefaultAsync(r => r.PersonId == personId && r.PostingId == postingId, cancel);
        var refusals = await Referrals().Include(r => r.Posting).Where(r => r.PersonId == personId && r.EmployerId == employerId && r.PostingId != postingId && r.State == ReferralState.Refused && r.ChangedAt >= refusedSince
            && r.RefusedFor != RefusalReason.Filled && r.RefusedFor != RefusalReason.NotReached).OrderByDescending(r => r.ChangedAt).ToListAsync(cancel);
        var hidden = await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).Where(h => h.PersonId == personId && h.EmployerId == employerId).Select(h => (DateTime?)h.At).SingleOrDefaultAsync(cancel);
        if (here is null && refusals.Count == 0 && hidden is null) return null;
        var days = on.DayNumber - ChinaDay.Of(refusedSince).DayNumber;
        return new ExcludedPair(here, [.. refusals.Select(r => (r, ChinaDay.Of(r.ChangedAt).AddDays(days + 1)))], hidden is { } since ? ChinaDay.Of(since) : null);
    }

    private IQueryable<Referral> Referrals() => db.Set<Referral>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name])
        // Only thought of, or taken back by the station: nothing is under way.
        .Where(r => r.State != ReferralState.Suggested);

    private async Task<DateTime> RefusedSinceAsync(DateOnly on, CancellationToken cancel)
    {
        var rules = await RuleBook.ReadAsync(db, cancel);
        return ChinaDay.StartsAt(on.AddDays(-rules.Number(on, RuleName.RefusalExcludesDays)));
    }
}

/// <summary>Why a pair is out.</summary>
/// <param name="Here">She was put forward for this posting or applied for it, whatever came of it.</param>
/// <param name="Refusals">The same employer refused her for other postings lately, the newest first, each with the day from which that no longer counts.</param>
/// <param name="HiddenSince">She does not want this employer to see her.</param>
public sealed record ExcludedPair(Referral? Here, IReadOnlyList<(Referral Referral, DateOnly Over)> Refusals, DateOnly? HiddenSince);

/// <summary>Pairs that are out, to be asked from any thread.</summary>
public sealed class ExcludedPairs(IReadOnlySet<(long Person, long Posting)> pairs, IReadOnlySet<(long Person, long Employer)> ofEmployers, IReadOnlyDictionary<long, long> employerOf)
{
    public bool Contains(long personId, long postingId) => pairs.Contains((personId, postingId)) || ofEmployers.Contains((personId, employerOf[postingId]));
}
