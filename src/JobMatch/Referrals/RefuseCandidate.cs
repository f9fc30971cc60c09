using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record RefuseCandidateRequest(long ReferralId, int Version, long By, RefusalReason Reason);

/// <summary>An employer says no, with a coded reason.</summary>
public sealed class RefuseCandidate(ReferralForChange referrals, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(RefuseCandidateRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Reason)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, referral => referral.Refuse(request.Reason, new Actor(request.By, clock.UtcNow())), cancel);
    }
}
