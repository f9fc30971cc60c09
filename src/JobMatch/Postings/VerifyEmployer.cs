using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

public sealed record VerifyEmployerRequest(long EmployerId, int Version, long By);

/// <summary>
/// A station has seen identity and licence: the employer's postings may become public, and those that waited for nothing else are public at once. Lifts a suspension too. It
/// stands here because the employers' module does not know of postings.
/// </summary>
public sealed class VerifyEmployer(JobMatchDbContext db, EmployerReach reach, TimeProvider clock)
{
    /// <returns>How many waiting postings went public.</returns>
    public async Task<Outcome<int>> RunAsync(VerifyEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayLookAfterAsync(employer, cancel)) return Refusal.NotFound;
        if (employer.Version != request.Version) return Refusal.ChangedMeanwhile;
        var verified = employer.Verify(request.By, clock.UtcNow());
        if (!verified.IsDone) return verified.Refusals.ToList();

        var waiting = await db.Set<Posting>().Include(p => p.Quotas).Where(p => p.EmployerId == employer.Id && p.State == PostingState.Submitted).ToListAsync(cancel);
        var released = waiting.Count(posting => !posting.NeedsStation && posting.Approve(employerVerified: true, clock.UtcNow()).IsDone);
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? released : saved.Refusals.ToList();
    }
}
