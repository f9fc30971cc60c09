using System.Runtime.InteropServices;

namespace JobMatch.Occupations.Titles;

/// <summary>
/// How much of its wording a title shares with each title of a set: Okapi BM25 (k1 1.2, b 0.5) over characters and pairs of neighbouring characters, rare
/// ones counting more. 0..1: a share of the best in the set, 0 for all where no title shares anything.
/// </summary>
internal sealed class TitleWords
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.5f;
    private readonly Dictionary<string, List<(int Place, float Weight)>> _postings = new(StringComparer.Ordinal);
    private readonly int _count;

    public TitleWords(IReadOnlyList<string> titles)
    {
        _count = titles.Count;
        var bags = titles.Select(Bag).ToList();
        var lengths = bags.ConvertAll(bag => (float)bag.Values.Sum());
        var mean = lengths.Count == 0 ? 1 : MathF.Max(1, lengths.Average());
        for (var place = 0; place < bags.Count; place++)
            foreach (var (piece, times) in bags[place])
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, piece, out _) ??= []).Add(
                    (place, times * (Saturation + 1) / (times + (Saturation * (1 - LengthShare + (LengthShare * lengths[place] / mean))))));
    }

    public float[] Shared(string title)
    {
        var scores = new float[_count];
        foreach (var (piece, times) in Bag(title))
        {
            if (!_postings.TryGetValue(piece, out var found)) continue;
            var rarity = MathF.Log(1 + ((_count - found.Count + 0.5f) / (found.Count + 0.5f)));
            foreach (var (place, weight) in found) scores[place] += times * rarity * weight;
        }

        var best = scores.Length == 0 ? 0 : scores.Max();
        for (var place = 0; place < scores.Length && best > 0; place++) scores[place] /= best;
        return scores;
    }

    private static Dictionary<string, int> Bag(string title)
    {
        var (text, bag) = (title.ToLowerInvariant(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var at = 0; at < text.Length; at++)
            for (var length = 1; length <= 2 && at + length <= text.Length; length++)
                CollectionsMarshal.GetValueRefOrAddDefault(bag, text.Substring(at, length), out _)++;
        return bag;
    }
}
