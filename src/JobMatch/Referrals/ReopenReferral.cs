using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record ReopenReferralRequest(long ReferralId, int Version, long By);

/// <summary>
/// Takes up a referral that had ended. Each side may only undo its own no: the person what she withdrew, the employer what it refused or what expired,
/// a station any.
/// </summary>
public sealed class ReopenReferral(JobMatchDbContext db, ReferralForChange referrals, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(ReopenReferralRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var due = await AnswerDue.FromAsync(db, clock, cancel);
        var read = await referrals.ReadAsync(request.ReferralId, request.Version, ReferralForChange.Anyone, cancel);
        if (read.Value is not { } referral) return read.Refusals.ToList();
        if (!MayUndo(referral.State)) return new Refusal("Referral.NotFrom", "", referral.State, ReferralState.Referred);
        await db.Set<Employer>().Where(e => e.Id == referral.EmployerId).LoadAsync(cancel);
        if (OpenPosting.Check(referral.Posting) is { } closed) return closed;
        var reopened = referral.Reopen(new Actor(request.By, clock.UtcNow()), due);
        return reopened.IsDone ? await db.SaveOrRefuseAsync(cancel) : reopened;
    }

    private bool MayUndo(ReferralState state) => scope.Value.Kind switch
    {
        ScopeKind.Herself => state == ReferralState.Withdrawn,
        ScopeKind.Employer => state is ReferralState.Refused or ReferralState.Expired or ReferralState.NoShow,
        _ => true,
    };
}
