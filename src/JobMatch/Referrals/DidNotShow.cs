using JobMatch.Data;

namespace JobMatch.Referrals;

public sealed record DidNotShowRequest(long ReferralId, int Version, long By);

/// <summary>She never came, or left at once (<see cref="FallenHire"/>).</summary>
public sealed class DidNotShow(ReferralForChange referrals, FallenHire fallen, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(DidNotShowRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var by = new Actor(request.By, clock.UtcNow());
        return referrals.ChangeAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, referral => fallen.EndAsync(referral, seat => referral.DidNotShow(seat, by), by, cancel), cancel);
    }
}
