using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JobMatch.Matching.Placement;

/// <summary>The pairs of one person, in order of quotas.</summary>
public readonly ref struct PlacementRow
{
    private readonly ReadOnlySpan<byte> cells;

    /// <param name="cells">As <see cref="PlacementPairs"/> keeps them: whole vectors.</param>
    internal PlacementRow(ReadOnlySpan<byte> cells) => this.cells = cells;

    public bool IsEmpty => cells.IndexOfAnyExcept((byte)0) < 0;

    /// <summary>All pairs.</summary>
    public PlacementOffers GetEnumerator() => new(cells, [], most: 0);

    /// <summary>Pairs whose score is over the floor of their quota, or over a most where that is less.</summary>
    /// <param name="floors">Per quota, as <see cref="OfferFloors"/> says; at least as long as the row.</param>
    /// <param name="most">A floor that no quota's is above; may be lowered or raised on the way.</param>
    internal PlacementOffers Over(ReadOnlySpan<byte> floors, byte most = OfferFloors.Never) => new(cells, floors, most);

    /// <summary>A most under which at least so many pairs that are not over their floors are found; nearly the highest. 0 where there may be fewer. At most 32.</summary>
    /// <remarks>The best of every thirty-second quota are different pairs: the n-th best of those 32 is reached n times.</remarks>
    internal byte MostFor(int count, ReadOnlySpan<byte> floors)
    {
        var best = Vector256<byte>.Zero;
        for (var from = 0; from < cells.Length; from += Vector256<byte>.Count)
        {
            var row = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(cells), (nuint)from);
            var floor = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(floors), (nuint)from);
            best = Vector256.Max(best, Vector256.AndNot(row, Vector256.GreaterThan(row.AsSByte(), floor.AsSByte()).AsByte()));
        }
        var (most, over) = (0, OfferFloors.Never + 1);
        while (over - most > 1)
        {
            var middle = (most + over) / 2;
            var reached = BitOperations.PopCount(Vector256.GreaterThan(best.AsSByte(), Vector256.Create((sbyte)middle)).ExtractMostSignificantBits());
            if (reached >= count) most = middle;
            else over = middle;
        }
        return (byte)most;
    }

    public PlacementPair[] ToArray()
    {
        var pairs = new List<PlacementPair>();
        foreach (var pair in this) pairs.Add(pair);
        return [.. pairs];
    }
}

/// <summary>Goes through the pairs of a row whose cell is over a floor, thirty-two cells at a time.</summary>
public ref struct PlacementOffers
{
    private static int Step => Vector256<byte>.Count;
    private readonly ReadOnlySpan<byte> cells;
    private readonly ReadOnlySpan<byte> floors;
    private uint found;
    private int from = -Step;

    internal PlacementOffers(ReadOnlySpan<byte> cells, ReadOnlySpan<byte> floors, byte most)
    {
        if (!floors.IsEmpty && floors.Length < cells.Length) throw new ArgumentException("There are fewer floors than cells.", nameof(floors));
        this.cells = cells;
        this.floors = floors;
        Most = most;
    }

    /// <summary>No floor counts for more.</summary>
    internal byte Most { get; set; }

    public PlacementPair Current { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (found == 0)
        {
            from += Step;
            if (from >= cells.Length) return false;
            var row = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(cells), (nuint)from);
            var least = floors.IsEmpty ? Vector256<byte>.Zero : Vector256.Min(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(floors), (nuint)from), Vector256.Create(Most));
            // Cells and floors are under 128, so that they compare as signed bytes, which every processor can.
            found = Vector256.GreaterThan(row.AsSByte(), least.AsSByte()).ExtractMostSignificantBits();
        }
        var at = from + BitOperations.TrailingZeroCount(found);
        found &= found - 1;
        Current = new(at, PlacementPairs.ScoreIn(cells[at]));
        return true;
    }
}
