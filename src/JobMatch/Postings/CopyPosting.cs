using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>Either an earlier posting of the same employer, or a template by its key.</summary>
public sealed record CopyPostingRequest(long EmployerId, long By, long? PostingId = null, string TemplateKey = "");

/// <summary>
/// Fills a form from an earlier posting or a template. Nothing is stored: the form is saved by <see cref="SavePosting"/> when the employer has
/// looked at it.
/// </summary>
public sealed class CopyPosting(JobMatchDbContext db, EmployerReach reach)
{
    public async Task<Outcome<SavePostingRequest>> RunAsync(CopyPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayManageAsync(employer, cancel)) return Refusal.NotFound;
        if (request.PostingId is not { } id)
            return PostingTemplates.Find(request.TemplateKey) is { } template ? template.Fill(employer.Id, request.By, employer.SettlementId) : Refusal.NotFound;
        var posting = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .SingleOrDefaultAsync(p => p.Id == id && p.EmployerId == employer.Id, cancel);
        return posting is null ? Refusal.NotFound : Of(posting, request.By);
    }

    /// <summary>Everything but the dates and the ids: a copy is a new posting.</summary>
    private static SavePostingRequest Of(Posting posting, long by)
    {
        var own = PostingForm.Of(posting, by);
        return own with { PostingId = null, Version = 0, NoticeId = null, StartsOn = null, ClosesOn = null, Quotas = [.. own.Quotas.Select(q => q with { Id = null })] };
    }
}
