using System.Text;

namespace JobMatch.Search.Words;

/// <summary>
/// What was typed, cut into words that all have to match. Every engine asks the same words: folded, parted by spaces and punctuation,
/// with the other names that the occupations give them.
/// </summary>
public sealed class SearchWords
{
    private const int MostWords = 10;
    private const int LongestWord = 40;

    private SearchWords(IReadOnlyList<SearchWord> words) => Words = words;

    public IReadOnlyList<SearchWord> Words { get; }

    public bool IsEmpty => Words.Count == 0;

    /// <summary>All words as one: the phrase that ranks first when a title holds it. Neighbours of unspaced scripts are joined.</summary>
    public static string Join(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0 && !(EndsUnspaced(text) && Scripts.IsUnspaced(word.EnumerateRunes().First()))) text.Append(' ');
            text.Append(word);
        }

        return text.ToString();
    }

    public static SearchWords Parse(string? typed, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var folded = FoldedText.Fold(typed ?? "");
        var texts = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Scripts.IsWord(rune)) word.Append(rune.ToString());
            else Close();
        }

        Close();
        return new SearchWords([.. texts.Distinct(StringComparer.Ordinal).Take(MostWords).Select(text => new SearchWord(text, names.OtherNamesOf(text), names.Split(text)))]);

        void Close()
        {
            if (word.Length > 0) texts.Add(Cut(word.ToString()));
            word.Clear();
        }
    }

    private static string Cut(string word)
    {
        if (word.Length <= LongestWord) return word;
        return char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)] : word[..LongestWord];
    }

    private static bool EndsUnspaced(StringBuilder text) => Scripts.IsUnspaced(text.ToString().EnumerateRunes().Last());
}

/// <summary>One word: the names that mean the same occupation, and its parts when an occupation's name stands inside (里建缝纫工 → 里建, 缝纫工).</summary>
public sealed record SearchWord(string Text, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Parts);
