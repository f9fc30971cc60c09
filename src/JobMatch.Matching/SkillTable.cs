using System.Numerics;

namespace JobMatch.Matching;

/// <summary>A person who holds <paramref name="Held"/> covers <paramref name="Asked"/> in part: <paramref name="Percent"/> 1–99.</summary>
public readonly record struct SkillCloseness(int Asked, int Held, int Percent);

/// <summary>How rare skills are and which are close to each other. Immutable; made when the vocabulary or the counts change.</summary>
public sealed class SkillTable
{
    /// <summary>Rarity of a skill that the table does not know.</summary>
    public const int OrdinaryRarity = 100;

    private const int MostRarity = 1_000;
    private readonly Dictionary<int, int> rarity;
    private readonly Dictionary<int, SkillCloseness[]> closeTo;

    /// <param name="rarity">Weight of a skill, 1–1000; 100 when absent.</param>
    /// <param name="closeness">Pairs, each in one direction.</param>
    public SkillTable(IReadOnlyDictionary<int, int> rarity, IEnumerable<SkillCloseness> closeness)
    {
        ArgumentNullException.ThrowIfNull(rarity);
        ArgumentNullException.ThrowIfNull(closeness);
        this.rarity = rarity.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (skill, weight) in this.rarity)
        {
            if (weight is < 1 or > MostRarity)
                throw new ArgumentException(FormattableString.Invariant($"Rarity of skill {skill} is {weight}; allowed: 1 to {MostRarity}."), nameof(rarity));
        }
        closeTo = closeness.GroupBy(pair => pair.Asked).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var pair in closeTo.Values.SelectMany(pairs => pairs))
        {
            if (pair.Percent is < 1 or > 99)
                throw new ArgumentException(FormattableString.Invariant($"Closeness of {pair.Held} to {pair.Asked} is {pair.Percent}; allowed: 1 to 99."), nameof(closeness));
        }
    }

    /// <summary>All skills alike, none close to another.</summary>
    public static SkillTable Plain { get; } = new(new Dictionary<int, int>(), []);

    /// <summary>
    /// Rarity from counts: 100 × (1 + ⌊log2(workers ÷ (holders + 1))⌋), at most 1000. Whole logarithms, so that a few people more or less
    /// do not move a ranking and every machine agrees.
    /// </summary>
    public static SkillTable FromCounts(long workers, IReadOnlyDictionary<int, long> holders, IEnumerable<SkillCloseness> closeness)
    {
        ArgumentNullException.ThrowIfNull(holders);
        int Weight(long count) =>
            Math.Min(MostRarity, OrdinaryRarity * (1 + BitOperations.Log2((ulong)Math.Max(1, workers / (count + 1)))));
        return new(holders.ToDictionary(pair => pair.Key, pair => Weight(pair.Value)), closeness);
    }

    /// <summary>Weight of a skill, 1–1000.</summary>
    public int RarityOf(int skill) => rarity.GetValueOrDefault(skill, OrdinaryRarity);

    /// <summary>The skills that cover this one in part.</summary>
    public IReadOnlyList<SkillCloseness> CloseTo(int asked) => closeTo.TryGetValue(asked, out var pairs) ? pairs : [];
}
