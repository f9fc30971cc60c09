using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record HideFromEmployerRequest(long PersonId, long EmployerId, long By);

/// <summary>The person does not want to be seen by an employer. What is open with it is withdrawn; hiding twice is once.</summary>
public sealed class HideFromEmployer(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    /// <returns>How many open applications and referrals this withdrew.</returns>
    public async Task<Outcome<int>> RunAsync(HideFromEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind is not (ScopeKind.System or ScopeKind.Herself or ScopeKind.Settlements)) return Refusal.NotFound;
        var worker = await db.Set<Worker>().SingleOrDefaultAsync(w => w.Id == request.PersonId, cancel);
        if (worker is null || !await db.Set<Employer>().AnyAsync(e => e.Id == request.EmployerId, cancel)) return Refusal.NotFound;
        if (await db.Set<HiddenFromEmployer>().AnyAsync(h => h.PersonId == worker.Id && h.EmployerId == request.EmployerId, cancel)) return 0;
        db.Add(new HiddenFromEmployer { PersonId = worker.Id, EmployerId = request.EmployerId, SettlementId = worker.SettlementId, At = clock.UtcNow() });
        var by = new Actor(request.By, clock.UtcNow());
        var withdrawn = 0;
        foreach (var referral in await db.Set<Referral>().Where(r => r.PersonId == worker.Id && r.EmployerId == request.EmployerId).ToListAsync(cancel))
            withdrawn += referral.Hide(by) ? 1 : 0;
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? withdrawn : saved.Refusals.ToList();
    }
}
