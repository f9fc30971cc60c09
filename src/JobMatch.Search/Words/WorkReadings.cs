using JobMatch.Occupations;
using JobMatch.Words;

namespace JobMatch.Search.Words;

/// <summary>
/// Names of work by how they are read: whole in pinyin (fengren) or by their initials (fr). Of two letters only names of two characters, and only whole:
/// any pair of letters begins something in nearly every title.
/// </summary>
internal static class WorkReadings
{
    private const int Shortest = 2;
    private const int LongestName = 6;
    private const int MostNames = 12;

    /// <summary>Of half-typed letters; fewer begin a hundred names.</summary>
    private const int ShortestBeginning = 3;
    private const int MostBeginning = 40;

    private static readonly Dictionary<string, List<string>> Names = Read();
    private static readonly List<(string Typed, string Name)> Beginnings = ReadBeginnings();

    /// <summary>Names that are read so, those of everyday first, at most twelve.</summary>
    public static IReadOnlyList<string> Of(string folded) => folded.Length >= Shortest && folded.All(char.IsAsciiLetterLower) && Names.TryGetValue(folded, out var names) ? names : [];

    /// <summary>Of names that letters are read as: by initials only those of the classification, of skills and of certificates, where there is one.</summary>
    public static IReadOnlyList<string> Known(string letters, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var known = names.Where(name => name.Length < letters.Length || Classified.Value.Contains(name)).ToList();
        return known.Count > 0 ? known : names;
    }

    private static readonly Lazy<HashSet<string>> Classified = new(() => Catalogue.Instance.Occupations.Values.SelectMany(o => o.Trades.Prepend(o.Name))
        .Concat(Catalogue.Instance.Skills.Values.SelectMany(s => s.Words.Prepend(s.Name))).Concat(Catalogue.Instance.Certificates.Values.SelectMany(c => c.Words.Prepend(c.Name)))
        .Concat(Catalogue.Instance.Trainings.Values.SelectMany(t => t.ShortNames)).Select(FoldedText.Fold).ToHashSet(StringComparer.Ordinal));

    /// <summary>
    /// Everyday names of work that begin so or are read so, whole or by their initials, the shortest first. Of official names and trades too many begin alike: 电 begins
    /// the name of those who sew by electricity.
    /// </summary>
    public static IReadOnlyList<string> Beginning(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (folded.Length < ShortestBeginning && folded.All(char.IsAsciiLetterOrDigit)) return Of(folded);
        var first = Beginnings.BinarySearch((folded, ""), Comparer<(string, string)>.Create(Compare));
        return [.. Beginnings.Skip(first < 0 ? ~first : first).TakeWhile(b => b.Typed.StartsWith(folded, StringComparison.Ordinal))
            .OrderBy(b => b.Typed.Length).Select(b => b.Name).Distinct(StringComparer.Ordinal).Take(MostBeginning)];
    }

    private static List<(string Typed, string Name)> ReadBeginnings()
    {
        var names = Catalogue.Instance.EverydayWords.Select(w => FoldedText.Fold(w.Word)).Where(name => name.Length is >= 2 and <= LongestName).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(name => (name, name)).Concat(Names.SelectMany(reading => reading.Value.Where(names.Contains).Select(name => (reading.Key, name)))).Order(Comparer<(string, string)>.Create(Compare))];
    }

    private static int Compare((string Typed, string Name) a, (string Typed, string Name) b) =>
        string.CompareOrdinal(a.Typed, b.Typed) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name);

    private static Dictionary<string, List<string>> Read()
    {
        var catalogue = Catalogue.Instance;
        var read = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in catalogue.EverydayWords.Select(w => w.Word)
            .Concat(catalogue.Skills.Values.SelectMany(s => s.Words.Prepend(s.Name))).Concat(catalogue.Certificates.Values.SelectMany(c => c.Words.Prepend(c.Name)))
            .Concat(catalogue.Occupations.Values.OrderBy(o => o.Id).SelectMany(OccupationNames.Names)).Select(FoldedText.Fold).Distinct(StringComparer.Ordinal))
        {
            if (name.Length is < 2 or > LongestName) continue;
            var syllables = Pinyin.Instance.Read([.. name.EnumerateRunes().Select(r => r.ToString())]);
            if (syllables.Any(s => s is null)) continue;
            Add(string.Concat(syllables), name);
            Add(string.Concat(syllables.Select(s => s![0])), name);
        }

        return read;

        void Add(string letters, string name)
        {
            if (!read.TryGetValue(letters, out var names)) read[letters] = names = [];
            if (names.Count < MostNames && !names.Contains(name)) names.Add(name);
        }
    }
}
