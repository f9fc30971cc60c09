using JobMatch.Data;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="PlanId">A draft.</param>
/// <param name="Version">As the page had it.</param>
/// <param name="By">The clerk's account.</param>
public sealed record ConfirmPlanRequest(long PlanId, int Version, long By);

/// <summary>
/// Makes the referrals of a draft: all of them or none, in one transaction. What changed since it was worked out (a vacancy taken, a posting closed, somebody hired) is looked at again
/// first; then the plan has to be worked out again, and the clerk is told how many rows no longer hold.
/// </summary>
public sealed class ConfirmPlan(JobMatchDbContext db, PlanRowsToday today, ReferPlanned refer, TimeProvider clock)
{
    public async Task<Outcome<int>> RunAsync(ConfirmPlanRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var plan = await db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Id == request.PlanId, cancel);
        if (plan is null) return Refusal.NotFound;
        if (plan.Version != request.Version) return Refusal.ChangedMeanwhile;
        var confirmed = plan.Confirm(request.By, clock.UtcNow());
        if (!confirmed.IsDone) return confirmed.Refusals.ToList();
        var rows = await db.Set<PlanRow>().Where(r => r.PlanId == plan.Id).OrderBy(r => r.Id).ToListAsync(cancel);
        if (rows.Count == 0) return new Refusal("Plan.Empty");
        // Rows of settlements that this clerk does not serve are not hers to send.
        if (await db.Set<PlanRow>().IgnoreQueryFilters([ScopeFilters.Name]).CountAsync(r => r.PlanId == plan.Id, cancel) != rows.Count) return new Refusal("Plan.NotAllYours");
        var broken = await today.BrokenAsync(plan, rows, cancel);
        if (broken.Count > 0) return new Refusal("Plan.Changed", "", broken.Count);
        var referred = await refer.RunAsync(rows, request.By, cancel);
        if (referred < rows.Count) return new Refusal("Plan.Changed", "", rows.Count - referred);
        var saved = await db.SaveOrRefuseAsync(cancel);
        if (!saved.IsDone) return saved.Refusals.ToList();
        await refer.NoteAsync(rows, cancel);
        await transaction.CommitAsync(cancel);
        return rows.Count;
    }
}

/// <summary>Puts the people of a plan forward, posting by posting, as a clerk would one by one; nothing is saved here.</summary>
public sealed class ReferPlanned(JobMatchDbContext db, ReferWorkers refer)
{
    /// <summary>The number put forward; fewer than the rows when one of them cannot be.</summary>
    public async Task<int> RunAsync(IReadOnlyList<PlanRow> rows, long by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var referred = 0;
        foreach (var posting in rows.GroupBy(r => r.PostingId))
        {
            var done = await refer.RunAsync(new ReferWorkersRequest(posting.Key, [.. posting.Select(r => r.PersonId)], by), cancel);
            if (!done.IsDone) return referred;
            referred += done.Value!.ReferralIds.Count;
        }

        return referred;
    }

    /// <summary>Notes at each row which referral it became, and at each referral the place that the plan means.</summary>
    public async Task NoteAsync(IReadOnlyList<PlanRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var posting in rows.GroupBy(r => r.PostingId))
        {
            var people = posting.Select(r => r.PersonId).ToList();
            var referrals = await db.Set<Referral>().Where(r => r.PostingId == posting.Key && people.Contains(r.PersonId)).ToDictionaryAsync(r => r.PersonId, cancel);
            foreach (var row in posting)
            {
                row.ReferralId = referrals[row.PersonId].Id;
                referrals[row.PersonId].MeanFor(row.QuotaId);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
