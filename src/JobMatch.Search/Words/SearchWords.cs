using System.Text;
using JobMatch.Asking;
using JobMatch.Words;

namespace JobMatch.Search.Words;

/// <summary>
/// What was typed, cut into words that all have to match. Every engine asks the same words: folded, parted by spaces and punctuation,
/// with the other names that the occupations give them.
/// </summary>
public sealed class SearchWords
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

    /// <summary>What a clerk typed of workers; see <see cref="WorkerWords"/>.</summary>
    public static SearchWords OfWorkers(string? typed, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var said = WorkerWords.Read(Texts(typed), names).Take(PostingQuery.MostWords).ToList();
        var words = WordsOf([.. said.Select(w => Cut(w.Text))], names);
        return new SearchWords([.. words.Zip(said, (word, heard) => word with { Of = heard.Of, IsAlternative = heard.IsAlternative, OtherNames = [.. WorkerWords.OtherNamesOf(word.Text, word.OtherNames), .. ElseOf(heard)] })]);
    }

    private static IEnumerable<string> ElseOf(HeardWord heard) => heard.Else is not { } other ? [] : WorkerWords.OtherNamesOf(other, OccupationNames.OfCatalogue.OtherNamesOf(other)).Prepend(other);

    /// <summary>Words that stand for each other, together; each of these has to match.</summary>
    internal IReadOnlyList<IReadOnlyList<SearchWord>> Either()
    {
        var either = new List<List<SearchWord>>();
        foreach (var word in Words)
            if (word.IsAlternative && either.Count > 0) either[^1].Add(word);
            else either.Add([word]);
        return either;
    }

    /// <summary>Those that ask of somebody's wishes, or of what is recorded of her.</summary>
    internal SearchWords Asking(AskedOf of) => new([.. Words.Where(w => w.Of == of || w.Of == AskedOf.Both)]);

    public static SearchWords Parse(string? typed, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new SearchWords([.. WordsOf([.. Texts(typed).Select(Cut).Distinct(StringComparer.Ordinal).Take(PostingQuery.MostWords)], names)]);
    }

    /// <summary>What was typed, folded, word by word.</summary>
    private static List<string> Texts(string? typed)
    {
        var texts = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in FoldedText.Fold(typed ?? "").EnumerateRunes())
        {
            if (Scripts.IsWord(rune)) word.Append(rune.ToString());
            else Close();
        }

        Close();
        return texts;

        void Close()
        {
            if (word.Length > 0) texts.Add(word.ToString());
            word.Clear();
        }
    }

    private static IEnumerable<SearchWord> WordsOf(List<string> texts, OccupationNames names) =>
        texts.Select((text, i) => WordOf(text, names) with { IsSyllable = IsSyllable(text) && ((i > 0 && IsSyllable(texts[i - 1])) || (i + 1 < texts.Count && IsSyllable(texts[i + 1]))) });

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

/// <summary>What a word asks about somebody.</summary>
public enum AskedOf
{
    /// <summary>「缝纫」: what she can, else what she wishes.</summary>
    Both = 0,

    /// <summary>「会缝纫」: skills, certificates, trainings, work done.</summary>
    Record = 1,

    /// <summary>「想做缝纫」: what she wishes.</summary>
    Wishes = 2,
}

/// <summary>One word: the names that mean the same occupation, and its parts when an occupation's name stands inside (里建缝纫工 → 里建, 缝纫工; Name: the latter).</summary>
public sealed record SearchWord(string Text, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Parts, string Name)
{
    /// <summary>One of several syllables of pinyin that stand side by side: 「bao an」.</summary>
    public bool IsSyllable { get; init; }

    /// <summary>Of a word about workers.</summary>
    public AskedOf Of { get; init; }

    /// <summary>Instead of the word before it: 刺绣 in 缝纫或刺绣.</summary>
    public bool IsAlternative { get; init; }
}
