using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>An expression of terms in the server's language. Nothing is decided here: what matches, and in which tier, the expression says.</summary>
internal static class TermQueries
{
    /// <summary>Matches what the expression matches; the score is the number of the best tier, so many times.</summary>
    public static Query Ranked(SearchExpression expression, Func<TermFields, string> field, int times = 1) => new()
    {
        DisMax = new DisMaxQuery([.. Distinct(expression.Tiers).Select(tier => Query.Worth(All(tier, field), (int)tier.Tier * times))]),
    };

    /// <summary>Matches the same, for orders that ask for no tier.</summary>
    public static Query Matching(SearchExpression expression, Func<TermFields, string> field) => All(expression.Tiers[^1], field);

    /// <summary>Where the terms of a posting stand.</summary>
    public static string OfPostings(TermFields column) => column switch
    {
        TermFields.Title => "title",
        TermFields.Names => "names",
        TermFields.TitleLike => "title_like",
        TermFields.Body => "body",
        TermFields.BodyLike => "body_like",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Postings have no such column."),
    };

    /// <summary>Where those of a worker stand; her recorded words stand where a posting has its title.</summary>
    public static string OfWorkers(TermFields column) => column switch
    {
        TermFields.Title => "about",
        TermFields.Names => "names",
        TermFields.TitleLike => "about_like",
        TermFields.Wishes => "wishes",
        TermFields.WishNames => "wish_names",
        TermFields.WishesLike => "wishes_like",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Workers have no such column."),
    };

    /// <summary>One word is its own phrase: asked once, in the better tier.</summary>
    private static IEnumerable<TermTier> Distinct(IReadOnlyList<TermTier> tiers) =>
        tiers.Where((tier, i) => i == 0 || !(Only(tier) is { } phrase && Only(tiers[i - 1]) is { } better && phrase.Fields == better.Fields && phrase.Prefix == better.Prefix && phrase.Terms.SequenceEqual(better.Terms)));

    private static TermPhrase? Only(TermTier tier) => tier.Words is [{ Any: [{ All: [var phrase] }] }] ? phrase : null;

    private static Query All(TermTier tier, Func<TermFields, string> field) => Query.All([.. tier.Words.Select(word => Any(word, field))]);

    /// <summary>Any choice of one word.</summary>
    public static Query Any(TermWord word, Func<TermFields, string> field) =>
        word.Any.Count == 0 ? Query.Nothing : Query.Any([.. word.Any.SelectMany(choice => choice.All is [var phrase] ? Holds(phrase, field) : [Query.All([.. choice.All.Select(p => Query.Any(Holds(p, field)))])])]);

    /// <summary>The phrase in each of its columns.</summary>
    private static List<Query> Holds(TermPhrase phrase, Func<TermFields, string> field)
    {
        if (phrase.Terms.Count == 0) return [Query.Nothing];
        var terms = string.Join(' ', phrase.Terms);
        return
        [
            .. Enum.GetValues<TermFields>().Where(f => f != TermFields.None && phrase.Fields.HasFlag(f)).Select(field).Select(name => phrase.Except.Count == 0 ? Stands(name) : new Query
            {
                Bool = new BoolQuery { Filter = [Stands(name)], MustNot = [.. phrase.Except.Select(longer => Query.HasPhrase(name, string.Join(' ', longer)))] },
            }),
        ];

        Query Stands(string name) => (phrase.Terms.Count, phrase.Prefix) switch
        {
            (1, false) => Query.Is(name, terms),
            (1, true) => Query.StartsWith(name, terms),
            (_, false) => Query.HasPhrase(name, terms),
            _ => Query.HasPhraseStart(name, terms),
        };
    }
}
