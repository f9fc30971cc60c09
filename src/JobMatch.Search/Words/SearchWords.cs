using System.Text;
using System.Text.RegularExpressions;
using JobMatch.Asking;
using JobMatch.Words;

namespace JobMatch.Search.Words;

/// <summary>
/// What was typed, cut into words that all have to match. Every engine asks the same words: folded, parted by spaces and punctuation,
/// with the other names that the occupations give them.
/// </summary>
public sealed partial class SearchWords
{
    private const int LongestWord = PostingQuery.LongestWord;

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

    /// <summary>
    /// What a clerk typed of workers, without the small words of a sentence (「会缝纫 想去车间」 asks for 缝纫 and 车间), as those of residents are
    /// dropped, and a province for its cities too. A word that names an occupation (会计), and one that is nothing but small words, stays as it is when nothing else was asked.
    /// </summary>
    public static SearchWords OfWorkers(string? typed, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var asked = Parse(typed, names);
        var bare = asked.Words.Select(w => w.OtherNames.Count > 0 ? w.Text : Bare(w.Text)).Where(text => text.Length > 0).ToList();
        var words = bare.Count == 0 ? asked : Parse(string.Join(' ', bare), names);
        return new SearchWords([.. words.Words.Select(w => w.OtherNames.Count > 0 ? w : w with { OtherNames = PlacesWithin.Of(w.Text) })]);
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
        var asked = texts.Distinct(StringComparer.Ordinal).Take(PostingQuery.MostWords).ToList();
        return new SearchWords([.. asked.Select((text, i) => WordOf(text, names) with { IsSyllable = IsSyllable(text) && ((i > 0 && IsSyllable(asked[i - 1])) || (i + 1 < asked.Count && IsSyllable(asked[i + 1]))) })]);

        void Close()
        {
            if (word.Length > 0) texts.Add(Cut(word.ToString()));
            word.Clear();
        }
    }

    private static string Bare(string word) => WorkedAt().Match(word) is { Success: true } worked ? worked.Groups["at"].Value : SmallWords().Replace(Behind().Replace(word, ""), "");

    /// <summary>「会电焊的」, 「干过保安的人」.</summary>
    [GeneratedRegex("(?<=.{2})(?:的人|的人员|人员|的)$")]
    private static partial Regex Behind();

    /// <summary>「在东莞打过工」, 「想去浙江打工」.</summary>
    [GeneratedRegex("^(?:我|还)?(?:想|愿意|希望|准备|打算)?(?:在|去|到)(?<at>.{2,8}?)(?:打过工|打工|上过班|务过工|务工|干过|做过)(?:的|的人)?$")]
    private static partial Regex WorkedAt();

    /// <summary>At the beginning of a word; 会 and 能 only where they are no part of another word (会计, 会议, 能源), 有 before a certificate.</summary>
    [GeneratedRegex("^(?:我|还|懂|学过|做过|干过|当过|会开(?![车店会发业])|(?:持有|考过|考了|有|持)(?=.*[证照]$)|想去|想在|想做|想找|想要|想学|想|愿意|希望|可以|会(?![计议展员场堂务馆长所])|能(?![源量力手干]))+")]
    private static partial Regex SmallWords();

    private static bool IsSyllable(string text) => text.Length > 1 && Pinyin.Instance.IsSyllable(text);

    private static SearchWord WordOf(string text, OccupationNames names)
    {
        var (parts, name) = names.Split(text);
        return new SearchWord(text, names.OtherNamesOf(text), parts, name);
    }

    private static string Cut(string word)
    {
        if (word.Length <= LongestWord) return word;
        return char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)] : word[..LongestWord];
    }

    private static bool EndsUnspaced(StringBuilder text) => Scripts.IsUnspaced(text.ToString().EnumerateRunes().Last());
}

/// <summary>One word: the names that mean the same occupation, and its parts when an occupation's name stands inside (里建缝纫工 → 里建, 缝纫工; Name: the latter).</summary>
public sealed record SearchWord(string Text, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Parts, string Name)
{
    /// <summary>One of several syllables of pinyin that stand side by side: 「bao an」.</summary>
    public bool IsSyllable { get; init; }
}
