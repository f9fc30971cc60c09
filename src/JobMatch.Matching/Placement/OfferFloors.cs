namespace JobMatch.Matching.Placement;

/// <summary>
/// Which cells of a row are worth more than the person costs: for each quota the cell that is just not. People have few different costs (whoever stays at home has the same), so the floors of a cost are
/// worked out once and asked of all who have it.
/// </summary>
/// <param name="worth">Per quota what a pair is worth beside its score.</param>
internal sealed class OfferFloors(long[] worth)
{
    /// <summary>No cell is over it.</summary>
    public const byte Never = 127;

    /// <summary>Rows of floors that are kept; more costs than this are rare, and then the rows are made anew.</summary>
    private const int MostKept = 1_024;

    private readonly Dictionary<long, byte[]> kept = [];

    /// <summary>A pair of score s at a quota is worth more than the cost just where its cell is over the floor.</summary>
    public ReadOnlySpan<byte> For(long cost)
    {
        if (kept.TryGetValue(cost, out var floors)) return floors;
        if (kept.Count == MostKept) kept.Clear();
        floors = new byte[PlacementPairs.Padded(worth.Length)];
        for (var quota = 0; quota < worth.Length; quota++) floors[quota] = FloorOf(cost - worth[quota]);
        return kept[cost] = floors;
    }

    /// <summary>The floor that only higher scores than this one are over.</summary>
    public static byte FloorOf(long score) => (byte)Math.Clamp(score + 1, 0, Never);
}
