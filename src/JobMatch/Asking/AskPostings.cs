using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>What was found, for which question, and the words that were set aside to find it.</summary>
public sealed record AnsweredPostings(PostingQuery Asked, PostingHits Hits, IReadOnlyList<string> SetAside)
{
    /// <summary>Words that no posting has, where nothing else was asked.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What was understood found nothing; the words as they were typed did.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>Nobody seeks the work that was asked for; what is of its kind is the answer.</summary>
    public bool IsKindred { get; init; }
}

/// <summary>
/// Asks the search. Where nothing is found, words that no posting has anywhere are set aside, for they can only make an answer empty: the rest of a
/// sentence that nobody understood must not hide the work that was asked for in it. Words that some posting has are asked as they stand, and a
/// question of nothing but unknown words stays unanswered. Where what was understood finds nothing and some posting has all of the words as they were typed, they were understood
/// wrongly, and those are the answer. Work that no posting at all seeks is asked again as the work of its 小类: who would deliver parcels is helped by those who sort them.
/// </summary>
public sealed class AskPostings(IPostingSearch search)
{
    /// <param name="asked">As understood.</param>
    /// <param name="literally">The words as they were typed; null when nothing was understood in them.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<AnsweredPostings> RunAsync(PostingQuery asked, PostingQuery? literally, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var hits = await search.SearchAsync(asked, cancel);
        if (hits.Total == 0 && literally is not null && await search.SearchAsync(literally, cancel) is { Total: > 0 } said) return new AnsweredPostings(literally, said, []) { IsLiteral = true };
        if (hits.Total == 0 && await KindredAsync(asked, cancel) is { } kindred) return new AnsweredPostings(kindred.Asked, kindred.Hits, []) { IsKindred = true };
        var words = asked.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(PostingQuery.MostWords).ToList();
        if (hits.Total > 0 || words.Count == 0) return new AnsweredPostings(asked, hits, []);
        var counts = await search.CountAsync([.. words.Select(word => new PostingQuery { Words = word })], cancel);
        var known = asked with { Words = string.Join(' ', words.Where((_, i) => counts[i] > 0)) };
        var unknown = words.Where((_, i) => counts[i] == 0).ToList();
        if (unknown.Count > 0 && !known.AsksAnything) return new AnsweredPostings(asked, hits, []) { Unknown = unknown };
        if (unknown.Count == 0) return new AnsweredPostings(asked, hits, []);
        return new AnsweredPostings(known, await search.SearchAsync(known, cancel), unknown);
    }

    private async Task<(PostingQuery Asked, PostingHits Hits)?> KindredAsync(PostingQuery asked, CancellationToken cancel)
    {
        if (asked.Occupations.Count == 0 || (await search.CountAsync([new PostingQuery { Occupations = asked.Occupations }], cancel))[0] > 0) return null;
        var kindred = asked with { Occupations = [.. asked.Occupations.Select(o => o with { Ids = SameGroup(o.Ids) })] };
        return await search.SearchAsync(kindred, cancel) is { Total: > 0 } hits ? (kindred, hits) : null;
    }

    private static List<int> SameGroup(IReadOnlyList<int> ids)
    {
        var groups = ids.Select(id => id / 100).ToHashSet();
        return [.. Catalogue.Instance.Occupations.Values.Where(o => groups.Contains(o.MinorGroup)).Select(o => o.Id).Order()];
    }
}
