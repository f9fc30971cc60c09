namespace JobMatch.Matching.Placement;

/// <summary>
/// The pairs that the graph begins with: for each person the best scores, for each quota the best people. Of equal scores a hash chooses, so that not all get the same. Which pairs
/// these are costs time, never the optimum: the others are priced.
/// </summary>
internal static class FirstArcs
{
    private const int Scores = 101;
    private const int PerPerson = 6;
    private const int PerVacancy = 2;

    public static void Add(PlacementProblem problem, LockedRows locks, Action<int, int, int> add)
    {
        var quotaTake = QuotaTake(problem, locks);
        Span<int> histogram = stackalloc int[Scores];
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (locks.IsLocked(person)) continue;
            var row = problem.Pairs.Row(person);
            histogram.Clear();
            foreach (var pair in row)
                if (locks.IsFree(person, PlacementPairs.Quota(pair))) histogram[PlacementPairs.Score(pair)]++;
            var take = Take.Best(histogram, PerPerson);
            var (any, best, bestRank) = (false, 0u, -1L);
            foreach (var pair in row)
            {
                var (quota, score) = (PlacementPairs.Quota(pair), PlacementPairs.Score(pair));
                if (!locks.IsFree(person, quota)) continue;
                var hash = (uint)(((uint)person * 0x9E37_79B9u) ^ ((uint)quota * 0x85EB_CA6Bu));
                hash = (hash ^ (hash >> 15)) * 0x2C1B_3C6Du;
                hash ^= hash >> 13;
                if (take.Takes(score, hash) || quotaTake[quota].Takes(score, hash ^ (hash >> 16)))
                {
                    add(person, quota, score);
                    any = true;
                }
                var rank = ((long)score << 32) | hash;
                if (rank > bestRank) (best, bestRank) = (pair, rank);
            }
            if (!any && bestRank >= 0) add(person, PlacementPairs.Quota(best), PlacementPairs.Score(best));
        }
    }

    private static Take[] QuotaTake(PlacementProblem problem, LockedRows locks)
    {
        var histograms = new int[problem.Quotas.Count * Scores];
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (locks.IsLocked(person)) continue;
            foreach (var pair in problem.Pairs.Row(person)) histograms[(PlacementPairs.Quota(pair) * Scores) + PlacementPairs.Score(pair)]++;
        }
        return [.. Enumerable.Range(0, problem.Quotas.Count).Select(quota => Take.Best(histograms.AsSpan(quota * Scores, Scores), (PerVacancy * locks.Left[quota]) + 2))];
    }

    /// <summary>All over a score, and a share of those at it.</summary>
    private readonly record struct Take(int Score, uint Share)
    {
        public bool Takes(int score, uint hash) => score > Score || (score == Score && hash <= Share);

        public static Take Best(ReadOnlySpan<int> histogram, int most)
        {
            for (var score = Scores - 1; score >= 0; score--)
            {
                if (histogram[score] >= most) return new(score, (uint)((double)most / histogram[score] * uint.MaxValue));
                most -= histogram[score];
            }
            return new(-1, 0);
        }
    }
}
