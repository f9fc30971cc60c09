using JobMatch.Matching.Pool;

namespace JobMatch.Matching;

/// <summary>
/// The skills that a posting asks for, with every skill that covers one of them, wholly or in part, sorted by id: a worker's skill costs one test of a bit
/// and, seldom, a search among a few numbers.
/// </summary>
internal sealed class SkillAsk
{
    public const int Most = 32;

    private readonly int[] heldIds;
    private readonly Cover[] covers;
    private readonly ulong maybe;

    private SkillAsk(Asked[] asked, (int Held, Cover Cover)[] rows)
    {
        Items = asked;
        TotalWeight = asked.Sum(item => item.Weight);
        heldIds = [.. rows.Select(row => row.Held)];
        covers = [.. rows.Select(row => row.Cover)];
        foreach (var held in heldIds) maybe |= FactSigns.Skill(held);
    }

    public Asked[] Items { get; }
    public int TotalWeight { get; }

    public static SkillAsk Of(IReadOnlyList<SkillAsked> asked, SkillTable table)
    {
        if (asked.Count > Most) throw new ArgumentException(FormattableString.Invariant($"A posting asks for {asked.Count} skills; allowed: 0 to {Most}."), nameof(asked));
        // The same skill twice is one skill: the stricter wish counts.
        var items = asked.GroupBy(item => item.Skill)
            .Select(group => new Asked(
                group.Key,
                group.Max(item => item.Level),
                table.RarityOf(group.Key) * (group.Any(item => item.Must) ? 2 : 1),
                group.Any(item => item.Must)))
            .ToArray();
        var rows = new List<(int Held, Cover Cover)>();
        for (var i = 0; i < items.Length; i++)
        {
            rows.Add((items[i].Skill, new(i, 100)));
            foreach (var close in table.CloseTo(items[i].Skill))
                if (close.Held != items[i].Skill) rows.Add((close.Held, new(i, close.Percent)));
        }
        return new(items, [.. rows.OrderBy(row => row.Held).ThenBy(row => row.Cover.Item)]);
    }

    /// <summary>What a held skill covers; mostly nothing.</summary>
    public ReadOnlySpan<Cover> CoveredBy(int held)
    {
        if ((maybe & FactSigns.Skill(held)) == 0) return default;
        var found = Array.BinarySearch(heldIds, held);
        if (found < 0) return default;
        var (from, to) = (found, found + 1);
        while (from > 0 && heldIds[from - 1] == held) from--;
        while (to < heldIds.Length && heldIds[to] == held) to++;
        return covers.AsSpan(from, to - from);
    }

    /// <summary>Every skill that covers an item, with how much of it, percent.</summary>
    public IEnumerable<(int Held, int Percent)> CoveringOf(Asked item)
    {
        var number = Array.IndexOf(Items, item);
        return heldIds.Zip(covers).Where(row => row.Second.Item == number).Select(row => (row.First, row.Second.Percent));
    }

    /// <summary>The signs (<see cref="FactSigns.Skill"/>) of all skills that cover something.</summary>
    public ulong Bits => maybe;

    /// <summary>The most that skills with these bits can cover of an item, percent.</summary>
    public int MostPercent(int item, ulong bits)
    {
        var most = 0;
        for (var i = 0; i < covers.Length; i++)
            if (covers[i].Item == item && (bits & FactSigns.Skill(heldIds[i])) != 0) most = Math.Max(most, covers[i].Percent);
        return most;
    }

    /// <summary>The bits of the skills that cover an item.</summary>
    public ulong BitsOf(int item)
    {
        var bits = 0UL;
        for (var i = 0; i < covers.Length; i++)
            if (covers[i].Item == item) bits |= FactSigns.Skill(heldIds[i]);
        return bits;
    }

    /// <summary>One skill asked. Weight = rarity, doubled for a must.</summary>
    internal readonly record struct Asked(int Skill, int Level, int Weight, bool Must);

    /// <summary>A held skill covers the item with this number to so many percent.</summary>
    internal readonly record struct Cover(int Item, int Percent);
}
