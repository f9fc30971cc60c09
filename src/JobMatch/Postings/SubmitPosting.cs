using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record SubmitPostingRequest(long PostingId, int Version, long By);

/// <summary>Hands a posting in: public at once, or waiting for a station.</summary>
public sealed class SubmitPosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(SubmitPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: false, posting => posting.Submit(posting.Employer!.IsVerified, clock.UtcNow()), cancel);
    }
}
