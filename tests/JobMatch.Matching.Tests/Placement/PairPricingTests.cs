using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

public sealed class PairPricingTests
{
    /// <summary>Prices that move a little or a lot, as after pivots; what was found is paid for by the next time, as in a plan that is best over the pairs that it has.</summary>
    [Fact]
    public void What_it_finds_again_is_what_a_look_at_all_pairs_finds()
    {
        var (found, nothing) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var problem = RandomPlacement.Make(random, mostPeople: 30, mostQuotas: 70, locks: false);
            var locks = new LockedRows(problem);
            var pricing = new PairPricing(problem, locks);
            var (worth, cost, paid) = (new long[problem.Quotas.Count], new long[problem.People.Count], new HashSet<(int Person, int Quota)>());
            for (var quota = 0; quota < worth.Length; quota++) worth[quota] = -random.Next(120);
            for (var round = 0; round < 12; round++)
            {
                for (var person = 0; person < cost.Length; person++)
                {
                    if (random.Next(4) == 0) pricing.SetWelfareCost(person, new(random.Next(2) * random.Next(60), random.Next(2) * random.Next(60)));
                    foreach (var (_, quota) in paid.Where(pair => pair.Person == person)) cost[person] = Math.Max(cost[person], worth[quota] + problem.Pairs.ScoreOf(person, quota));
                }
                var (again, anew) = (new List<(int Person, int Quota, int Score)>(), new List<(int Person, int Quota, int Score)>());
                pricing.Find([.. worth], [.. cost], (person, quota, score) => again.Add((person, quota, score)));
                var fresh = new PairPricing(problem, locks);
                for (var person = 0; person < cost.Length; person++) fresh.SetWelfareCost(person, pricing.WelfareCost(person));
                fresh.Find([.. worth], [.. cost], (person, quota, score) => anew.Add((person, quota, score)));
                // Which of equal offers are the best three may differ.
                again.Select(pair => (pair.Person, Gain(pair))).Order().ShouldBe(anew.Select(pair => (pair.Person, Gain(pair))).Order(), $"seed {seed}, round {round}");
                paid.UnionWith(again.Select(pair => (pair.Person, pair.Quota)));
                (found, nothing) = (found + again.Count, nothing + (again.Count == 0 ? 1 : 0));
                for (var moved = random.Next(6); moved > 0; moved--) worth[random.Next(worth.Length)] += random.Next(-30, 30);
                for (var moved = random.Next(6); moved > 0; moved--) cost[random.Next(cost.Length)] += random.Next(-30, 60);

                long Gain((int Person, int Quota, int Score) pair) => pair.Score + worth[pair.Quota] - cost[pair.Person] - pricing.WelfareCost(pair.Person).Of(problem.Quotas[pair.Quota].Post);
            }
        }
        found.ShouldBeGreaterThan(5_000);
        nothing.ShouldBeGreaterThan(50);
    }
}
