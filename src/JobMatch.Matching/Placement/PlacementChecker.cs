namespace JobMatch.Matching.Placement;

/// <summary>
/// Says whether an answer is a plan at all and whether it is proved optimal. Knows the problem and the answer, nothing of how it was found: every sum is made again over all gated
/// pairs.
/// </summary>
public static class PlacementChecker
{
    /// <summary>Sums of a few prices and aims stay whole numbers of 64 bits.</summary>
    private const long MostPrice = long.MaxValue / 8;

    /// <summary>Every fault, one sentence each; empty: the plan keeps all limits, is worth what it says, and nothing can be worth more than its bound.</summary>
    public static IReadOnlyList<string> Check(PlacementProblem problem, PlacementAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        var faults = new List<string>();
        CheckPlan(problem, answer, faults);
        if (faults.Count > 0) return faults;
        var score = problem.ScoreOf([.. answer.QuotaOf]);
        if (score != answer.Score) faults.Add($"The plan reaches {score}, not {answer.Score}.");
        if (problem.Aims.Value(score) != answer.Value) faults.Add($"The plan is worth {problem.Aims.Value(score)}, not {answer.Value}.");
        CheckProof(problem, answer, faults);
        return faults;
    }

    private static void CheckPlan(PlacementProblem problem, PlacementAnswer answer, List<string> faults)
    {
        if (answer.QuotaOf.Count != problem.People.Count)
        {
            faults.Add($"The plan is about {answer.QuotaOf.Count} people, not {problem.People.Count}.");
            return;
        }
        var (taken, single) = (new int[problem.Quotas.Count], new Dictionary<int, int>());
        for (var person = 0; person < answer.QuotaOf.Count; person++)
        {
            var quota = answer.QuotaOf[person];
            if (quota == -1) continue;
            if (quota < 0 || quota >= taken.Length || problem.Pairs.ScoreOf(person, quota) < 0)
            {
                faults.Add($"Person {person} may not go to quota {quota}.");
                continue;
            }
            if (problem.Pairs.ScoreOf(person, quota) < problem.LeastScore) faults.Add($"Person {person} scores {problem.Pairs.ScoreOf(person, quota)} at quota {quota}, under {problem.LeastScore}.");
            if (++taken[quota] > problem.Quotas[quota].Vacancies) faults.Add($"Quota {quota} is given more than its {problem.Quotas[quota].Vacancies}.");
            if (problem.Quotas[quota].OnePerHousehold && !single.TryAdd(problem.HouseholdOf(person), person))
                faults.Add($"Persons {single[problem.HouseholdOf(person)]} and {person} are of one household, which may have one such post.");
        }
        foreach (var row in problem.Locks)
            if (answer.QuotaOf[row.Person] != row.Quota) faults.Add($"Locked: person {row.Person} stays with quota {row.Quota}.");
    }

    private static void CheckProof(PlacementProblem problem, PlacementAnswer answer, List<string> faults)
    {
        var (cases, rest) = (answer.Certificate.Cases, Rest.Of(problem));
        if (!Covers(problem, rest, [.. cases], 0)) faults.Add("The cases do not cover every plan.");
        Int128 bound = 0;
        foreach (var one in cases)
        {
            if (one.QuotaPrices.Count != problem.Quotas.Count || one.HouseholdPrices.Count != problem.HouseholdCount || one.LimitPrices.Count != problem.HouseholdCount)
                faults.Add("A case has prices for something else.");
            else if (one.QuotaPrices.Concat(one.HouseholdPrices).Concat(one.LimitPrices).Any(price => price is < 0 or > MostPrice))
                faults.Add("A price is under 0 or beyond all worth.");
            else
                bound = Int128.Max(bound, BoundOf(problem, rest, one));
        }
        if (faults.Count == 0 && bound != answer.Bound) faults.Add($"The cases prove {bound}, not {answer.Bound}.");
        if (answer.Value > answer.Bound) faults.Add($"The plan is worth {answer.Value}, over its bound {answer.Bound}.");
    }

    /// <summary>What the locked rows are worth and what they leave.</summary>
    private sealed record Rest(Int128 Worth, int[] Left, HashSet<int> Locked, HashSet<int> Helped, HashSet<int> HasSingle)
    {
        public static Rest Of(PlacementProblem problem)
        {
            var (worth, left) = ((Int128)0, problem.Quotas.Select(quota => quota.Vacancies).ToArray());
            var (locked, helped, single) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
            foreach (var row in problem.Locks)
            {
                locked.Add(row.Person);
                left[row.Quota]--;
                worth += problem.Aims.Person + problem.Pairs.ScoreOf(row.Person, row.Quota);
                var household = problem.HouseholdOf(row.Person);
                if (problem.IsZeroEmployment(household) && helped.Add(household)) worth += problem.Aims.Household;
                if (problem.Quotas[row.Quota].OnePerHousehold) single.Add(household);
            }
            return new(worth, left, locked, helped, single);
        }

        public bool Earns(PlacementProblem problem, int household) => problem.IsZeroEmployment(household) && !Helped.Contains(household);

        public bool CouldTakeSingle(PlacementProblem problem, int person)
        {
            if (Locked.Contains(person) || HasSingle.Contains(problem.HouseholdOf(person))) return false;
            foreach (var pair in problem.Pairs.Row(person))
                if (problem.Quotas[pair.Quota].OnePerHousehold && Left[pair.Quota] > 0) return true;
            return false;
        }
    }

    /// <summary>A case without further choices covers all; otherwise all cases split the same household and every member who could take such a post has hers.</summary>
    private static bool Covers(PlacementProblem problem, Rest rest, List<PlacementCase> cases, int depth)
    {
        if (cases.Exists(one => one.Choices.Count == depth)) return true;
        if (cases.Count == 0) return false;
        var household = cases[0].Choices[depth].Household;
        if (cases.Exists(one => one.Choices[depth].Household != household)) return false;
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (problem.HouseholdOf(person) != household || !rest.CouldTakeSingle(problem, person)) continue;
            var member = person;
            if (!Covers(problem, rest, cases.FindAll(one => one.Choices[depth].Person == member), depth + 1)) return false;
        }
        return true;
    }

    /// <summary>What the prices of a case prove of the plans that keep to its choices; without choices of every plan.</summary>
    internal static Int128 BoundOf(PlacementProblem problem, PlacementCase one) => BoundOf(problem, Rest.Of(problem), one);

    /// <summary>Weak duality over all gated pairs; locked rows are counted as they stand.</summary>
    private static Int128 BoundOf(PlacementProblem problem, Rest rest, PlacementCase one)
    {
        var only = new Dictionary<int, int>();
        foreach (var choice in one.Choices) only[choice.Household] = choice.Person;
        var (bound, prices, single) = (rest.Worth, one.QuotaPrices.ToArray(), problem.Quotas.Select(quota => quota.OnePerHousehold).ToArray());
        for (var quota = 0; quota < rest.Left.Length; quota++) bound += (Int128)rest.Left[quota] * one.QuotaPrices[quota];
        for (var household = 0; household < problem.HouseholdCount; household++)
        {
            bound += one.LimitPrices[household];
            if (rest.Earns(problem, household)) bound += Math.Max(0, problem.Aims.Household - one.HouseholdPrices[household]);
        }
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (rest.Locked.Contains(person)) continue;
            var household = problem.HouseholdOf(person);
            var maySingle = !rest.HasSingle.Contains(household) && (!only.TryGetValue(household, out var chosen) || chosen == person);
            var raise = rest.Earns(problem, household) ? one.HouseholdPrices[household] : 0;
            bound += BestOf(problem, rest, prices, single, person, raise, one.LimitPrices[household], maySingle);
        }
        return bound;
    }

    /// <summary>The most that a person could gain under the prices, 0 at least.</summary>
    private static long BestOf(PlacementProblem problem, Rest rest, long[] quotaPrices, bool[] single, int person, long raise, long limit, bool maySingle)
    {
        var best = 0L;
        foreach (var (quota, score) in problem.Pairs.Row(person))
        {
            var gain = problem.Aims.Person + score + raise - quotaPrices[quota] - (single[quota] ? limit : 0);
            if (gain > best && rest.Left[quota] > 0 && (maySingle || !single[quota])) best = gain;
        }
        return best;
    }
}
