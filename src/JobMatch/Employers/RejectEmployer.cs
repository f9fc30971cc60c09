using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Employers;

public sealed record RejectEmployerRequest(long EmployerId, int Version, string Reason, long By);

/// <summary>A station could not verify an employer and says why; the employer reads the reason.</summary>
public sealed class RejectEmployer(JobMatchDbContext db, EmployerReach reach, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(RejectEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Required", nameof(request.Reason));
        if (request.Reason.Length > 300) return new Refusal("TooLong", nameof(request.Reason), 300);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayLookAfterAsync(employer, cancel)) return Refusal.NotFound;
        if (employer.Version != request.Version) return Refusal.ChangedMeanwhile;
        var rejected = employer.Reject(request.Reason.Trim(), request.By, clock.UtcNow());
        return rejected.IsDone ? await db.SaveOrRefuseAsync(cancel) : rejected;
    }
}
