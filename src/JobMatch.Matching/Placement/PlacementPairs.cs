using System.Runtime.Intrinsics;

namespace JobMatch.Matching.Placement;

/// <summary>A pair that passed the gates, in the row of its person.</summary>
/// <param name="Quota">Index of the quota.</param>
/// <param name="Score">0 to 100.</param>
public readonly record struct PlacementPair(int Quota, int Score);

/// <summary>
/// All pairs that passed the gates: one row a person, one byte a quota. Of a fair of a county nearly half of all pairs pass, so a byte for each of them takes less than a list of those that do, and
/// a whole row is compared thirty-two at a time.
/// </summary>
public sealed class PlacementPairs
{
    /// <summary>Rows are whole vectors, so that none has a rest.</summary>
    private static int Step => Vector256<byte>.Count;

    /// <summary>0: the gates rule the pair out; else the score and one.</summary>
    private readonly byte[][] cells;

    private PlacementPairs(byte[][] cells)
    {
        this.cells = cells;
        foreach (var row in cells)
        {
            Count += row.Length - row.AsSpan().Count((byte)0);
            Quotas = Math.Max(Quotas, row.AsSpan().LastIndexOfAnyExcept((byte)0) + 1);
        }
    }

    public int People => cells.Length;

    public long Count { get; }

    /// <summary>Every quota of a pair is below it.</summary>
    public int Quotas { get; }

    /// <summary>The pairs of a person; quotas rise.</summary>
    public PlacementRow Row(int person) => new(cells[person]);

    /// <summary>The score of a pair, −1 when it is not gated.</summary>
    public int ScoreOf(int person, int quota) => quota < cells[person].Length ? cells[person][quota] - 1 : -1;

    /// <summary>Those with this score or more.</summary>
    public PlacementPairs AtLeast(int score) =>
        score <= 0 ? this : new([.. cells.Select(row => Trimmed([.. row.Select(cell => cell > score ? cell : (byte)0)]))]);

    /// <summary>The same with other rows for some people: <paramref name="rows"/> has one for each of <paramref name="people"/>, in their order.</summary>
    public PlacementPairs With(IReadOnlyList<int> people, PlacementPairs rows)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(rows);
        var with = (byte[][])cells.Clone();
        for (var i = 0; i < people.Count; i++) with[people[i]] = rows.cells[i];
        return new(with);
    }

    /// <summary>From rows that are ready, in order of people.</summary>
    /// <exception cref="ArgumentException">A row has a quota twice, or a score is not from 0 to 100.</exception>
    public static PlacementPairs Of(IReadOnlyList<PlacementPair[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new([.. rows.Select((row, person) => CellsOf(row, person))]);
    }

    /// <summary>From rows of cells (<see cref="CellOf"/>), each at most to its last quota.</summary>
    internal static PlacementPairs OfCells(byte[][] rows) => new(rows);

    internal static byte CellOf(int score) => (byte)(score + 1);

    internal static int ScoreIn(byte cell) => cell - 1;

    /// <summary>A row of cells without those behind its last pair, in whole vectors.</summary>
    internal static byte[] Trimmed(ReadOnlySpan<byte> row)
    {
        var trimmed = new byte[Padded(row.LastIndexOfAnyExcept((byte)0) + 1)];
        row[..Math.Min(row.Length, trimmed.Length)].CopyTo(trimmed);
        return trimmed;
    }

    /// <summary>The next number of whole vectors.</summary>
    internal static int Padded(int quotas) => (quotas + Step - 1) / Step * Step;

    private static byte[] CellsOf(PlacementPair[] row, int person)
    {
        var cells = new byte[row.Length == 0 ? 0 : Padded(row.Max(pair => pair.Quota) + 1)];
        foreach (var (quota, score) in row)
        {
            if (score is < 0 or > 100) throw new ArgumentException($"Person {person} has a score that is not from 0 to 100.", nameof(row));
            if (cells[quota] != 0) throw new ArgumentException($"Person {person} has quota {quota} twice.", nameof(row));
            cells[quota] = CellOf(score);
        }
        return cells;
    }
}
