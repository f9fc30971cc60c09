using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

public sealed record SuspendEmployerRequest(long EmployerId, int Version, string Reason, long By);

/// <summary>
/// Takes an employer off the market, and its public postings with it: they are paused for that reason, so that lifting the suspension does
/// not make anybody type them again. It stands here because the employers' module does not know of postings.
/// </summary>
public sealed class SuspendEmployer(JobMatchDbContext db, EmployerReach reach, TimeProvider clock)
{
    /// <returns>How many postings went off the board.</returns>
    public async Task<Outcome<int>> RunAsync(SuspendEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Required", nameof(request.Reason));
        if (request.Reason.Length > 300) return new Refusal("TooLong", nameof(request.Reason), 300);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayLookAfterAsync(employer, cancel)) return Refusal.NotFound;
        if (employer.Version != request.Version) return Refusal.ChangedMeanwhile;
        var suspended = employer.Suspend(request.Reason.Trim(), request.By, clock.UtcNow());
        if (!suspended.IsDone) return suspended.Refusals.ToList();

        var open = await db.Set<Posting>().Where(p => p.EmployerId == employer.Id && p.State == PostingState.Published).ToListAsync(cancel);
        foreach (var posting in open) posting.Pause(nameof(PostingCloseReason.EmployerSuspended));
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? open.Count : saved.Refusals.ToList();
    }
}
