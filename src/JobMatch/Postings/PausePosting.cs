using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record PausePostingRequest(long PostingId, int Version, long By);

/// <summary>Takes a posting off the board for a while.</summary>
public sealed class PausePosting(PostingForChange postings)
{
    public Task<Outcome<bool>> RunAsync(PausePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: false, posting => posting.Pause(), cancel);
    }
}
