using JobMatch.Data;

namespace JobMatch.Postings;

/// <param name="PostingId">Which.</param>
/// <param name="Version">That the station saw.</param>
/// <param name="By">The account.</param>
/// <param name="LeaveOpen">What its words say and its fields do not is meant to stay so.</param>
public sealed record ApprovePostingRequest(long PostingId, int Version, long By, bool LeaveOpen = false);

/// <summary>A station has looked and lets the posting through. Refused while its words say what its fields leave open, unless that is meant.</summary>
public sealed class ApprovePosting(PostingForChange postings, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(ApprovePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: true, posting =>
            !request.LeaveOpen && posting.State == PostingState.Submitted && LeftOpen.IsAny(LeftOpen.In(posting)) ? LeftOpen.Refusal : posting.Approve(posting.Employer!.IsVerified, clock.UtcNow()), cancel);
    }
}
