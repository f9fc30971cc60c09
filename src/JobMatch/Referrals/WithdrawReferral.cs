using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record WithdrawReferralRequest(long ReferralId, int Version, long By, WithdrawalReason Reason);

/// <summary>The person takes an application back, or a clerk for her.</summary>
public sealed class WithdrawReferral(ReferralForChange referrals, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(WithdrawReferralRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Reason)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.PersonOrStaff, referral => referral.Withdraw(request.Reason, new Actor(request.By, clock.UtcNow())), cancel);
    }
}
