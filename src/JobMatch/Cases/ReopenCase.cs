using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record ReopenCaseRequest(long CaseId);

/// <summary>Takes back on the same day that a case was closed; its clocks go on as if it had never been.</summary>
public sealed class ReopenCase(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(ReopenCaseRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancel);
        if (found is null) return Refusal.NotFound;
        // Between closing and taking it back the watch, or she herself, may have opened another about the same.
        if (await db.Set<Case>().AnyAsync(c => c.Id != found.Id && c.Kind == found.Kind && c.PersonId == found.PersonId && c.HouseholdId == found.HouseholdId && c.Topic == found.Topic
            && (c.State == CaseState.Open || c.State == CaseState.InProgress), cancel)) return new Refusal("Case.AnotherOpen");
        var reopened = found.Reopen(clock.Today());
        return reopened.IsDone ? await db.SaveAsync(() => found.Id, cancel) : reopened.Refusals.ToList();
    }
}
