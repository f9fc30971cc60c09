using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record ApplyToPostingRequest(long PersonId, long PostingId, long By);

/// <summary>A resident applies, or a clerk for her. Applying lets this employer see name and phone.</summary>
public sealed class ApplyToPosting(JobMatchDbContext db, CurrentScope scope, HouseholdPostLimit limit, TimeProvider clock)
{
    /// <returns>The referral's id. Applying twice is answered with the first application.</returns>
    public async Task<Outcome<long>> RunAsync(ApplyToPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind is not (ScopeKind.System or ScopeKind.Herself or ScopeKind.Settlements)) return Refusal.NotFound;
        var worker = await db.Set<Worker>().SingleOrDefaultAsync(w => w.Id == request.PersonId, cancel);
        if (worker is null) return Refusal.NotFound;
        var referral = await db.Set<Referral>().SingleOrDefaultAsync(r => r.PersonId == worker.Id && r.PostingId == request.PostingId, cancel);
        if (referral is { State: ReferralState.Applied }) return referral.Id;
        var posting = await db.Set<Posting>().Include(p => p.Employer).Include(p => p.Quotas).SingleOrDefaultAsync(p => p.Id == request.PostingId, cancel);
        if (OpenPosting.Check(posting) is { } closed) return closed;
        if (await db.Set<HiddenFromEmployer>().AnyAsync(h => h.PersonId == worker.Id && h.EmployerId == posting!.EmployerId, cancel)) return HiddenPerson.Refused(scope.Value);
        if ((await limit.BarredAsync(posting!, [worker.Id], cancel)).Count > 0) return limit.Refused;

        if (referral is null) db.Add(referral = NewReferral.Of(posting!, worker, clock.UtcNow()));
        var by = new Actor(request.By, clock.UtcNow());
        // Referred by the station and now applying herself: the history goes on, the employer may see who she is.
        var applied = referral.State == ReferralState.Referred
            ? referral.TakeUp(by)
            : referral.Apply(by, await AnswerDue.FromAsync(db, clock, cancel));
        if (!applied.IsDone) return applied.Refusals.ToList();
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? referral.Id : saved.Refusals.ToList();
    }
}
