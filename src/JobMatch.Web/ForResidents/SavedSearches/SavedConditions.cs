using System.Globalization;
using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Web.ForResidents.Jobs;
using JobMatch.Web.ForResidents.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace JobMatch.Web.ForResidents.SavedSearches;

/// <summary>What a saved search of jobs asks, in words: whatever its owner calls it.</summary>
public sealed class SavedConditions(UnderstandQuery understand, Conditions conditions, CountyPlaces places)
{
    /// <param name="address">"/jobs?q=…", as it was saved.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<string> OfAsync(string address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        var filter = Read(address);
        return await OfAsync(filter, filter.Literal ? UnderstoodQuery.Literally(filter.Words) : await understand.RunAsync(filter.Words, cancel), cancel);
    }

    public async Task<string> OfAsync(JobFilter filter, UnderstoodQuery understood, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(understood);
        var parts = conditions.Of(filter, understood, await places.SettlementNamesAsync(cancel), await places.TownshipsAsync(cancel)).Select(c => c.Text);
        return string.Join(' ', parts.Append(understood.Rest).Where(p => p.Length > 0));
    }

    private static JobFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Of(string name) => query.TryGetValue(name, out var values) ? values[^1] : null;
        return new JobFilter
        {
            Q = Of("q"),
            Literal = Of("literal") == "true",
            Kind = Enum.TryParse<PostingKind>(Of("kind"), out var kind) ? kind : null,
            Place = Of("place"),
            Pay = int.TryParse(Of("pay"), NumberStyles.None, CultureInfo.InvariantCulture, out var pay) ? pay : null,
            Shift = Enum.TryParse<Shift>(Of("shift"), out var shift) ? shift : null,
            Needs = [.. query.TryGetValue("needs", out var needs) ? needs.Select(n => Enum.TryParse<PostingNeeds>(n, out var need) ? need : PostingNeeds.None).Where(n => n != PostingNeeds.None) : []],
        };
    }
}
