using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record ResumePostingRequest(long PostingId, int Version, long By);

/// <summary>Puts a paused posting back on the board; that confirms that it is open.</summary>
public sealed class ResumePosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(ResumePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: false, posting => posting.Resume(posting.Employer!.IsVerified, clock.UtcNow()), cancel);
    }
}
