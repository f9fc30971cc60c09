using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record FinishCaseRequest(long CaseId, int Version, CaseOutcome Outcome, long ByAccountId);

/// <summary>The station ends a case with an outcome.</summary>
public sealed class FinishCase(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(FinishCaseRequest request, CancellationToken cancel)
    {
        if (!Enum.IsDefined(request.Outcome)) return new Refusal("Required", "Outcome");
        var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancel);
        if (found is null) return Refusal.NotFound;
        if (found.Version != request.Version) return Refusal.ChangedMeanwhile;
        // "Employed" is derived from spells: a household that the ledger still shows without work is not cleared by a click.
        if (request.Outcome == CaseOutcome.Employed && found.Kind == CaseKind.ZeroEmploymentHousehold && await db.ZeroEmploymentOn(clock.Today()).AnyAsync(h => h.Id == found.HouseholdId, cancel))
            return new Refusal("Case.NobodyEmployedYet", "Outcome");
        found.OwnerId ??= request.ByAccountId;
        var finished = found.Finish(request.Outcome, clock.Today());
        return finished.IsDone ? await db.SaveAsync(() => found.Id, cancel) : finished.Refusals.ToList();
    }
}

public sealed record DropCaseRequest(long CaseId, int Version, string Reason, long ByAccountId);

/// <summary>Opened by mistake, or there is nothing to do: ended with a reason.</summary>
public sealed class DropCase(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(DropCaseRequest request, CancellationToken cancel)
    {
        var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancel);
        if (found is null) return Refusal.NotFound;
        if (found.Version != request.Version) return Refusal.ChangedMeanwhile;
        if (request.Reason.Length > 400) return new Refusal("TooLong", "Reason", 400);
        found.OwnerId ??= request.ByAccountId;
        var dropped = found.Drop(request.Reason.Trim(), clock.Today());
        return dropped.IsDone ? await db.SaveAsync(() => found.Id, cancel) : dropped.Refusals.ToList();
    }
}
