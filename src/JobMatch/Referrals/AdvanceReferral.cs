using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record AdvanceReferralRequest(long ReferralId, int Version, long By, ReferralState To);

/// <summary>Viewed, interview, trial: forward only. Hiring and starting have use cases of their own.</summary>
public sealed class AdvanceReferral(ReferralForChange referrals, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(AdvanceReferralRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.To is not (ReferralState.Viewed or ReferralState.Interview or ReferralState.Trial)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.To)));
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, referral => referral.Advance(request.To, new Actor(request.By, clock.UtcNow())), cancel);
    }
}
