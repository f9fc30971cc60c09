using JobMatch.Words;

namespace JobMatch.Search.Words;

/// <summary>
/// Terms by which a text is found although it was typed otherwise: read in pinyin, by its initials, or with one slip in a Latin word. They are
/// ordinary terms in columns of their own, so that every engine finds the same.
/// <list type="bullet">
/// <item>Pinyin: from each character on, the readings of up to six joined, asked as a beginning: 保安员 → baoanyuan, anyuan, yuan.</item>
/// <item>Initials: the same with first letters, marked: U+E000 bay, ay, y.</item>
/// <item>Initials of the whole name of a place, marked U+E003: dg of 东莞.</item>
/// <item>Slips: each Latin word of four letters and more with none and with one letter left out, marked U+E001. Two words that share such a
/// term are one insertion, deletion, substitution or swap of neighbours apart (or, rarely, two edits).</item>
/// </list>
/// </summary>
internal static class Likeness
{
    private const int MostSyllables = 6;
    private const int ShortestSlip = 4;
    private const int LongestSlip = 20;
    private const char InitialsMark = '\uE000';
    private const char SlipMark = '\uE001';
    private const char WholeInitialsMark = '\uE003';

    /// <summary>Terms of the readings of a text, parted by spaces.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        foreach (var run in Bigrams.Runs(FoldedText.Fold(text)))
        {
            if (!run.Unspaced) continue;
            var read = Pinyin.Instance.Read(run.Runes);
            for (var from = 0; from < read.Count; from++)
            {
                var syllables = read.Skip(from).Take(MostSyllables).TakeWhile(s => s is not null).ToList();
                if (syllables.Count == 0) continue;
                yield return string.Concat(syllables);
                yield return InitialsMark + string.Concat(syllables.Select(s => s![0]));
            }
        }
    }

    /// <summary>Terms of the slips of the Latin words of a text.</summary>
    public static IEnumerable<string> Slips(string text) =>
        Bigrams.Runs(FoldedText.Fold(text)).Where(run => !run.Unspaced).SelectMany(run => SlipsOf(run.Text));

    /// <summary>
    /// What to ask for a word: beginnings of readings and of initials, of three letters at least. Two letters begin something in nearly every text; they are asked
    /// whole (<see cref="InitialsOf"/>), but for what is half typed.
    /// </summary>
    public static IEnumerable<string> BeginningsOf(string word, bool isHalfTyped = false)
    {
        if (word.Length < (isHalfTyped ? 2 : 3) || !word.All(char.IsAsciiLetterLower)) yield break;
        if (word.Length > 2 ? Pinyin.Instance.CanBe(word) : Pinyin.Instance.IsSyllable(word)) yield return word;
        if (word.Length <= MostSyllables) yield return InitialsMark + word;
    }

    /// <summary>Two letters as the initials of a place's whole name: dg of 东莞.</summary>
    public static IEnumerable<string> InitialsOf(string word) => word.Length == 2 && word.All(char.IsAsciiLetterLower) ? [WholeInitialsMark + word] : [];

    /// <summary>Initials of a whole name.</summary>
    public static IEnumerable<string> InitialsOfName(string name)
    {
        var read = Pinyin.Instance.Read([.. FoldedText.Fold(name).EnumerateRunes().Select(r => r.ToString())]);
        return read.Count > 1 && read.All(syllable => syllable is not null) ? [WholeInitialsMark + string.Concat(read.Select(syllable => syllable![0]))] : [];
    }

    /// <summary>The slips of one word; none when it is short, long or holds a digit.</summary>
    public static IEnumerable<string> SlipsOf(string word)
    {
        if (word.Length is < ShortestSlip or > LongestSlip || !word.All(char.IsAsciiLetterLower)) return [];
        return Enumerable.Range(0, word.Length).Select(at => SlipMark + word.Remove(at, 1)).Append(SlipMark + word).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Where a folded text reads or looks like a word: the characters that its letters stand for, the Latin words one slip away.</summary>
    public static List<(int From, int To)> Spans(string folded, string word)
    {
        var found = new List<(int From, int To)>();
        if (word.Length < 2 || !word.All(char.IsAsciiLetterLower)) return found;
        HashSet<string>? slips = null;
        var readable = BeginningsOf(word).Any(start => start[0] != InitialsMark);
        var at = 0;
        foreach (var run in Bigrams.Runs(folded))
        {
            at = folded.IndexOf(run.Text, at, StringComparison.Ordinal);
            if (!run.Unspaced && SlipsOf(run.Text).Any((slips ??= [.. SlipsOf(word)]).Contains)) found.Add((at, at + run.Text.Length));
            if (run.Unspaced) AddReadings(found, run, at, word, readable);
            at += run.Text.Length;
        }

        return found;
    }

    private static void AddReadings(List<(int From, int To)> found, Run run, int start, string word, bool readable)
    {
        var runes = run.Runes;
        var read = Pinyin.Instance.Read(runes);
        var at = start;
        for (var from = 0; from < read.Count; at += runes[from++].Length)
        {
            var covered = readable ? Covered(read, from, word, initials: false) : 0;
            if (covered == 0) covered = Covered(read, from, word, initials: true);
            if (word.Length == 2 && from > 0 && from + covered < read.Count) covered = 0;
            if (covered > 0) found.Add((at, at + runes.Skip(from).Take(covered).Sum(r => r.Length)));
        }
    }

    /// <summary>How many syllables from one on, or their initials, the word begins when they are joined; zero when it does not begin them.</summary>
    private static int Covered(IReadOnlyList<string?> read, int from, string word, bool initials)
    {
        var rest = word.AsSpan();
        for (var i = from; i < Math.Min(read.Count, from + MostSyllables) && read[i] is { } syllable; i++)
        {
            var piece = initials ? syllable.AsSpan(0, 1) : syllable;
            if (rest.Length <= piece.Length) return piece.StartsWith(rest, StringComparison.Ordinal) ? i - from + 1 : 0;
            if (!rest.StartsWith(piece, StringComparison.Ordinal)) return 0;
            rest = rest[piece.Length..];
        }

        return 0;
    }
}
