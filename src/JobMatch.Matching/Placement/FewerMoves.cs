namespace JobMatch.Matching.Placement;

/// <summary>
/// Of two best plans, one with somebody sent where she was not, the moves that have to do with it. Moves hang together where a full quota or a household joins them. What does not hang together with hers could be made or left in
/// either plan; both are the best of their kind, so that neither way is worth more, and it is left. Then rounds of people who only change places with each other are left wherever the plan is worth as much without.
/// </summary>
internal static class FewerMoves
{
    /// <param name="problem">What is planned.</param>
    /// <param name="before">Per person an index of a quota, or −1: a best plan.</param>
    /// <param name="after">A best plan in which the person goes where she was not.</param>
    /// <param name="person">Who.</param>
    public static int[] From(PlacementProblem problem, IReadOnlyList<int> before, IReadOnlyList<int> after, int person)
    {
        var plan = after.ToArray();
        var apart = Apart(problem, before, after, person);
        foreach (var other in apart) plan[other] = before[other];
        LeaveRounds(problem, before, plan, person);
        return plan;
    }

    /// <summary>Those whose move does not hang together with hers.</summary>
    private static List<int> Apart(PlacementProblem problem, IReadOnlyList<int> before, IReadOnlyList<int> after, int person)
    {
        var moved = Moved(before, after);
        var joined = moved.GroupBy(problem.HouseholdOf).Select(household => household.ToList()).ToList();
        var stay = Enumerable.Range(0, before.Count).Where(one => before[one] >= 0 && before[one] == after[one]).CountBy(one => before[one]).ToDictionary();
        foreach (var at in moved.Select(one => (Quota: before[one], Person: one)).Concat(moved.Select(one => (Quota: after[one], Person: one))).Where(end => end.Quota >= 0).GroupBy(end => end.Quota, end => end.Person))
            if (stay.GetValueOrDefault(at.Key) + at.Count() > problem.Quotas[at.Key].Vacancies) joined.Add([.. at]);
        var reached = new HashSet<int> { person };
        while (joined.RemoveAll(group => group.Exists(reached.Contains) && Reach(group)) > 0) { }
        return moved.FindAll(one => !reached.Contains(one));

        bool Reach(List<int> group)
        {
            reached.UnionWith(group);
            return true;
        }
    }

    /// <summary>A round leaves every quota as full as it is; whether it may be left is said by the households and the worth of the plan.</summary>
    private static void LeaveRounds(PlacementProblem problem, IReadOnlyList<int> before, int[] plan, int person)
    {
        var (worth, looked) = (problem.Aims.Value(problem.ScoreOf(plan)), new HashSet<int> { person });
        foreach (var first in Moved(before, plan))
        {
            if (plan[first] == before[first] || !looked.Add(first) || RoundOf(before, plan, first, person) is not { } round) continue;
            var was = round.ConvertAll(one => plan[one]);
            foreach (var one in round) plan[one] = before[one];
            if (problem.Aims.Value(problem.ScoreOf(plan)) == worth && KeepsLimit(problem, plan, round)) continue;
            for (var i = 0; i < round.Count; i++) plan[round[i]] = was[i];
        }
    }

    /// <summary>From where somebody goes to where another comes from, and on, until it closes; null when it does not. Nowhere is a place like others.</summary>
    private static List<int>? RoundOf(IReadOnlyList<int> before, int[] plan, int first, int person)
    {
        var leaving = Moved(before, plan).Where(one => one != person).ToLookup(one => before[one]);
        var (came, open) = (new Dictionary<int, int>(), new Queue<int>([plan[first]]));
        while (open.TryDequeue(out var at))
        {
            if (at == before[first]) return Walk(at);
            foreach (var next in leaving[at].Where(one => one != first && plan[one] != plan[first] && came.TryAdd(plan[one], one))) open.Enqueue(plan[next]);
        }

        return null;

        List<int> Walk(int at)
        {
            var round = new List<int> { first };
            for (; at != plan[first]; at = before[came[at]]) round.Add(came[at]);
            return round;
        }
    }

    private static bool KeepsLimit(PlacementProblem problem, int[] plan, List<int> changed)
    {
        var households = changed.Select(problem.HouseholdOf).ToHashSet();
        var has = new Dictionary<int, WelfarePost>();
        for (var person = 0; person < plan.Length; person++)
        {
            if (plan[person] < 0 || !households.Contains(problem.HouseholdOf(person))) continue;
            var (held, post) = (has.GetValueOrDefault(problem.HouseholdOf(person)), problem.Quotas[plan[person]].Post);
            if (held.Clashes(post)) return false;
            has[problem.HouseholdOf(person)] = held.With(post);
        }

        return true;
    }

    private static List<int> Moved(IReadOnlyList<int> before, IReadOnlyList<int> after) => [.. Enumerable.Range(0, before.Count).Where(person => before[person] != after[person])];
}
