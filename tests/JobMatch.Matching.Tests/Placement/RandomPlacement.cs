using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

/// <summary>Small random plans with many equal scores, families, posts that take one of a household beside other public-welfare posts, people who come before others, people who have work, and locked rows.</summary>
internal static class RandomPlacement
{
    public static PlacementProblem Make(Random random, int mostPeople, int mostQuotas, double density = 0.6, bool locks = true, double? singles = null, double? plains = null, bool precedence = false)
    {
        var people = Enumerable.Range(0, random.Next(1, mostPeople + 1)).Select(i => new PlacementPerson(100 + i, random.Next(1 + (mostPeople * 2 / 3)), false)).ToArray();
        var zero = people.Select(person => person.HouseholdId).Distinct().ToDictionary(id => id, _ => random.Next(3) == 0);
        people = [.. people.Select(person => person with { ZeroEmployment = zero[person.HouseholdId], Precedence = precedence ? random.Next(Precedences.Most + 1) : 0 })];
        if (precedence) people = [.. people.Select(person => random.Next(4) == 0 && !person.ZeroEmployment ? person with { Works = true, Precedence = Precedences.None } : person)];
        var (single, plain) = (singles ?? (random.Next(3) / 2.0), plains ?? (random.Next(2) / 2.0));
        var quotas = Enumerable.Range(0, random.Next(1, mostQuotas + 1))
            .Select(i => new PlacementQuota(i + 1, (i / 2) + 1, random.Next(4), random.NextDouble() < single ? WelfarePost.OnePerHousehold : plain > 0 && random.NextDouble() < plain ? WelfarePost.Plain : WelfarePost.None)).ToArray();
        var scores = random.Next(2) == 0 ? 101 : random.Next(1, 6);
        var rows = people.Select(_ => Enumerable.Range(0, quotas.Length).Where(_ => random.NextDouble() < density).Select(quota => new PlacementPair(quota, random.Next(scores))).ToArray()).ToArray();
        var pairs = PlacementPairs.Of(rows);
        return new(people, quotas, pairs, locks && random.Next(3) == 0 ? SomeLocks(random, people, quotas, pairs) : [], random.Next(2) == 0);
    }

    private static List<PlacementLock> SomeLocks(Random random, PlacementPerson[] people, PlacementQuota[] quotas, PlacementPairs pairs)
    {
        var (locks, left, has) = (new List<PlacementLock>(), quotas.Select(quota => quota.Vacancies).ToArray(), new Dictionary<long, List<WelfarePost>>());
        for (var person = 0; person < people.Length; person++)
        {
            if (random.Next(3) > 0 || pairs.Row(person).IsEmpty) continue;
            var row = pairs.Row(person).ToArray();
            var quota = row[random.Next(row.Length)].Quota;
            var posts = has.TryGetValue(people[person].HouseholdId, out var taken) ? taken : has[people[person].HouseholdId] = [];
            if (left[quota] == 0 || Breaks([.. posts, quotas[quota].Post])) continue;
            posts.Add(quotas[quota].Post);
            left[quota]--;
            locks.Add(new(person, quota));
        }
        return locks;
    }

    /// <summary>The limit as it is written: where a household has a post that takes one of it, that is its only public-welfare post.</summary>
    private static bool Breaks(List<WelfarePost> posts) => posts.Contains(WelfarePost.OnePerHousehold) && posts.Count(post => post != WelfarePost.None) > 1;

    /// <summary>The best of all plans, by trying every one.</summary>
    public static PlacementScore BruteForce(PlacementProblem problem)
    {
        var (left, plan, locked) = (problem.Quotas.Select(quota => quota.Vacancies).ToArray(), Enumerable.Repeat(-1, problem.People.Count).ToArray(), problem.Locks.ToDictionary(row => row.Person, row => row.Quota));
        var (posts, best, bestValue) = (Enumerable.Range(0, problem.HouseholdCount).Select(_ => new List<WelfarePost>()).ToArray(), default(PlacementScore), -1L);
        Try(0);
        return best;

        void Try(int person)
        {
            if (person == plan.Length)
            {
                var score = problem.ScoreOf(plan);
                if (problem.Aims.Value(score) > bestValue) (best, bestValue) = (score, problem.Aims.Value(score));
                return;
            }
            if (!locked.ContainsKey(person)) Try(person + 1);
            foreach (var (quota, _) in problem.Pairs.Row(person).ToArray())
            {
                if (left[quota] == 0 || (locked.TryGetValue(person, out var only) && only != quota)) continue;
                var has = posts[problem.HouseholdOf(person)];
                has.Add(problem.Quotas[quota].Post);
                if (!Breaks(has))
                {
                    (plan[person], left[quota]) = (quota, left[quota] - 1);
                    Try(person + 1);
                    (plan[person], left[quota]) = (-1, left[quota] + 1);
                }
                has.RemoveAt(has.Count - 1);
            }
        }
    }
}
