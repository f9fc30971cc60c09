using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Employers;

public sealed record VerifyEmployerRequest(long EmployerId, int Version, long By);

/// <summary>A station has seen identity and licence: the employer's postings may become public. Lifts a suspension too.</summary>
public sealed class VerifyEmployer(JobMatchDbContext db, EmployerReach reach, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(VerifyEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayLookAfterAsync(employer, cancel)) return Refusal.NotFound;
        if (employer.Version != request.Version) return Refusal.ChangedMeanwhile;
        var verified = employer.Verify(request.By, clock.UtcNow());
        return verified.IsDone ? await db.SaveOrRefuseAsync(cancel) : verified;
    }
}
