using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace JobMatch.Matching.Placement;

/// <summary>
/// Prices of quotas in 32 bits: wide gaps between them are cut short, so that differences within the range of a score are kept to the point and larger ones stay larger. Whether a score makes
/// good a difference of prices can then be asked of eight pairs at a time.
/// </summary>
internal sealed class NearPrices
{
    /// <summary>More than any score.</summary>
    private const int Far = 128;
    private const int WidestGap = 2 * Far;

    private readonly long[] sorted;
    private readonly int[] levels;
    private readonly int[] near;

    /// <param name="prices">Of each quota: what a pair is worth beside its score.</param>
    public NearPrices(long[] prices)
    {
        sorted = [.. prices.Distinct().Order()];
        levels = new int[sorted.Length];
        for (var i = 1; i < levels.Length; i++) levels[i] = levels[i - 1] + (int)Math.Min(sorted[i] - sorted[i - 1], WidestGap);
        near = [.. prices.Select(price => levels[Array.BinarySearch(sorted, price)])];
    }

    /// <summary>The pairs of a row whose score and price together are over what the person costs.</summary>
    public OfferList Offers(ReadOnlySpan<uint> row, long cost) => new(row, near, LevelOf(cost), int.MaxValue);

    /// <summary>Where a number stands among the prices: as far from each as it is, or far.</summary>
    private int LevelOf(long number)
    {
        var at = Array.BinarySearch(sorted, number);
        if (at >= 0) return levels[at];
        at = ~at;
        if (at == 0) return sorted.Length == 0 ? 0 : (int)Math.Max(number - sorted[0], -Far);
        var below = number - sorted[at - 1];
        if (below < Far || at == sorted.Length) return levels[at - 1] + (int)Math.Min(below, Far);
        return levels[at] - (int)Math.Min(sorted[at] - number, Far);
    }
}

/// <summary>
/// Goes through the pairs of a row whose score is over level − near[quota], or over a floor where that is less. Eight at a time where the processor can look up eight; most rows have few.
/// </summary>
internal ref struct OfferList(ReadOnlySpan<uint> row, int[] near, int level, int floor)
{
    private readonly ReadOnlySpan<uint> row = row;
    private uint found;
    private int from = -Vector256<uint>.Count;

    /// <summary>Scores over it are offers whatever the price; may be raised on the way.</summary>
    public int Floor { get; set; } = floor;

    public uint Current { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (found == 0)
        {
            from += Vector256<uint>.Count;
            if (from >= row.Length) return false;
            found = row.Length - from >= Vector256<uint>.Count && Avx2.IsSupported ? OfEight() : OneByOne();
        }
        var at = System.Numerics.BitOperations.TrailingZeroCount(found);
        found &= found - 1;
        Current = row[from + at];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly unsafe uint OfEight()
    {
        var pairs = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)from);
        fixed (int* prices = near)
        {
            var price = Avx2.GatherVector256(prices, PlacementPairs.Quotas(pairs).AsInt32(), sizeof(int));
            var least = Vector256.Min(Vector256.Create(level) - price, Vector256.Create(Floor));
            return Vector256.GreaterThan(PlacementPairs.Scores(pairs).AsInt32(), least).ExtractMostSignificantBits();
        }
    }

    private readonly uint OneByOne()
    {
        var offers = 0u;
        for (var i = from; i < Math.Min(row.Length, from + Vector256<uint>.Count); i++)
            if (PlacementPairs.Score(row[i]) > Math.Min(level - near[PlacementPairs.Quota(row[i])], Floor)) offers |= 1u << (i - from);
        return offers;
    }
}
