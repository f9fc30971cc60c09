using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Notifications;

/// <summary>Which place of a posting a recommendation is for: whoever is sent to one of several is told which.</summary>
internal static class PlaceOfReferralView
{
    /// <summary>By referral, in words or as the key of a text; none where the posting has one place or nobody has said which.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<Referral> referrals, CancellationToken cancel)
    {
        var meant = referrals.Where(r => r.QuotaId is not null).ToList();
        if (meant.Count == 0) return new Dictionary<long, string>();
        var ids = meant.Select(r => r.PostingId).Distinct().ToList();
        var quotas = (await db.Set<Quota>().AsNoTracking().Where(q => ids.Contains(q.PostingId)).ToListAsync(cancel)).ToLookup(q => q.PostingId);
        var names = await db.Set<Settlement>().Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return meant.Where(r => quotas[r.PostingId].Select(Told).Distinct().Skip(1).Any()).Select(r => (r.Id, Quota: quotas[r.PostingId].FirstOrDefault(q => q.Id == r.QuotaId)))
            .Where(one => one.Quota is not null).ToDictionary(one => one.Id, one => Told(one.Quota!));

        string Told(Quota quota) => quota.Told(names.GetValueOrDefault(quota.SettlementId ?? 0)) is var (words, key) && words.Length > 0 ? words : key;
    }
}
