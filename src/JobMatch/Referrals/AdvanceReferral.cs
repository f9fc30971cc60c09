using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record AdvanceReferralRequest(long ReferralId, int Version, long By, ReferralState To);

/// <summary>Viewed, interview, trial: forward only. Hiring and starting have use cases of their own.</summary>
public sealed class AdvanceReferral(ReferralForChange referrals, CurrentScope scope, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(AdvanceReferralRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.To is not (ReferralState.Viewed or ReferralState.Interview or ReferralState.Trial)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.To)));
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, Advance, cancel);

        // Nobody works for an employer, be it on trial, who has not agreed that it sees who she is.
        Outcome<bool> Advance(Referral referral) => request.To == ReferralState.Trial && scope.Value.Kind == ScopeKind.Employer && !referral.PersonAgreed
            ? new Refusal("Referral.NotAgreed")
            : referral.Advance(request.To, new Actor(request.By, clock.UtcNow()));
    }
}
