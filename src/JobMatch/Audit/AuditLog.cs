using JobMatch.Data;

namespace JobMatch.Audit;

/// <summary>Writes who looked at or did what, apart from the change itself, so that a refused look is kept too.</summary>
public sealed class AuditLog(JobMatchDbContext db, TimeProvider clock)
{
    public async Task WriteAsync(long accountId, AuditAction action, AuditSubject subject, long subjectId, string detail = "", CancellationToken cancel = default)
    {
        db.Add(new AuditEntry { At = clock.UtcNow(), AccountId = accountId, Action = action, Subject = subject, SubjectId = subjectId, Detail = detail });
        await db.SaveChangesAsync(cancel);
    }
}
