using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <param name="PersonId">Who shows herself.</param>
/// <param name="EmployerId">To whom.</param>
/// <param name="By">The account.</param>
/// <param name="UndoHiding">Hiding was a slip: what it withdrew stands again, where the posting is still open.</param>
public sealed record ShowToEmployerRequest(long PersonId, long EmployerId, long By, bool UndoHiding = false);

/// <summary>The person may be seen by an employer again. Withdrawn applications stay withdrawn until she takes them up, unless hiding itself is undone.</summary>
public sealed class ShowToEmployer(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    /// <returns>How many applications and referrals stand again.</returns>
    public async Task<Outcome<int>> RunAsync(ShowToEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind is not (ScopeKind.System or ScopeKind.Herself or ScopeKind.Settlements)) return Refusal.NotFound;
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == request.PersonId, cancel)) return Refusal.NotFound;
        var hidden = await db.Set<HiddenFromEmployer>().SingleOrDefaultAsync(h => h.PersonId == request.PersonId && h.EmployerId == request.EmployerId, cancel);
        if (hidden is null) return 0;
        db.Remove(hidden);
        var by = new Actor(request.By, clock.UtcNow());
        var restored = 0;
        var referrals = await db.Set<Referral>().Include(r => r.Moves).Include(r => r.Posting!.Employer).Include(r => r.Posting!.Quotas).AsSplitQuery()
            .Where(r => r.PersonId == request.PersonId && r.EmployerId == request.EmployerId).ToListAsync(cancel);
        foreach (var referral in referrals)
        {
            referral.Show();
            if (request.UndoHiding && OpenPosting.Check(referral.Posting) is null && referral.TakeBackHiding(by).IsDone) restored++;
        }

        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? restored : saved.Refusals.ToList();
    }
}
