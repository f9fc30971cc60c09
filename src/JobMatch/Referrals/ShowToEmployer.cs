using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

public sealed record ShowToEmployerRequest(long PersonId, long EmployerId, long By);

/// <summary>The person may be seen by an employer again; withdrawn applications stay withdrawn until she reopens them.</summary>
public sealed class ShowToEmployer(JobMatchDbContext db, CurrentScope scope)
{
    public async Task<Outcome<bool>> RunAsync(ShowToEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind is not (ScopeKind.System or ScopeKind.Herself or ScopeKind.Settlements)) return Refusal.NotFound;
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == request.PersonId, cancel)) return Refusal.NotFound;
        var hidden = await db.Set<HiddenFromEmployer>().SingleOrDefaultAsync(h => h.PersonId == request.PersonId && h.EmployerId == request.EmployerId, cancel);
        if (hidden is null) return true;
        db.Remove(hidden);
        return await db.SaveOrRefuseAsync(cancel);
    }
}
