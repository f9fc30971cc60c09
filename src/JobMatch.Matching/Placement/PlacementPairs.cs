using System.Runtime.Intrinsics;

namespace JobMatch.Matching.Placement;

/// <summary>
/// All pairs that passed the gates, one row a person, four bytes a pair: the quota's index and the score. Within a row quotas rise. At most 2^24 quotas and 2^31 pairs.
/// </summary>
public sealed class PlacementPairs
{
    private const int ScoreBits = 7;
    private const uint ScoreMask = (1u << ScoreBits) - 1;
    private readonly int[] starts;
    private readonly uint[] packed;

    private PlacementPairs(int[] starts, uint[] packed) => (this.starts, this.packed) = (starts, packed);

    public int People => starts.Length - 1;

    public int Count => packed.Length;

    /// <summary>The pairs of a person; <see cref="Quota"/> and <see cref="Score"/> read them.</summary>
    public ReadOnlySpan<uint> Row(int person) => packed.AsSpan(starts[person], starts[person + 1] - starts[person]);

    public static int Quota(uint pair) => (int)(pair >> ScoreBits);

    public static int Score(uint pair) => (int)(pair & ScoreMask);

    /// <summary><see cref="Quota"/> of eight pairs.</summary>
    internal static Vector256<uint> Quotas(Vector256<uint> pairs) => pairs >>> ScoreBits;

    /// <summary><see cref="Score"/> of eight pairs.</summary>
    internal static Vector256<uint> Scores(Vector256<uint> pairs) => pairs & Vector256.Create(ScoreMask);

    public static uint Pack(int quota, int score) => ((uint)quota << ScoreBits) | (uint)score;

    /// <summary>The score of a pair, −1 when it is not gated.</summary>
    public int ScoreOf(int person, int quota)
    {
        var row = Row(person);
        var (low, high) = (0, row.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = Quota(row[middle]);
            if (found == quota) return Score(row[middle]);
            if (found < quota) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>Those with this score or more.</summary>
    public PlacementPairs AtLeast(int score) =>
        score <= 0 ? this : Of([.. Enumerable.Range(0, People).Select(person => Array.FindAll(Row(person).ToArray(), pair => Score(pair) >= score))]);

    /// <summary>The same with other rows for some people: <paramref name="rows"/> has one for each of <paramref name="people"/>, in their order.</summary>
    public PlacementPairs With(IReadOnlyList<int> people, PlacementPairs rows)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(rows);
        var other = people.Select((person, i) => (person, i)).ToDictionary(p => p.person, p => p.i);
        return Of([.. Enumerable.Range(0, People).Select(person => other.TryGetValue(person, out var i) ? rows.Row(i).ToArray() : Row(person).ToArray())]);
    }

    /// <summary>From rows that are ready, in order of people.</summary>
    /// <exception cref="ArgumentException">A row's quotas do not rise, or a score is over 100.</exception>
    public static PlacementPairs Of(IReadOnlyList<uint[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var starts = new int[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++) starts[i + 1] = checked(starts[i] + rows[i].Length);
        var packed = new uint[starts[^1]];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                if (Score(rows[i][j]) > 100) throw new ArgumentException($"Person {i} has a score over 100.", nameof(rows));
                if (j > 0 && Quota(rows[i][j - 1]) >= Quota(rows[i][j])) throw new ArgumentException($"The quotas of person {i} do not rise.", nameof(rows));
            }
            rows[i].CopyTo(packed, starts[i]);
        }
        return new(starts, packed);
    }
}
