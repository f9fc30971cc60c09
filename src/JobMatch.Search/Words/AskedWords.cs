using JobMatch.Asking;

namespace JobMatch.Search.Words;

/// <summary>The words of a query, parsed once: what to match, and what to mark in what was found.</summary>
public sealed record AskedWords(SearchExpression Expression, SearchWords Marked)
{
    /// <summary>What titles should say to come first; empty asks for nothing.</summary>
    public IReadOnlyList<TermWord> Favoured { get; private init; } = [];

    /// <summary>None of these may match.</summary>
    public IReadOnlyList<TermWord> Unwanted { get; private init; } = [];

    public static AskedWords Of(PostingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var names = OccupationNames.OfCatalogue;
        var words = SearchWords.Parse(query.Words, names);
        var marked = query.Occupations.Count == 0 ? words : SearchWords.Parse(string.Join(' ', query.Occupations.Select(o => o.Words).Prepend(query.Words)), names);
        return new AskedWords(SearchExpression.OfPostings(words, query.Occupations, names), marked)
        {
            Favoured = SearchExpression.InTitle(query.Favoured),
            Unwanted = SearchExpression.Unwanted(query.NotOccupations, names),
        };
    }
}
