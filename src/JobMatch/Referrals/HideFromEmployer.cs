using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record HideFromEmployerRequest(long PersonId, long EmployerId, long By);

/// <summary>The person does not want to be seen by an employer. What is open with it is withdrawn; hiding twice is once.</summary>
public sealed class HideFromEmployer(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(HideFromEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind is not (ScopeKind.System or ScopeKind.Herself or ScopeKind.Settlements)) return Refusal.NotFound;
        var worker = await db.Set<Worker>().SingleOrDefaultAsync(w => w.Id == request.PersonId, cancel);
        if (worker is null || !await db.Set<Employer>().AnyAsync(e => e.Id == request.EmployerId, cancel)) return Refusal.NotFound;
        if (await db.Set<HiddenFromEmployer>().AnyAsync(h => h.PersonId == worker.Id && h.EmployerId == request.EmployerId, cancel)) return true;
        db.Add(new HiddenFromEmployer { PersonId = worker.Id, EmployerId = request.EmployerId, SettlementId = worker.SettlementId, At = clock.UtcNow() });
        var open = await db.Set<Referral>()
            .Where(r => r.PersonId == worker.Id && r.EmployerId == request.EmployerId && r.State < ReferralState.Hired).ToListAsync(cancel);
        foreach (var referral in open)
        {
            referral.Withdraw(WithdrawalReason.ChangedMind, new Actor(request.By, clock.UtcNow()));
            referral.AgreeToBeSeen(false);
        }

        return await db.SaveOrRefuseAsync(cancel);
    }
}
