using JobMatch.Words;

namespace JobMatch.Asking;

/// <summary>What was typed with one word put right, and the Chinese word that was probably meant.</summary>
public sealed record Correction(string Typed, string Word);

/// <summary>
/// 「您是不是要找」: words in Latin letters that are one slip (a letter too many, too few, another, or two in each other's place) away from the full
/// pinyin of an occupation or a place, and Chinese ones that sound like one (保结 for 保洁). Works on what was typed alone, so it is the same whatever
/// engine answers.
/// </summary>
public sealed class CorrectSpelling(PlaceNames places)
{
    private const int Shortest = 4;
    private const int Longest = 30;
    private const int LongestName = 8;
    private const int Most = 5;

    /// <summary>Nearest first is no order here: all are one slip away; by their names, at most five.</summary>
    public async Task<IReadOnlyList<Correction>> RunAsync(UnderstoodQuery understood, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(understood);
        var left = new LeftWords(understood.Typed);
        foreach (var part in understood.Parts) left.Take(part);
        var words = left.Chunks();
        if (words.Count == 0) return [];
        var names = await places.ReadAsync(cancel);
        var corrections = new List<Correction>();
        foreach (var (from, to) in words)
        {
            var typed = left.Text[from..to];
            if (typed.Length is >= Shortest and <= Longest && PinyinWords.IsLatin(typed))
            {
                var meant = PinyinWords.Known(names).Where(reading => IsOneSlip(typed, reading)).Select(reading => PinyinWords.NameOf(reading, names)).OfType<string>();
                corrections.AddRange(meant.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Put(name, from, to)));
            }
            else
            {
                corrections.AddRange(SoundLike(left.Text, from, to, names).Select(found => Put(found.Name, found.From, found.To)));
            }
        }

        return [.. corrections.Take(Most)];

        Correction Put(string name, int from, int to) => new(understood.Typed[..from] + name + understood.Typed[to..], name);
    }

    /// <summary>Pieces of a Chinese word that are read like a name and written otherwise, the longest first.</summary>
    private static IEnumerable<(string Name, int From, int To)> SoundLike(string text, int from, int to, KnownPlaces names)
    {
        for (var length = Math.Min(to - from, LongestName); length >= 2; length--)
            for (var start = from; start + length <= to; start++)
                if (text.Substring(start, length) is var piece && Pinyin.Instance.Whole(piece) is { Length: >= Shortest } reading && PinyinWords.NameOf(reading, names) is { } name && name != piece)
                    yield return (name, start, start + length);
    }

    /// <summary>Exactly one insertion, deletion, substitution or swap of neighbours apart.</summary>
    internal static bool IsOneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1) return false;
        var from = typed.CommonPrefixLength(meant);
        var a = typed[from..];
        var b = meant[from..];
        if (a.Length == b.Length)
            return a.Length > 0 && (a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])));
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }
}
