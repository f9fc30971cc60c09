using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record RefuseCandidateRequest(long ReferralId, int Version, long By, RefusalReason Reason);

/// <summary>An employer says no, with a coded reason; also after hiring (<see cref="FallenHire"/>).</summary>
public sealed class RefuseCandidate(ReferralForChange referrals, FallenHire fallen, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(RefuseCandidateRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Reason)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        var by = new Actor(request.By, clock.UtcNow());
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, referral => fallen.EndAsync(referral, seat => referral.Refuse(request.Reason, by, seat), by, cancel), cancel);
    }
}
