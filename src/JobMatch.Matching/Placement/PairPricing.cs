namespace JobMatch.Matching.Placement;

/// <summary>
/// Finds gated pairs that would make a plan better: those whose score and the worth of the quota together are over what the person costs. When it looks again, only where something can have come up:
/// a pair that was no offer has become one only if its quota rose by more than its person did. So most rows are not read again, and others only at the quotas that rose.
/// </summary>
internal sealed class PairPricing
{
    /// <summary>The cost of somebody to whom nothing can be offered.</summary>
    public const long Nobody = long.MaxValue / 4;

    /// <summary>The worth of a quota that nobody can be offered.</summary>
    public const long Nothing = long.MinValue / 4;

    /// <summary>The best offers of each person; the others mostly are none when these are in the plan.</summary>
    private const int PerPerson = 3;

    /// <summary>So many quotas one by one take about as long as a row of a thousand, thirty-two at a time.</summary>
    private const int Few = 32;

    private readonly PlacementProblem problem;
    private readonly LockedRows locks;
    private readonly WelfarePost[] posts;
    private readonly WelfareCost[] welfareCost;

    /// <summary>Something of the row may be an offer though nothing rose.</summary>
    private readonly bool[] open;
    private long[] lastWorth = [];
    private long[] lastCost = [];

    public PairPricing(PlacementProblem problem, LockedRows locks)
    {
        (this.problem, this.locks) = (problem, locks);
        posts = [.. problem.Quotas.Select(quota => quota.Post)];
        (welfareCost, open) = (new WelfareCost[problem.People.Count], new bool[problem.People.Count]);
        Array.Fill(open, true);
    }

    /// <summary>What public-welfare posts cost the person extra.</summary>
    public WelfareCost WelfareCost(int person) => welfareCost[person];

    public void SetWelfareCost(int person, WelfareCost cost)
    {
        open[person] |= cost.Plain < welfareCost[person].Plain || cost.One < welfareCost[person].One;
        welfareCost[person] = cost;
    }

    /// <summary>The best offers of everybody, in order of people; none when there is no offer at all.</summary>
    /// <param name="worth">Per quota what a pair is worth beside its score, or <see cref="Nothing"/>.</param>
    /// <param name="cost">Per person what she costs, or <see cref="Nobody"/>. By these prices nothing that was found before is an offer any more.</param>
    /// <param name="add">Person, quota, score.</param>
    /// <returns>How many were found.</returns>
    public int Find(long[] worth, long[] cost, Action<int, int, int> add)
    {
        var (floors, best, found) = (new OfferFloors(worth), new BestOffers(PerPerson), 0);
        var risen = Risen(worth);
        for (var person = 0; person < cost.Length; person++)
        {
            if (cost[person] == Nobody) continue;
            best.Clear();
            // Whoever costs less than before may be offered what did not rise.
            var whole = open[person] || cost[person] < lastCost[person];
            var some = whole ? risen.Length : Over(risen, cost[person] - lastCost[person]);
            if (whole || some > Few) LookAtRow(person, worth, floors.For(cost[person]), cost[person], best);
            else foreach (var (_, quota) in risen.AsSpan(0, some)) LookAt(person, new(quota, problem.Pairs.ScoreOf(person, quota)), worth[quota] - cost[person], best);
            open[person] = best.IsFull;
            foreach (var (_, pair) in best.Pairs) add(person, pair.Quota, pair.Score);
            found += best.Count;
        }
        (lastWorth, lastCost) = (worth, cost);
        return found;
    }

    /// <summary>Quotas that are worth more than the last time, the most risen first.</summary>
    private (long By, int Quota)[] Risen(long[] worth) =>
        lastWorth.Length == 0 ? [] : [.. worth.Select((now, quota) => (By: now - lastWorth[quota], quota)).Where(rise => rise.By > 0).OrderByDescending(rise => rise.By)];

    /// <summary>How many rose by more.</summary>
    private static int Over((long By, int Quota)[] risen, long by)
    {
        var (from, to) = (0, risen.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (risen[middle].By > by) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private void LookAtRow(int person, long[] worth, ReadOnlySpan<byte> floors, long cost, BestOffers best)
    {
        for (var offers = problem.Pairs.Row(person).Over(floors); offers.MoveNext();) LookAt(person, offers.Current, worth[offers.Current.Quota] - cost, best);
    }

    /// <param name="person">Of the pair.</param>
    /// <param name="pair">Score −1: not gated.</param>
    /// <param name="gain">Without the score.</param>
    /// <param name="best">Takes it when it is an offer.</param>
    private void LookAt(int person, PlacementPair pair, long gain, BestOffers best)
    {
        gain += pair.Score;
        if (gain <= 0 || pair.Score < 0) return;
        if (posts[pair.Quota] is not WelfarePost.None and var post && (!locks.IsFree(person, pair.Quota) || (gain -= welfareCost[person].Of(post)) <= 0)) return;
        best.Add(gain, pair);
    }

    /// <summary>The best few of those added, the first of equals before the others.</summary>
    private sealed class BestOffers(int most)
    {
        private readonly (long Gain, PlacementPair Pair)[] pairs = new (long, PlacementPair)[most];

        public int Count { get; private set; }

        /// <summary>There may have been more.</summary>
        public bool IsFull => Count == pairs.Length;

        public ReadOnlySpan<(long Gain, PlacementPair Pair)> Pairs => pairs.AsSpan(0, Count);

        public void Clear() => Count = 0;

        public void Add(long gain, PlacementPair pair)
        {
            if (IsFull && pairs[^1].Gain >= gain) return;
            var at = IsFull ? pairs.Length - 1 : Count++;
            for (; at > 0 && pairs[at - 1].Gain < gain; at--) pairs[at] = pairs[at - 1];
            pairs[at] = (gain, pair);
        }
    }
}
