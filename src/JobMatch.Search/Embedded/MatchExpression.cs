using JobMatch.Search.Words;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Words as FTS5 expressions, best tier first: the title holds them as one phrase · the title holds each · title or occupation names (or
/// the title holds another name of the occupation) · anywhere. Each tier contains the one before; a posting counts in its best.
/// </summary>
internal static class MatchExpression
{
    public static IReadOnlyList<string> PostingTiers(SearchWords words)
    {
        var tiers = new List<string>();
        if (words.Words.Count > 1) tiers.Add($"title : {Phrase(words.Joined)}");
        tiers.Add(All(words, w => $"title : {Phrase(w.Text)}"));
        tiers.Add(All(words, w => Any([$"{{title names}} : {Phrase(w.Text)}", .. OtherTitles(w)])));
        tiers.Add(All(words, w => Any([Phrase(w.Text), .. OtherTitles(w), .. InParts(w)])));
        return [.. tiers.Distinct(StringComparer.Ordinal)];
    }

    public static string Worker(SearchWords words) => All(words, w => Any([Phrase(w.Text), .. w.OtherNames.Select(n => $"about : {Phrase(n)}"), .. InParts(w)]));

    private static IEnumerable<string> OtherTitles(SearchWord word) => word.OtherNames.Select(name => $"title : {Phrase(name)}");

    private static IEnumerable<string> InParts(SearchWord word) => word.Parts.Count == 0 ? [] : [$"({string.Join(" AND ", word.Parts.Select(Phrase))})"];

    private static string All(SearchWords words, Func<SearchWord, string> each) => string.Join(" AND ", words.Words.Select(each));

    private static string Any(IReadOnlyCollection<string> choices) => choices.Count == 1 ? choices.First() : $"({string.Join(" OR ", choices)})";

    // Terms hold letters and digits only, so that nothing in them can end the string.
    private static string Phrase(string folded)
    {
        var (terms, prefix) = Bigrams.Ask(folded);
        return prefix ? $"\"{terms}\" *" : $"\"{terms}\"";
    }
}
