using JobMatch.Data;

namespace JobMatch.Postings;

/// <summary>No version: the answer "still open" is right whatever else was changed meanwhile.</summary>
public sealed record ConfirmPostingOpenRequest(long PostingId, long By);

/// <summary>The employer says that a posting is still open; the 30 and 60 days start again.</summary>
public sealed class ConfirmPostingOpen(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(ConfirmPostingOpenRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, version: null, staffOnly: false, posting =>
        {
            if (!posting.IsPublic) return new Refusal("Posting.NotPublished");
            posting.Confirm(clock.UtcNow());
            return true;
        }, cancel);
    }
}
