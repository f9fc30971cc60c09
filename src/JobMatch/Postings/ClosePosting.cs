using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record ClosePostingRequest(long PostingId, int Version, long By, PostingCloseReason Reason, PostingFilling Filling);

/// <summary>The employer or the station closes a posting and answers: was it filled, and how?</summary>
public sealed class ClosePosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(ClosePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Reason is not (PostingCloseReason.Filled or PostingCloseReason.FilledElsewhere or PostingCloseReason.NotNeeded or PostingCloseReason.Reported))
            return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        if (!Enum.IsDefined(request.Filling) || request.Filling == PostingFilling.Unknown) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Filling)));
        if (Contradicts(request.Reason, request.Filling)) return Task.FromResult<Outcome<bool>>(new Refusal("Posting.FillingContradicts", nameof(request.Filling)));
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: false, posting => posting.Close(request.Reason, request.Filling, clock.UtcNow()), cancel);
    }

    private static bool Contradicts(PostingCloseReason reason, PostingFilling filling) => reason switch
    {
        PostingCloseReason.Filled => filling is PostingFilling.Elsewhere or PostingFilling.NotFilled,
        PostingCloseReason.FilledElsewhere => filling is PostingFilling.Here or PostingFilling.NotFilled,
        _ => false,
    };
}
