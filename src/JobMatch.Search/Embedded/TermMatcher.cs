using JobMatch.Search.Words;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Answers an expression from the posting lists of one index file. Each distinct piece is asked once per generation; tiers, words and
/// choices are then combined as sets in memory.
/// </summary>
internal sealed class TermMatcher(IndexConnection index, PostingColumns columns)
{
    private const TermFields TitleFields = TermFields.Title | TermFields.Names | TermFields.TitleLike;
    private const TermFields BodyFields = TermFields.Body | TermFields.BodyLike;

    /// <summary>What each tier finds, best tier first; each holds the ones before it.</summary>
    public List<(Data.RelevanceTier Tier, SlotSet Slots)> Tiers(SearchExpression expression)
    {
        // The widest first: where it finds nothing, the others need not be asked.
        var tiers = new List<(Data.RelevanceTier Tier, SlotSet Slots)>();
        foreach (var tier in expression.Tiers.Reverse())
        {
            if (tiers.Count > 0 && tiers[^1].Slots.Count == 0) break;
            tiers.Add((tier.Tier, All(tier.Words)));
        }

        tiers.Reverse();
        return tiers;
    }

    public SlotSet All(IReadOnlyList<TermWord> words)
    {
        var all = Any(words[0]).Copy(columns.Length);
        for (var i = 1; i < words.Count; i++) all.And(Any(words[i]));
        return all;
    }

    public SlotSet Any(TermWord word)
    {
        var any = new SlotSet(columns.Length);
        var single = word.Any.Where(c => c.All.Count == 1).Select(c => c.All[0]).ToList();
        if (single.Count > 0) any.Or(OfPhrases(single));
        foreach (var choice in word.Any.Where(c => c.All.Count > 1))
        {
            var all = OfPhrases([choice.All[0]]).Copy(columns.Length);
            foreach (var phrase in choice.All.Skip(1)) all.And(OfPhrases([phrase]));
            any.Or(all);
        }

        return any;
    }

    private SlotSet OfPhrases(List<TermPhrase> phrases)
    {
        var titles = Ask("posting_titles", phrases, TitleFields);
        var bodies = Ask("posting_bodies", phrases, BodyFields);
        return (titles, bodies) switch
        {
            ({ } t, { } b) => t.Copy(columns.Length).Or(b),
            ({ } t, null) => t,
            (null, { } b) => b,
            _ => new SlotSet(columns.Length),
        };
    }

    private SlotSet? Ask(string table, List<TermPhrase> phrases, TermFields here)
    {
        var parts = phrases.Where(p => p.Terms.Count > 0 && (p.Fields & here) != 0).Select(p => MatchText.Of(p, here)).ToList();
        if (parts.Count == 0) return null;
        var match = string.Join(" OR ", parts);
        return columns.Matching(match, () => index.Slots($"select rowid from {table} where {table} match ?", match, columns.Length));
    }
}

/// <summary>Phrases in the language of FTS5. Terms hold letters, digits and our own marks only, so that nothing in them can end the string.</summary>
internal static class MatchText
{
    /// <summary>A phrase of postings, within some of its columns.</summary>
    public static string Of(TermPhrase phrase, TermFields within) => Of(phrase, within, Column);

    /// <summary>A whole tier of workers, whose recorded words stand where a posting has its title.</summary>
    public static string OfWorkers(TermTier tier) => string.Join(
        " AND ", tier.Words.Select(word => $"({string.Join(" OR ", word.Any.Select(choice => $"({string.Join(" AND ", choice.All.Select(p => Of(p, (TermFields)~0, WorkerColumn)))})"))})"));

    private static string Of(TermPhrase phrase, TermFields within, Func<TermFields, string> column)
    {
        var columns = Enum.GetValues<TermFields>().Where(f => f != TermFields.None && (phrase.Fields & within).HasFlag(f)).Select(column).ToList();
        if (phrase.Except.Count > 0)
            return $"({string.Join(" OR ", columns.Select(name => $"({name} : \"{string.Join(' ', phrase.Terms)}\"{(phrase.Prefix ? " *" : "")} NOT ({string.Join(" OR ", phrase.Except.Select(longer => $"{name} : \"{string.Join(' ', longer)}\""))}))"))})";
        return $"{{{string.Join(' ', columns)}}} : \"{string.Join(' ', phrase.Terms)}\"{(phrase.Prefix ? " *" : "")}";
    }

    private static string Column(TermFields field) => field switch
    {
        TermFields.Title => "title",
        TermFields.Names => "names",
        TermFields.TitleLike => "title_like",
        TermFields.Body => "body",
        TermFields.BodyLike => "body_like",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such column."),
    };

    private static string WorkerColumn(TermFields field) => field switch
    {
        TermFields.Title => "about",
        TermFields.Names => "names",
        TermFields.TitleLike => "about_like",
        TermFields.Wishes => "wishes",
        TermFields.WishNames => "wish_names",
        TermFields.WishesLike => "wishes_like",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Workers have no such column."),
    };
}
