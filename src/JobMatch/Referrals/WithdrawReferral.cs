using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record WithdrawReferralRequest(long ReferralId, int Version, long By, WithdrawalReason Reason);

/// <summary>The person takes an application back, or a clerk for her; also after she was hired (<see cref="FallenHire"/>).</summary>
public sealed class WithdrawReferral(ReferralForChange referrals, FallenHire fallen, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(WithdrawReferralRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Reason)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        var by = new Actor(request.By, clock.UtcNow());
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.PersonOrStaff, referral => fallen.EndAsync(referral, seat => referral.Withdraw(request.Reason, by, seat), by, cancel), cancel);
    }
}
