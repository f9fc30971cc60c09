using JobMatch.Data;
using JobMatch.Referrals;

namespace JobMatch.Web.ForStationStaff.Referrals;

/// <summary>One form for all that may be said on the phone: finds the use case that says it.</summary>
public sealed class MoveReferral(AdvanceReferral advance, HireCandidate hire, StartWork start, RefuseCandidate refuse, WithdrawReferral withdraw, DidNotShow didNotShow)
{
    private static readonly ReferralState[] Steps = [ReferralState.Viewed, ReferralState.Interview, ReferralState.Trial];

    /// <summary>Where a referral may go from a state; nothing where it has ended.</summary>
    public static IReadOnlyList<ReferralState> From(ReferralState state) => state switch
    {
        ReferralState.Hired => [ReferralState.Started, ReferralState.NoShow, ReferralState.Withdrawn],
        > ReferralState.Hired or ReferralState.Suggested => [],
        _ => [.. Steps.Where(step => step > state), ReferralState.Hired, ReferralState.Refused, ReferralState.Withdrawn, .. state >= ReferralState.Interview ? new[] { ReferralState.NoShow } : []],
    };

    public async Task<Outcome<bool>> RunAsync(long id, MoveForm form, long by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        switch (form.To)
        {
            case ReferralState.Viewed or ReferralState.Interview or ReferralState.Trial:
                return await advance.RunAsync(new AdvanceReferralRequest(id, form.Version, by, form.To.Value), cancel);
            case ReferralState.Hired:
                return await hire.RunAsync(new HireCandidateRequest(id, form.Version, by), cancel);
            case ReferralState.Started:
                if (form.On is not { } on) return new Refusal("Required", nameof(form.On));
                var started = await start.RunAsync(new StartWorkRequest(id, form.Version, by, on, form.ContractUntil, form.WageYuan is { } yuan ? yuan * 100L : null), cancel);
                return started.IsDone ? true : started.Refusals.ToList();
            case ReferralState.Refused:
                if (form.RefusedFor is not { } refused) return new Refusal("Required", nameof(form.RefusedFor));
                return await refuse.RunAsync(new RefuseCandidateRequest(id, form.Version, by, refused), cancel);
            case ReferralState.Withdrawn:
                if (form.WithdrawnFor is not { } withdrawn) return new Refusal("Required", nameof(form.WithdrawnFor));
                return await withdraw.RunAsync(new WithdrawReferralRequest(id, form.Version, by, withdrawn), cancel);
            case ReferralState.NoShow:
                return await didNotShow.RunAsync(new DidNotShowRequest(id, form.Version, by), cancel);
            default:
                return new Refusal("Required", nameof(form.To));
        }
    }
}
