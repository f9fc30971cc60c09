using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

/// <summary>What the prices say that a pair would cost at least, against the best of all plans that has the pair.</summary>
public sealed class PlacementPricesTests
{
    [Theory]
    [InlineData(1, 0, 0.9)]
    [InlineData(2, 0, 0.9)]
    [InlineData(3, 0, 0.9)]
    [InlineData(1, 0.5, 0.85)]
    [InlineData(2, 0.5, 0.85)]
    [InlineData(3, 0.5, 0.85)]
    public void The_least_loss_is_never_more_than_the_loss_and_mostly_says_something(int seed, double plains, double leastExact)
    {
        var random = new Random(seed);
        var (asked, exact, lossy, split) = (0, 0, 0, 0);
        for (var i = 0; i < 400; i++)
        {
            var problem = RandomPlacement.Make(random, mostPeople: 6, mostQuotas: 4, plains: plains, precedence: plains > 0);
            var answer = PlacementSolver.Solve(problem);
            var prices = PlacementPrices.Of(problem, answer);
            prices.Slack.ShouldBeGreaterThanOrEqualTo(0);
            split += prices.Slack > 0 ? 1 : 0;
            var rest = new LockedRows(problem);
            for (var person = 0; person < problem.People.Count; person++)
            {
                if (rest.IsLocked(person)) continue;
                foreach (var (quota, _) in problem.Pairs.Row(person).ToArray())
                {
                    var who = person;
                    var least = prices.LeastLoss(problem.Pairs.Row(person), problem.Quotas, PricedPerson.Of(problem, person), quota, answer.QuotaOf[person], at => rest.IsFree(who, at));
                    (least is null).ShouldBe(!rest.IsFree(person, quota), $"case {i}: room for {person} at {quota}");
                    if (least is not { } loss) continue;
                    var forced = new PlacementProblem(problem.People, problem.Quotas, problem.Pairs, [.. problem.Locks, new(person, quota)], problem.PeopleCount);
                    var truly = answer.Value - problem.Aims.Value(RandomPlacement.BruteForce(forced));
                    loss.ShouldBeLessThanOrEqualTo(truly, $"case {i}: {person} to {quota}");
                    if (answer.QuotaOf[person] == quota) loss.ShouldBe(0, "what the plan does costs nothing");
                    (asked, exact, lossy) = (asked + 1, exact + (loss == truly ? 1 : 0), lossy + (loss > 0 ? 1 : 0));
                }
            }
        }

        asked.ShouldBeGreaterThan(1_000);
        lossy.ShouldBeGreaterThan(asked / 5);
        ((double)exact / asked).ShouldBeGreaterThan(leastExact, $"{exact} of {asked}");
    }

    [Fact]
    public void A_price_too_low_proves_less_never_too_much()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var problem = RandomPlacement.Make(random, 6, 4, locks: false);
            var answer = PlacementSolver.Solve(problem);
            var worthless = answer with { Certificate = new([.. answer.Certificate.Cases.Select(one => one with { QuotaPrices = [.. one.QuotaPrices.Select(_ => 0L)] })]) };
            var prices = PlacementPrices.Of(problem, worthless);
            for (var person = 0; person < problem.People.Count; person++)
                foreach (var (quota, _) in problem.Pairs.Row(person).ToArray())
                {
                    if (problem.Quotas[quota].Vacancies == 0) continue;
                    var forced = new PlacementProblem(problem.People, problem.Quotas, problem.Pairs, [new(person, quota)], problem.PeopleCount);
                    prices.LeastLoss(problem.Pairs.Row(person), problem.Quotas, PricedPerson.Of(problem, person), quota, answer.QuotaOf[person])!.Value
                        .ShouldBeLessThanOrEqualTo(answer.Value - problem.Aims.Value(RandomPlacement.BruteForce(forced)), $"case {i}");
                }
        }
    }
}
