using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record SendBackPostingRequest(long PostingId, int Version, long By, string Reason);

/// <summary>A station sends a posting back; the employer reads why, mends it and hands it in again.</summary>
public sealed class SendBackPosting(PostingForChange postings)
{
    public Task<Outcome<bool>> RunAsync(SendBackPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason)) return Task.FromResult<Outcome<bool>>(new Refusal("Required", nameof(request.Reason)));
        if (request.Reason.Length > 300) return Task.FromResult<Outcome<bool>>(new Refusal("TooLong", nameof(request.Reason), 300));
        return postings.ChangeAsync(request.PostingId, request.Version, staffOnly: true, posting => posting.SendBack(request.Reason.Trim()), cancel);
    }
}
