using System.Collections.Concurrent;

namespace JobMatch.Occupations.Titles;

/// <summary>
/// The terms of the catalogue (names, 工种, everyday words) as numbered directions: any text is coded as the term that it is nearest to, so that two texts
/// are compared by comparing two numbers. Numbers hold for one build of the catalogue and the table: they are made anew at start, never stored.
/// </summary>
public sealed class OccupationTerms
{
    /// <summary>Below this cosine the nearest term says nothing about a text.</summary>
    public const float NearEnough = 0.5f;

    private const int MostRemembered = 50_000;
    private static readonly Lazy<OccupationTerms> Loaded = new(() => new OccupationTerms(Catalogue.Instance, TitleTable.Instance));
    private readonly TitleTable _table;
    private readonly TitleVector[] _directions;
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _remembered = new(StringComparer.Ordinal);

    internal OccupationTerms(Catalogue catalogue, TitleTable table)
    {
        _table = table;
        var terms = new List<OccupationTerm>();
        foreach (var occupation in catalogue.Occupations.Values.OrderBy(o => o.Id))
            foreach (var word in occupation.Trades.Prepend(occupation.Name).Concat(occupation.EverydayNames)) Add(terms, word, occupation.Id);
        Terms = terms;
        _directions = [.. terms.Select(term => table.Of(term.Word))];
        Vectors = [.. _directions.SelectMany(direction => direction.ToBytes())];
    }

    public static OccupationTerms Instance => Loaded.Value;

    /// <summary>Every term once, by number; a word that several occupations share counts for the first.</summary>
    public IReadOnlyList<OccupationTerm> Terms { get; }

    /// <summary>Numbers in each row of <see cref="Vectors"/>.</summary>
    public int Size => _table.Size;

    /// <summary>One row of <see cref="Size"/> whole numbers (127 × direction) for each term, one behind the other.</summary>
    public IReadOnlyList<sbyte> Vectors { get; }

    /// <summary>The number of the term that a text is nearest to, or −1 where none is near enough.</summary>
    public int CodeOf(string text)
    {
        var key = Key(text);
        if (key.Length == 0) return -1;
        if (_exact.TryGetValue(key, out var code) || _remembered.TryGetValue(key, out code)) return code;
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        return _remembered[key] = Nearest(text);
    }

    /// <summary>The term that a text is nearest to and how far the next occupation is; null for a text of which nothing is known.</summary>
    public NearestTerm? NearestTo(string text)
    {
        var asked = _table.Of(text);
        if (!asked.IsKnown) return null;
        var (best, closest, next) = (-1, float.NegativeInfinity, float.NegativeInfinity);
        for (var term = 0; term < _directions.Length; term++)
        {
            var cosine = asked.Cosine(_directions[term]);
            var same = best >= 0 && Terms[term].OccupationId == Terms[best].OccupationId;
            if (cosine > closest)
            {
                if (!same) next = closest;
                (best, closest) = (term, cosine);
            }
            else if (!same)
            {
                next = MathF.Max(next, cosine);
            }
        }

        return new NearestTerm(Terms[best], closest, closest - MathF.Max(next, 0));
    }

    private int Nearest(string text)
    {
        var asked = _table.Of(text);
        var (best, closest) = (-1, NearEnough);
        for (var term = 0; term < _directions.Length; term++)
        {
            var cosine = asked.Cosine(_directions[term]);
            if (cosine > closest) (best, closest) = (term, cosine);
        }

        return best;
    }

    private void Add(List<OccupationTerm> terms, string word, int occupation)
    {
        if (_exact.TryAdd(Key(word), terms.Count)) terms.Add(new OccupationTerm(word, occupation));
    }

    private static string Key(string text) => string.Join(' ', TitleGrams.Tokens(text));
}

/// <summary>A word of the catalogue and the occupation that it names.</summary>
public readonly record struct OccupationTerm(string Word, int OccupationId);

/// <summary>The term nearest to a text.</summary>
/// <param name="Term">A word of the catalogue.</param>
/// <param name="Closeness">Cosine to it.</param>
/// <param name="Lead">By how much it is closer than the nearest term of any other occupation.</param>
public readonly record struct NearestTerm(OccupationTerm Term, float Closeness, float Lead);
