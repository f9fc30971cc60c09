namespace JobMatch.Asking;

/// <summary>
/// Finds published postings. One contract for every engine: the embedded index by default, Elasticsearch where a county outgrows it.
/// Which postings match, in which tier and in which order is defined by the query alone, so that engines agree to the last hit.
/// Ids come back; the caller reads the rows and checks rights again in the database.
/// </summary>
public interface IPostingSearch
{
    Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel);

    /// <summary>How many postings each query finds, in the order given; pages, sorts and facets are not looked at.</summary>
    Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<PostingQuery> queries, CancellationToken cancel);

    /// <summary>
    /// Titles of published postings that begin to match what is being typed, the commonest first, then by their code points. The last word
    /// may be half typed; pinyin and its initials count.
    /// </summary>
    /// <param name="typed">What stands in the box so far.</param>
    /// <param name="most">Titles at most, up to 20.</param>
    /// <param name="cancel">Stops the search.</param>
    Task<IReadOnlyList<TitleSuggestion>> SuggestAsync(string typed, int most, CancellationToken cancel);
}

/// <summary>A title as employers write it, and how many published postings have exactly this one.</summary>
public sealed record TitleSuggestion(string Title, int Count);
