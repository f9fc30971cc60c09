using JobMatch.Data;

namespace JobMatch.Postings;

/// <param name="PostingId">Which.</param>
/// <param name="Version">As it was read.</param>
/// <param name="By">Who fills it in.</param>
/// <param name="Usual">What no word says but is so here, of what such work usually is (<see cref="LeftOpen.Usual"/>), by name.</param>
public sealed record FillFromTextRequest(long PostingId, int Version, long By, IReadOnlyCollection<string>? Usual = null);

/// <summary>What the words of a posting say and its fields left open is filled in, by its employer or by the station that looks after it. What somebody chose stays; what is only usual for such work is filled in where it was ticked.</summary>
public sealed class FillFromText(PostingForChange postings, SavePosting save)
{
    public async Task<Outcome<long>> RunAsync(FillFromTextRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var read = await postings.ReadAsync(request.PostingId, request.Version, cancel);
        if (read.Value is not { } posting) return read.Refusals.ToList();
        return await save.RunAsync(LeftOpen.Filled(PostingForm.Of(posting, request.By), posting.Employer!.Name, request.Usual), cancel);
    }
}
