using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Referrals;

/// <summary>Which place of its posting a referral means, where the posting has several.</summary>
public sealed class ReferralPlaces(JobMatchDbContext db, PostingTexts jobs)
{
    /// <returns>By referral; only those of which it is known.</returns>
    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IEnumerable<Referral> referrals, CancellationToken cancel)
    {
        var meant = referrals.Where(r => r.QuotaId is not null).ToList();
        if (meant.Count == 0) return new Dictionary<long, string>();
        var ids = meant.ConvertAll(r => r.PostingId);
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        return meant.Where(r => postings.ContainsKey(r.PostingId)).Select(r => (r.Id, Place: jobs.PlaceOf(postings[r.PostingId], r.QuotaId, settlements))).Where(one => one.Place.Length > 0).ToDictionary(one => one.Id, one => one.Place);
    }
}
