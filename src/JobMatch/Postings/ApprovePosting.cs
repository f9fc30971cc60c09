using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record ApprovePostingRequest(long PostingId, int Version, long By);

/// <summary>A station has looked and lets the posting through.</summary>
public sealed class ApprovePosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(ApprovePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: true, posting => posting.Approve(posting.Employer!.IsVerified, clock.UtcNow()), cancel);
    }
}
