using JobMatch.Data;

namespace JobMatch.Postings;

public sealed record FillFromTextRequest(long PostingId, int Version, long By);

/// <summary>What the words of a posting say and its fields left open is filled in, by its employer or by the station that looks after it. What somebody chose stays.</summary>
public sealed class FillFromText(PostingForChange postings, SavePosting save)
{
    public async Task<Outcome<long>> RunAsync(FillFromTextRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var read = await postings.ReadAsync(request.PostingId, request.Version, cancel);
        if (read.Value is not { } posting) return read.Refusals.ToList();
        return await save.RunAsync(LeftOpen.Filled(PostingForm.Of(posting, request.By), posting.Employer!.Name), cancel);
    }
}
