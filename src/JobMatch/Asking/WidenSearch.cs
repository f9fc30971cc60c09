using System.Text.Json;

namespace JobMatch.Asking;

/// <summary>A way to ask for more: what would be dropped, how many would be found then.</summary>
public sealed record Widened<T>(T Way, int Total);

/// <summary>
/// An empty answer is no dead end: counts what each way of asking for less would bring. One call to the engine for all of them; ways that
/// bring nothing are left out, and the order of the ways decides between equals, not their number: who looks for a guard is not helped by
/// a thousand jobs of another kind. Two ways that ask the same are one.
/// </summary>
public sealed class WidenSearch(IPostingSearch search)
{
    /// <summary>Ways looked at, at most.</summary>
    public const int Most = 12;

    private static string Question(PostingQuery query) => JsonSerializer.Serialize(query with { Sort = PostingSort.Relevance, Near = null, After = null, Page = 0, PageSize = 0, Facets = null });

    public async Task<IReadOnlyList<Widened<T>>> RunAsync<T>(IEnumerable<(T Way, PostingQuery Query)> ways, CancellationToken cancel)
    {
        var asked = ways.DistinctBy(way => Question(way.Query)).Take(Most).ToList();
        if (asked.Count == 0) return [];
        var counts = await search.CountAsync([.. asked.Select(w => w.Query)], cancel);
        return [.. asked.Zip(counts, (way, count) => new Widened<T>(way.Way, count)).Where(w => w.Total > 0)];
    }
}
