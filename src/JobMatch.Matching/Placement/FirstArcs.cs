namespace JobMatch.Matching.Placement;

/// <summary>
/// The pairs that the graph begins with: for each person the best scores, for each quota the best people. Of equal scores a hash chooses, so that not all get the same. Which pairs
/// these are costs time, never the optimum: the others are priced.
/// </summary>
internal static class FirstArcs
{
    private const int Scores = 101;
    private const int PerPerson = 4;
    private const int PerVacancy = 6;

    public static void Add(PlacementProblem problem, LockedRows locks, Action<int, int, int> add)
    {
        var least = LeastScores(problem, locks);
        var floors = new byte[PlacementPairs.Padded(least.Length)];
        for (var quota = 0; quota < least.Length; quota++) floors[quota] = OfferFloors.FloorOf(least[quota]);
        var free = locks.Left.Select(left => left > 0).ToArray();
        // Then somebody's best pairs may not be free.
        var anyTaken = problem.Locks.Count > 0 || free.Contains(false);
        Span<(long Rank, PlacementPair Pair)> best = stackalloc (long, PlacementPair)[PerPerson];
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (locks.IsLocked(person)) continue;
            var (found, worst) = (0, -1L);
            var row = problem.Pairs.Row(person);
            var offers = row.Over(floors, anyTaken ? (byte)0 : row.MostFor(PerPerson, floors));
            while (offers.MoveNext())
            {
                var (quota, score) = offers.Current;
                var wanted = score > least[quota];
                if (!free[quota] || !locks.IsFree(person, quota)) continue;
                if (wanted)
                {
                    add(person, quota, score);
                    continue;
                }
                var rank = ((long)score << 32) | Hash(person, quota);
                if (rank <= worst) continue;
                var at = found < PerPerson ? found++ : PerPerson - 1;
                for (; at > 0 && best[at - 1].Rank < rank; at--) best[at] = best[at - 1];
                best[at] = (rank, new(quota, score));
                if (found < PerPerson) continue;
                worst = best[PerPerson - 1].Rank;
                offers.Most = OfferFloors.FloorOf((worst >> 32) - 1);
            }
            for (var i = 0; i < found; i++) add(person, best[i].Pair.Quota, best[i].Pair.Score);
        }
    }

    private static uint Hash(int person, int quota)
    {
        var hash = ((uint)person * 0x9E37_79B9u) ^ ((uint)quota * 0x85EB_CA6Bu);
        hash = (hash ^ (hash >> 15)) * 0x2C1B_3C6Du;
        return hash ^ (hash >> 13);
    }

    /// <summary>Per quota the score over which it has about as many people as it wants, told from some of the people.</summary>
    private static int[] LeastScores(PlacementProblem problem, LockedRows locks)
    {
        var step = (int)Math.Max(1, problem.Pairs.Count / 400_000);
        var histograms = new int[problem.Quotas.Count * Scores];
        for (var person = 0; person < problem.People.Count; person += step)
        {
            foreach (var (quota, score) in problem.Pairs.Row(person)) histograms[(quota * Scores) + score]++;
        }
        return [.. Enumerable.Range(0, problem.Quotas.Count).Select(quota => LeastScore(histograms.AsSpan(quota * Scores, Scores), ((PerVacancy * locks.Left[quota]) + 2) / step))];
    }

    private static int LeastScore(ReadOnlySpan<int> histogram, int most)
    {
        for (var score = Scores - 1; score >= 0; score--)
            if ((most -= histogram[score]) < 0) return score;
        return -1;
    }
}
