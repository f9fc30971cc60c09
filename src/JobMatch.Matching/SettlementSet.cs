namespace JobMatch.Matching;

/// <summary>A set of settlements by dense index, as a bitset. Immutable. <see cref="All"/> also holds people without a settlement.</summary>
public sealed class SettlementSet
{
    private readonly ulong[] bits;

    private SettlementSet(ulong[] bits, bool all) => (this.bits, IsAll) = (bits, all);

    /// <summary>Nobody: the default of every query.</summary>
    public static SettlementSet None { get; } = new([], false);

    /// <summary>Everybody.</summary>
    public static SettlementSet All { get; } = new([], true);

    /// <summary>Whether it is <see cref="All"/>.</summary>
    public bool IsAll { get; }

    /// <summary>The set of the given indexes, each 0 or more.</summary>
    public static SettlementSet Of(IEnumerable<int> settlements)
    {
        ArgumentNullException.ThrowIfNull(settlements);
        var indexes = settlements.ToArray();
        if (indexes.Length == 0) return None;
        ArgumentOutOfRangeException.ThrowIfNegative(indexes.Min(), nameof(settlements));
        var bits = new ulong[(indexes.Max() >> 6) + 1];
        foreach (var index in indexes) bits[index >> 6] |= 1UL << (index & 63);
        return new(bits, false);
    }

    /// <summary>Whether a settlement is in it; −1 (no settlement) only in <see cref="All"/>.</summary>
    public bool Contains(int settlement)
    {
        var word = (uint)settlement >> 6;
        return word < (uint)bits.Length ? (bits[word] & (1UL << (settlement & 63))) != 0 : IsAll;
    }
}
