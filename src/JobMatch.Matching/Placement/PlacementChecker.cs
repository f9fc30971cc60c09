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
        var (taken, has) = (new int[problem.Quotas.Count], new (WelfarePost Post, int Person)[problem.HouseholdCount]);
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
            ref var held = ref has[problem.HouseholdOf(person)];
            if (held.Post.Clashes(problem.Quotas[quota].Post)) faults.Add($"Persons {held.Person} and {person} are of one household, which may have one such post.");
            if (problem.Quotas[quota].Post > held.Post) held = (problem.Quotas[quota].Post, person);
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
            if (one.QuotaPrices.Count != problem.Quotas.Count || one.HouseholdPrices.Count != problem.HouseholdCount || one.LimitPrices.Count != problem.People.Count)
                faults.Add("A case has prices for something else.");
            else if (one.QuotaPrices.Concat(one.HouseholdPrices).Any(price => price is < 0 or > MostPrice) || one.LimitPrices.Any(price => price < 0 || price > MostPrice / problem.People.Count))
                faults.Add("A price is under 0 or beyond all worth.");
            else
                bound = Int128.Max(bound, BoundOf(problem, rest, one));
        }
        if (faults.Count == 0 && bound != answer.Bound) faults.Add($"The cases prove {bound}, not {answer.Bound}.");
        if (answer.Value > answer.Bound) faults.Add($"The plan is worth {answer.Value}, over its bound {answer.Bound}.");
    }

    /// <summary>What the locked rows are worth and what they leave.</summary>
    /// <param name="Worth">Of the locked rows.</param>
    /// <param name="Left">Vacancies, per quota.</param>
    /// <param name="Locked">People.</param>
    /// <param name="Helped">Households where nobody worked before.</param>
    /// <param name="Has">The post that a household has already, per household.</param>
    private sealed record Rest(Int128 Worth, int[] Left, HashSet<int> Locked, HashSet<int> Helped, WelfarePost[] Has)
    {
        public static Rest Of(PlacementProblem problem)
        {
            var (worth, left) = ((Int128)0, problem.Quotas.Select(quota => quota.Vacancies).ToArray());
            var (locked, helped, has) = (new HashSet<int>(), new HashSet<int>(), new WelfarePost[problem.HouseholdCount]);
            foreach (var row in problem.Locks)
            {
                locked.Add(row.Person);
                left[row.Quota]--;
                worth += problem.WorthOf(row.Person) + problem.Pairs.ScoreOf(row.Person, row.Quota);
                var household = problem.HouseholdOf(row.Person);
                if (problem.IsZeroEmployment(household) && helped.Add(household)) worth += problem.Aims.Household;
                has[household] = has[household].With(problem.Quotas[row.Quota].Post);
            }
            return new(worth, left, locked, helped, has);
        }

        public bool Earns(PlacementProblem problem, int household) => problem.IsZeroEmployment(household) && !Helped.Contains(household);

        public bool CouldTake(PlacementProblem problem, int person, WelfarePost post)
        {
            if (Locked.Contains(person) || Has[problem.HouseholdOf(person)].Clashes(post)) return false;
            foreach (var pair in problem.Pairs.Row(person))
                if (problem.Quotas[pair.Quota].Post == post && Left[pair.Quota] > 0) return true;
            return false;
        }
    }

    /// <summary>
    /// A case without further choices covers all; otherwise all cases split the same household: every member who could take a post that takes one of a household has hers, and so has nobody, unless
    /// nobody else could take a public-welfare post.
    /// </summary>
    private static bool Covers(PlacementProblem problem, Rest rest, List<PlacementCase> cases, int depth)
    {
        if (cases.Exists(one => one.Choices.Count == depth)) return true;
        if (cases.Count == 0) return false;
        var household = cases[0].Choices[depth].Household;
        if (cases.Exists(one => one.Choices[depth].Household != household)) return false;
        var members = Enumerable.Range(0, problem.People.Count).Where(person => problem.HouseholdOf(person) == household).ToList();
        var choices = members.FindAll(person => rest.CouldTake(problem, person, WelfarePost.OnePerHousehold));
        if (choices.Count == 0 || members.Exists(person => rest.CouldTake(problem, person, WelfarePost.Plain))) choices.Add(PlacementChoice.Nobody);
        return choices.TrueForAll(choice => Covers(problem, rest, cases.FindAll(one => one.Choices[depth].Person == choice), depth + 1));
    }

    /// <summary>What the prices of a case prove of the plans that keep to its choices; without choices of every plan.</summary>
    internal static Int128 BoundOf(PlacementProblem problem, PlacementCase one) => BoundOf(problem, Rest.Of(problem), one);

    /// <summary>Weak duality over all gated pairs; locked rows are counted as they stand.</summary>
    private static Int128 BoundOf(PlacementProblem problem, Rest rest, PlacementCase one)
    {
        var chosen = new Dictionary<int, int>();
        foreach (var choice in one.Choices) chosen[choice.Household] = choice.Person;
        var (bound, prices, posts) = (rest.Worth, one.QuotaPrices.ToArray(), problem.Quotas.Select(quota => quota.Post).ToArray());
        for (var quota = 0; quota < rest.Left.Length; quota++) bound += (Int128)rest.Left[quota] * one.QuotaPrices[quota];
        for (var household = 0; household < problem.HouseholdCount; household++)
        {
            if (rest.Earns(problem, household)) bound += Math.Max(0, problem.Aims.Household - one.HouseholdPrices[household]);
        }
        var ofHousehold = new long[problem.HouseholdCount];
        for (var person = 0; person < problem.People.Count; person++)
        {
            bound += one.LimitPrices[person];
            ofHousehold[problem.HouseholdOf(person)] += one.LimitPrices[person];
        }
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (rest.Locked.Contains(person)) continue;
            var household = problem.HouseholdOf(person);
            var most = MostOf(rest.Has[household], chosen.TryGetValue(household, out var choice) ? choice : null, person);
            var raise = rest.Earns(problem, household) ? one.HouseholdPrices[household] : 0;
            bound += BestOf(problem, rest, prices, posts, person, raise, new(one.LimitPrices[person], ofHousehold[household]), most);
        }
        return bound;
    }

    /// <summary>The post that takes the most of a household's limit among those that a person may take; below it she may take all.</summary>
    private static WelfarePost MostOf(WelfarePost has, int? choice, int person)
    {
        if (has == WelfarePost.OnePerHousehold || (choice is { } only && only != PlacementChoice.Nobody && only != person)) return WelfarePost.None;
        return has == WelfarePost.Plain || choice == PlacementChoice.Nobody ? WelfarePost.Plain : WelfarePost.OnePerHousehold;
    }

    /// <summary>The most that a person could gain under the prices, 0 at least.</summary>
    private static long BestOf(PlacementProblem problem, Rest rest, long[] quotaPrices, WelfarePost[] posts, int person, long raise, (long Plain, long One) limit, WelfarePost most)
    {
        var (best, worth) = (0L, problem.WorthOf(person) + raise);
        foreach (var (quota, score) in problem.Pairs.Row(person))
        {
            var post = posts[quota];
            var gain = worth + score - quotaPrices[quota] - (post == WelfarePost.None ? 0 : post == WelfarePost.Plain ? limit.Plain : limit.One);
            if (gain > best && rest.Left[quota] > 0 && post <= most) best = gain;
        }
        return best;
    }
}
