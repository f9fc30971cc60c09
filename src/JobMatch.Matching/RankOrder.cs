namespace JobMatch.Matching;

/// <summary>
/// The total order: need tier (0 first) · score · confidence · days waiting · hash(id, day), so that equals take turns · id. Whole numbers only: same data and day,
/// same order, on every machine. Need tiers: where need comes first 0 zero-employment household, 1 open job loss or monitored, 2 other hardship, 3 the rest; plus 4 for
/// whoever is in none of the groups that the post type takes first. When postings are ranked for one person the tier is 0 throughout and a posting waits since it was published.
/// </summary>
public static class RankOrder
{
    /// <summary>Less than 0 when <paramref name="a"/> comes before <paramref name="b"/>; 0 only for the same id.</summary>
    public static int Compare(RankedFit a, RankedFit b, DateOnly on) => RankKey.Of(in a, on.DayNumber).CompareTo(RankKey.Of(in b, on.DayNumber));

    /// <summary>The turn-taking hash: a different order of equals every day (SplitMix64).</summary>
    public static ulong Hash(long id, DateOnly on) => Hash(id, on.DayNumber);

    internal static ulong Hash(long id, int day)
    {
        unchecked
        {
            var x = (ulong)id + ((ulong)day * 0x9E37_79B9_7F4A_7C15UL);
            x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EBUL;
            return x ^ (x >> 31);
        }
    }
}

/// <summary>The order as three numbers; smaller comes first.</summary>
internal readonly struct RankKey : IComparable<RankKey>
{
    private const int MostDays = (1 << 20) - 1;
    private readonly ulong major;
    private readonly ulong turn;
    private readonly long id;

    private RankKey(ulong major, ulong turn, long id) => (this.major, this.turn, this.id) = (major, turn, id);

    /// <summary>Tier, score, confidence and days in one number: alone it decides nearly always.</summary>
    public static ulong MajorOf(int tier, int score, int confidence, int daysWaiting) =>
        ((ulong)tier << 34) | ((ulong)(100 - score) << 27) | ((ulong)(100 - confidence) << 20) | (uint)(MostDays - Math.Min(daysWaiting, MostDays));

    /// <summary>Back from <see cref="MajorOf"/>.</summary>
    public static (int Tier, int Score, int Confidence) PartsOf(ulong major) =>
        ((int)(major >> 34), 100 - (int)((major >> 27) & 127), 100 - (int)((major >> 20) & 127));

    public static RankKey Of(ulong major, long id, int day) => new(major, RankOrder.Hash(id, day), id);

    public static RankKey Of(in RankedFit fit, int day) => Of(MajorOf(fit.NeedTier, fit.Score, fit.Confidence, fit.DaysWaiting), fit.Id, day);

    public ulong Major => major;

    public int CompareTo(RankKey other)
    {
        if (major != other.major) return major < other.major ? -1 : 1;
        if (turn != other.turn) return turn < other.turn ? -1 : 1;
        return id.CompareTo(other.id);
    }
}
