using JobMatch.Asking;

namespace JobMatch.Search.Words;

/// <summary>The words of a query, parsed once: what to match, and what to mark in what was found.</summary>
public sealed record AskedWords(SearchExpression Expression, SearchWords Marked)
{
    /// <summary>What titles should say to come first; empty asks for nothing.</summary>
    public IReadOnlyList<TermWord> Favoured { get; private init; } = [];

    /// <summary>None of these may match.</summary>
    public IReadOnlyList<TermWord> Unwanted { get; private init; } = [];

    /// <summary>What stands for a kind or a need in so many words.</summary>
    public IReadOnlyList<(SaidInstead For, TermWord Word)> Said { get; private init; } = [];

    public static AskedWords Of(PostingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var names = OccupationNames.OfCatalogue;
        var words = SearchWords.Parse(query.Words, names);
        var marked = query.Occupations.Count + query.Said.Count == 0 ? words : SearchWords.Parse(string.Join(' ', query.Occupations.Select(o => o.Words).Prepend(query.Words).Concat(query.Said.SelectMany(said => said.Words))), names);
        return new AskedWords(SearchExpression.OfPostings(words, query.Occupations, names), marked)
        {
            Favoured = SearchExpression.InTitle(query.Favoured),
            Said = [.. query.Said.Where(said => said.Words.Count > 0).Select(said => (said, SearchExpression.Says(said.Words)))],
            Unwanted = SearchExpression.Unwanted(query.NotOccupations, names),
        };
    }
}
