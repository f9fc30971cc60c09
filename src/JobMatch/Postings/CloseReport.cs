using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>With ClosePosting the report was right: the posting closes with it.</summary>
public sealed record CloseReportRequest(long ReportId, string Finding, bool ClosePosting, long By);

/// <summary>A station has looked into a report and writes what it found.</summary>
public sealed class CloseReport(JobMatchDbContext db, PostingForChange postings, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(CloseReportRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Finding)) return new Refusal("Required", nameof(request.Finding));
        if (request.Finding.Length > 300) return new Refusal("TooLong", nameof(request.Finding), 300);
        var report = await db.Set<PostingReport>().SingleOrDefaultAsync(r => r.Id == request.ReportId, cancel);
        if (report is null) return Refusal.NotFound;
        if (report.ClosedAt is not null) return new Refusal("Report.Closed");
        return await postings.ChangeAsync(report.PostingId, version: null, staffOnly: true, posting =>
        {
            (report.ClosedAt, report.ClosedBy, report.Finding) = (clock.UtcNow(), request.By, request.Finding.Trim());
            return request.ClosePosting && posting.State != PostingState.Closed
                ? posting.Close(PostingCloseReason.Reported, PostingFilling.NotFilled, clock.UtcNow())
                : true;
        }, cancel);
    }
}
