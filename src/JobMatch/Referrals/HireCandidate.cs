using JobMatch.Data;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>Without a quota one of the posting's with an open vacancy is taken: the one that a plan meant for her, else one at her own settlement, else the first.</summary>
public sealed record HireCandidateRequest(long ReferralId, int Version, long By, long? QuotaId = null);

/// <summary>
/// Hires: referral, vacancy, a posting that is now full, and the person's other referrals change in one transaction. Two hires for the last
/// vacancy meet at the quota's version: the database lets one through, the other is read again and told that the posting is full; two of one household for posts of which it may have one, at the household's.
/// </summary>
public sealed class HireCandidate(JobMatchDbContext db, ReferralForChange referrals, CurrentScope scope, HouseholdPostLimit limit, TimeProvider clock)
{
    private const int MostAttempts = 8;

    public async Task<Outcome<bool>> RunAsync(HireCandidateRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var attempt = 1; ; attempt++)
        {
            var read = await referrals.ReadAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, cancel);
            if (read.Value is not { } referral) return read.Refusals.ToList();
            // A hire shows name and phone; that is hers to say, and a station that hires for an employer has asked her.
            if (scope.Value.Kind == ScopeKind.Employer && !referral.PersonAgreed) return new Refusal("Referral.NotAgreed");
            var hired = await HireAsync(referral, request, cancel);
            if (!hired.IsDone) return hired;
            try
            {
                await db.SaveChangesAsync(cancel);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Another hire changed the quota or the posting: look again at what is left.
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateConcurrencyException)
            {
                return Refusal.ChangedMeanwhile;
            }
        }
    }

    private async Task<Outcome<bool>> HireAsync(Referral referral, HireCandidateRequest request, CancellationToken cancel)
    {
        var posting = referral.Posting!;
        var by = new Actor(request.By, clock.UtcNow());
        if (request.QuotaId is { } id && posting.Quotas.TrueForAll(q => q.Id != id)) return Refusal.NotFound;
        var quota = request.QuotaId is { } chosen
            ? posting.Quotas.Find(q => q.Id == chosen)
            : posting.Quotas.OrderByDescending(q => q.Open > 0).ThenByDescending(q => q.Id == referral.QuotaId).ThenByDescending(q => q.SettlementId == referral.SettlementId).ThenBy(q => q.Id).FirstOrDefault();
        if (quota is null) return new Refusal("Posting.Full");
        if (!await limit.MayBeHiredAsync(posting, referral.PersonId, cancel)) return limit.Refused;
        var hired = referral.Hire(quota, by);
        if (!hired.IsDone) return hired;
        if (posting.OpenVacancies == 0 && posting.State is PostingState.Published or PostingState.Paused) posting.Close(PostingCloseReason.Full, PostingFilling.Here, by.At);

        // What she waited for elsewhere is no employer's business, so an employer's scope does not show it; it has to end all the same.
        var others = await db.Set<Referral>().IgnoreQueryFilters([ScopeFilters.Name])
            .Where(r => r.PersonId == referral.PersonId && r.Id != referral.Id && r.State < ReferralState.Hired).ToListAsync(cancel);
        foreach (var other in others) other.MakeObsolete(by with { Reason = ObsoleteBecause.Of(referral) });
        return true;
    }
}

internal static class ObsoleteBecause
{
    /// <summary>Names the hire in the history, so that exactly what it ended comes back when it falls through.</summary>
    public static string Of(Referral hired) => "Hired:" + hired.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
