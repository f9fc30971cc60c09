using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record MyRequest(long CaseId, CaseKind Kind, HelpTopic Topic, string Text, DateOnly OpenedOn, CaseState State, DateOnly? FirstHelpOn, DateOnly? ClosedOn, CaseOutcome? Outcome);

/// <summary>
/// What a resident asked for and where it stands. Cases belong to the station, so the scope's filter is lifted for exactly the rows of the
/// person who is signed in; watches about her household are none of them.
/// </summary>
public sealed class MyRequestsView(JobMatchDbContext db, CurrentScope scope)
{
    public async Task<IReadOnlyList<MyRequest>> RunAsync(CancellationToken cancel)
    {
        var person = scope.Value.PersonId;
        if (scope.Value.Kind != ScopeKind.Herself || person == 0) return [];
        return await db.Set<Case>().IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking()
            .Where(c => c.PersonId == person && (c.Kind == CaseKind.Rights || c.Kind == CaseKind.HelpRequest || c.Kind == CaseKind.Correction || c.Kind == CaseKind.JobLoss))
            .OrderByDescending(c => c.Id).Take(50)
            .Select(c => new MyRequest(c.Id, c.Kind, c.Topic, c.Text, c.OpenedOn, c.State, c.FirstHelpOn, c.ClosedOn, c.Outcome)).ToListAsync(cancel);
    }
}
