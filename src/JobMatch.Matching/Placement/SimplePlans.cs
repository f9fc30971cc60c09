namespace JobMatch.Matching.Placement;

/// <summary>
/// What a station would do without a planner, for comparison: they keep every limit and the locked rows, and look at one person or one pair at a time.
/// </summary>
public static class SimplePlans
{
    /// <summary>先到先得: in order of people, each takes the best that is still free.</summary>
    /// <returns>Per person an index of a quota, or −1.</returns>
    public static int[] FirstCome(PlacementProblem problem)
    {
        var plan = new Filling(problem);
        for (var person = 0; person < problem.People.Count; person++)
        {
            var (best, score) = (-1, -1);
            foreach (var pair in problem.Pairs.Row(person))
                if (pair.Score > score && plan.MayTake(person, pair.Quota)) (best, score) = pair;
            if (best >= 0) plan.Take(person, best);
        }
        return plan.QuotaOf;
    }

    /// <summary>Best pair first, whoever it is; of equal pairs the first person, then the first quota.</summary>
    /// <returns>Per person an index of a quota, or −1.</returns>
    public static int[] BestPairFirst(PlacementProblem problem)
    {
        var plan = new Filling(problem);
        var byScore = new List<(int Person, int Quota)>[101];
        for (var person = 0; person < problem.People.Count; person++)
            foreach (var pair in problem.Pairs.Row(person)) (byScore[pair.Score] ??= []).Add((person, pair.Quota));
        for (var score = 100; score >= 0; score--)
            foreach (var (person, quota) in byScore[score] ?? [])
                if (plan.MayTake(person, quota)) plan.Take(person, quota);
        return plan.QuotaOf;
    }

    private sealed class Filling
    {
        private readonly PlacementProblem problem;
        private readonly LockedRows locks;
        private readonly WelfarePost[] has;

        public Filling(PlacementProblem problem)
        {
            (this.problem, locks, has) = (problem, new(problem), new WelfarePost[problem.HouseholdCount]);
            QuotaOf = new int[problem.People.Count];
            Array.Fill(QuotaOf, -1);
            foreach (var row in problem.Locks) QuotaOf[row.Person] = row.Quota;
        }

        public int[] QuotaOf { get; }

        public bool MayTake(int person, int quota) =>
            QuotaOf[person] < 0 && locks.IsFree(person, quota) && !has[problem.HouseholdOf(person)].Clashes(problem.Quotas[quota].Post);

        public void Take(int person, int quota)
        {
            QuotaOf[person] = quota;
            locks.Left[quota]--;
            has[problem.HouseholdOf(person)] = has[problem.HouseholdOf(person)].With(problem.Quotas[quota].Post);
        }
    }
}
