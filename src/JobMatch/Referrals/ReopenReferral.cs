using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record ReopenReferralRequest(long ReferralId, int Version, long By);

/// <summary>
/// Takes up a referral that had ended. Each side may only undo its own no: the person what she withdrew, the employer what it refused or what expired,
/// a station any. While she hides herself from the employer nothing is taken up.
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
        // Rows of the person's own, which an employer's scope does not show.
        if (await db.Set<HiddenFromEmployer>().IgnoreQueryFilters([ScopeFilters.Name]).AnyAsync(h => h.PersonId == referral.PersonId && h.EmployerId == referral.EmployerId, cancel))
            return HiddenPerson.Refused(scope.Value);
        var hadApplied = await db.Set<ReferralMove>().IgnoreQueryFilters([ScopeFilters.Name]).AnyAsync(m => m.ReferralId == referral.Id && m.To == ReferralState.Applied, cancel);
        var reopened = referral.Reopen(new Actor(request.By, clock.UtcNow()), due, hadApplied, herself: scope.Value.Kind == ScopeKind.Herself);
        return reopened.IsDone ? await db.SaveOrRefuseAsync(cancel) : reopened;
    }

    private bool MayUndo(ReferralState state) => scope.Value.Kind switch
    {
        ScopeKind.Herself => state == ReferralState.Withdrawn,
        ScopeKind.Employer => state is ReferralState.Refused or ReferralState.Expired or ReferralState.NoShow,
        _ => true,
    };
}

internal static class HiddenPerson
{
    /// <summary>Why nothing goes on between a person and an employer from whom she hides herself, said to her or about her.</summary>
    public static Refusal Refused(Scope scope) => new(scope.Kind == ScopeKind.Herself ? "Referral.HidHerself" : "Referral.Hidden");
}
