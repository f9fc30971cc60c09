using JobMatch.Data;

namespace JobMatch.Postings;

/// <param name="PostingId">Which.</param>
/// <param name="Version">That the employer saw.</param>
/// <param name="By">The account.</param>
/// <param name="LeaveOpen">What its words say and its fields do not is meant to stay so.</param>
public sealed record SubmitPostingRequest(long PostingId, int Version, long By, bool LeaveOpen = false);

/// <summary>Hands a posting in: public at once, or waiting for a station. Refused while its words say what its fields leave open, unless that is meant.</summary>
public sealed class SubmitPosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(SubmitPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: false, posting =>
            !request.LeaveOpen && posting.State is PostingState.Draft or PostingState.SentBack && LeftOpen.IsAny(LeftOpen.In(posting)) ? LeftOpen.Refusal : posting.Submit(posting.Employer!.IsVerified, clock.UtcNow()), cancel);
    }
}
