using System.Globalization;
using System.Reflection;

namespace JobMatch.Postings;

/// <summary>
/// How much an advert reads like those that cheat: a logistic regression over grams of one to three characters of its title and of six clauses at a time, learned from adverts of our own by
/// <c>tools/Lures</c>. Scores are log-odds; an advert is what its worst window is. The table's first line is the bias, every other a gram and its weight, in thousandths; T stands before a gram of the title.
/// </summary>
internal sealed class LureReader
{
    /// <summary>Above it an advert reads like a lure.</summary>
    private const double Suspect = 1.5;

    /// <summary>Below it the words around a suspicious one read as honest work has them (「前台，收退客人押金」).</summary>
    private const double Trusted = -0.5;

    /// <summary>Clauses of an advert below which it tells too little to be believed.</summary>
    private const int Company = 3;

    /// <summary>Characters as they are read below which a text is too little to read: 「在家做」 is no lure.</summary>
    private const int Least = 8;

    /// <summary>Clauses of a window.</summary>
    private const int Window = 6;

    /// <summary>Characters of a gram.</summary>
    private const int Longest = 3;

    private const int Unknown = -1;

    private static readonly Lazy<LureReader> Loaded = new(Load);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly int[] _weights;
    private readonly int _bias;

    private LureReader(int bias, List<(string Gram, int Weight)> rows)
    {
        _bias = bias;
        _weights = [.. rows.Select(row => row.Weight)];
        _known = rows.Index().ToDictionary(row => row.Item.Gram, row => row.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static LureReader Instance => Loaded.Value;

    /// <summary>The clause that weighs most in what reads like a lure; null where nothing does.</summary>
    public string? Lure(string title, string text)
    {
        var clauses = LureText.Clauses(text);
        var worst = Worst(title, clauses, out var score);
        return score <= Suspect || clauses.Sum(clause => clause.Folded.Length) < Least ? null : Said(text, clauses.Skip(worst).Take(Window).MaxBy(clause => Of(Known(clause.Folded)).Sum));
    }

    /// <summary>Whether what stands around these words of the text, a clause on either side, is told as honest work is. Words that stand elsewhere, as in the title, are not.</summary>
    public bool Trusts(string title, string text, string words)
    {
        var from = text.IndexOf(words, StringComparison.Ordinal);
        if (from < 0) return false;
        var clauses = LureText.Clauses(text);
        var (first, last) = (clauses.FindIndex(clause => clause.To > from), clauses.FindLastIndex(clause => clause.From < from + words.Length));
        if (clauses.Count < Company || first < 0 || last < first) return false;
        var near = clauses[Math.Max(0, first - 1)..Math.Min(clauses.Count, last + 2)];
        Worst(title, near, out var score);
        return score < Trusted;
    }

    /// <summary>The worst window's log-odds.</summary>
    internal double Score(string title, string text)
    {
        Worst(title, LureText.Clauses(text), out var score);
        return score;
    }

    private static string Said(string text, LureText.Clause clause) => text[clause.From..clause.To].Trim().TrimEnd('，', ',', '、', '。', '；', ';', '！', '!', '？', '?');

    /// <summary>The first clause of the worst window; no window, no score.</summary>
    private int Worst(string title, List<LureText.Clause> clauses, out double score)
    {
        score = double.NegativeInfinity;
        var (worst, start) = (0, 0);
        var ofTitle = Of(Known("^" + LureText.Fold(title) + "$", "T"));
        var folded = string.Concat(clauses.Select(clause => clause.Folded));
        var known = Known(folded);
        var before = Before(known);
        for (var first = 0; first < clauses.Count && (first == 0 || first + Window <= clauses.Count); start += clauses[first++].Folded.Length)
        {
            var end = start + clauses.Skip(first).Take(Window).Sum(clause => clause.Folded.Length);
            var held = ofTitle.And(Of(AtEnds(folded.AsSpan(start, end - start)))).And(Between(known, before, start, end));
            var read = (_bias + (held.Count == 0 ? 0 : held.Sum / Math.Sqrt(held.Count))) / 1000;
            if (read > score) (score, worst) = (read, first);
        }

        return worst;
    }

    private Held Of(IEnumerable<int> grams)
    {
        var held = new Held(0, 0);
        foreach (var gram in grams.Where(gram => gram != Unknown).Distinct()) held = held.And(new Held(_weights[gram], 1));
        return held;
    }

    /// <summary>The known grams that lie between two characters, each where it first stands there.</summary>
    private Held Between(int[] known, int[] before, int start, int end)
    {
        var (sum, count) = (0L, 0);
        for (var at = start; at < end; at++)
        {
            for (var (gram, last) = (at * Longest, Math.Min(end - at, Longest)); last > 0; gram++, last--)
            {
                if (known[gram] == Unknown || before[gram] >= start) continue;
                sum += _weights[known[gram]];
                count++;
            }
        }

        return new Held(sum, count);
    }

    /// <summary>For each gram the character at which the same one stood before, -1 where none did.</summary>
    private static int[] Before(int[] known)
    {
        var before = new int[known.Length];
        var latest = new Dictionary<int, int>();
        for (var gram = 0; gram < known.Length; gram++)
        {
            before[gram] = latest.GetValueOrDefault(known[gram], -1);
            latest[known[gram]] = gram / Longest;
        }

        return before;
    }

    /// <summary>The grams that hold a window's beginning or end.</summary>
    private int[] AtEnds(ReadOnlySpan<char> window)
    {
        var marked = $"^{window}$";
        return [.. Enumerable.Range(1, Longest).SelectMany(length => (int[])[Gram(marked.AsSpan(0, length)), Gram(marked.AsSpan(marked.Length - length))])];
    }

    /// <summary>For each character the grams of one, two and three that begin there; <see cref="Unknown"/> for those that were not learned.</summary>
    private int[] Known(string text, string before = "")
    {
        var known = new int[text.Length * Longest];
        Array.Fill(known, Unknown);
        Span<char> gram = stackalloc char[before.Length + Longest];
        before.CopyTo(gram);
        for (var at = 0; at < text.Length; at++)
        {
            for (var length = 1; length <= Longest && at + length <= text.Length; length++)
            {
                text.AsSpan(at, length).CopyTo(gram[before.Length..]);
                known[(at * Longest) + length - 1] = Gram(gram[..(before.Length + length)]);
            }
        }

        return known;
    }

    private int Gram(ReadOnlySpan<char> gram) => _known.TryGetValue(gram, out var index) ? index : Unknown;

    /// <summary>Known grams, each once: the sum of their weights and how many they are.</summary>
    private readonly record struct Held(long Sum, int Count)
    {
        public Held And(Held other) => new(Sum + other.Sum, Count + other.Count);
    }

    private static LureReader Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Postings.lure-weights.txt")
            ?? throw new InvalidOperationException("The weights of lures are not embedded.");
        using var reader = new StreamReader(stream);
        var bias = Whole(reader.ReadLine());
        var rows = new List<(string, int)>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            rows.Add((line[..tab], Whole(line.AsSpan(tab + 1))));
        }

        return new LureReader(bias, rows);
    }

    private static int Whole(ReadOnlySpan<char> number) => int.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
