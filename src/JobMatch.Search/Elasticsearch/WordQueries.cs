using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Words as queries, with the same tiers as the embedded index: the title holds them as one phrase · the title holds each · title or
/// occupation names (or the title holds another name of the occupation) · anywhere. Each tier contains the one before, so a hit's score is
/// the number of tiers that it is in, then how well its words stand out.
/// </summary>
internal static class WordQueries
{
    /// <summary>More than any sum of word scores.</summary>
    public const double TierWorth = 10_000;
    private static readonly (string Field, double Boost)[] Title = [("title", 10)];
    private static readonly (string Field, double Boost)[] TitleAndNames = [("title", 10), ("names", 4)];
    private static readonly (string Field, double Boost)[] Everywhere = [("title", 10), ("names", 4), ("body", 1)];
    private static readonly (string Field, double Boost)[] About = [("about", 4)];
    private static readonly (string Field, double Boost)[] AboutAndNames = [("about", 4), ("names", 1)];

    /// <summary>Everything that holds the words, ranked.</summary>
    public static Query Posting(SearchWords words, IReadOnlyList<Query> filters)
    {
        var tiers = new List<Query>();
        if (words.Words.Count > 1) tiers.Add(Holds(words.Joined, Title));
        tiers.Add(Query.All([.. words.Words.Select(w => Holds(w.Text, Title))]));
        tiers.Add(Query.All([.. words.Words.Select(w => Query.Any([Holds(w.Text, TitleAndNames), .. OtherTitles(w)]))]));
        return new Query { Bool = new BoolQuery { Must = [Anywhere(words)], Filter = filters, Should = [.. tiers.Select(t => Query.Worth(t, TierWorth))] } };
    }

    /// <summary>Everything that holds the words, for orders that ask for no score.</summary>
    public static Query Anywhere(SearchWords words) => Query.All([.. words.Words.Select(w => Query.Any([Holds(w.Text, Everywhere), .. OtherTitles(w), .. InParts(w, Everywhere)]))]);

    public static Query Worker(SearchWords words) =>
        Query.All([.. words.Words.Select(w => Query.Any([Holds(w.Text, AboutAndNames), .. w.OtherNames.Select(n => Holds(n, About)), .. InParts(w, AboutAndNames)]))]);

    private static IEnumerable<Query> OtherTitles(SearchWord word) => word.OtherNames.Select(name => Holds(name, Title));

    private static IEnumerable<Query> InParts(SearchWord word, (string Field, double Boost)[] fields) => word.Parts.Count == 0 ? [] : [Query.All([.. word.Parts.Select(p => Holds(p, fields))])];

    /// <summary>One of the fields holds the terms of a word, in order.</summary>
    private static Query Holds(string folded, (string Field, double Boost)[] fields)
    {
        var (terms, prefix) = Bigrams.Ask(folded);
        var single = !terms.Contains(' ', StringComparison.Ordinal);
        return Query.Any([.. fields.Select(f => (single, prefix) switch
        {
            (true, false) => Query.HasTerm(f.Field, terms, f.Boost),
            (true, true) => Query.HasTermFrom(f.Field, terms, f.Boost),
            (false, false) => Query.HasPhrase(f.Field, terms, f.Boost),
            (false, true) => Query.HasPhraseFrom(f.Field, terms, f.Boost),
        })]);
    }
}
