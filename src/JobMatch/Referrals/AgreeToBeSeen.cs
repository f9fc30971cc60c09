using JobMatch.Data;

namespace JobMatch.Referrals;

/// <summary>Agreed false takes the agreement back: name and phone are masked again.</summary>
public sealed record AgreeToBeSeenRequest(long ReferralId, bool Agreed, long By);

/// <summary>The person lets this employer see name and phone, or takes that back.</summary>
public sealed class AgreeToBeSeen(ReferralForChange referrals)
{
    public Task<Outcome<bool>> RunAsync(AgreeToBeSeenRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return referrals.ChangeAsync(request.ReferralId, version: null, ReferralForChange.PersonOrStaff, referral =>
        {
            referral.AgreeToBeSeen(request.Agreed);
            return true;
        }, cancel);
    }
}
