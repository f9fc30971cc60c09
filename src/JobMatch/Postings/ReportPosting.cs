using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

public sealed record ReportPostingRequest(long PostingId, PostingReportReason Reason, string Text);

/// <summary>Anyone, signed in or not, says that a posting cheats; a station looks.</summary>
public sealed class ReportPosting(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>More reports than this wait on one posting only when somebody plays; the station knows already.</summary>
    private const int MostWaiting = 20;

    public async Task<Outcome<bool>> RunAsync(ReportPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Reason)) return new Refusal("Required", nameof(request.Reason));
        if (request.Text.Length > 500) return new Refusal("TooLong", nameof(request.Text), 500);
        if (!await db.Set<Posting>().AnyAsync(p => p.Id == request.PostingId && p.PublishedAt != null, cancel)) return Refusal.NotFound;
        if (await db.Set<PostingReport>().CountAsync(r => r.PostingId == request.PostingId && r.ClosedAt == null, cancel) >= MostWaiting) return true;
        db.Add(new PostingReport { PostingId = request.PostingId, Reason = request.Reason, Text = request.Text.Trim(), At = clock.UtcNow() });
        return await db.SaveOrRefuseAsync(cancel);
    }
}
