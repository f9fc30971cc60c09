namespace JobMatch.Postings;

/// <summary>
/// Finds which of a list's entries a text names. Longer words are taken first and used up, so that 高压电工证 is not read as 电工证 too; a word of
/// Latin letters and digits (C1, QC) has to stand by itself.
/// </summary>
internal sealed class NamedWords
{
    private readonly List<(string Word, List<int> Ids)> _words;

    public NamedWords(IEnumerable<(int Id, IEnumerable<string> Words)> entries) => _words = entries
        .SelectMany(e => e.Words.Where(w => w.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase), (e, word) => (word, e.Id))
        .GroupBy(e => e.word, e => e.Id, StringComparer.OrdinalIgnoreCase)
        .Select(g => (g.Key, g.Distinct().ToList())).OrderByDescending(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();

    /// <summary>Ids in rising order.</summary>
    public IReadOnlyList<int> Find(string text)
    {
        var left = text.ToCharArray();
        var found = new SortedSet<int>();
        foreach (var (word, ids) in _words)
        {
            for (var at = IndexOf(left, word, 0); at >= 0; at = IndexOf(left, word, at + 1))
            {
                if (!StandsAlone(left, at, word)) continue;
                left.AsSpan(at, word.Length).Clear();
                found.UnionWith(ids);
            }
        }

        return [.. found];
    }

    private static int IndexOf(char[] text, string word, int from)
    {
        if (from >= text.Length) return -1;
        var at = text.AsSpan(from).IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + from;
    }

    private static bool StandsAlone(char[] text, int at, string word) =>
        !(char.IsAsciiLetterOrDigit(word[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
        && !(char.IsAsciiLetterOrDigit(word[^1]) && at + word.Length < text.Length && char.IsAsciiLetterOrDigit(text[at + word.Length]));
}
