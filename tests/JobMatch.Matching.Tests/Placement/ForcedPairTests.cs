using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

/// <summary>What sending somebody somewhere truly costs, against the best of all plans that has the pair.</summary>
public sealed class ForcedPairTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    public void It_is_what_brute_force_finds_and_never_under_the_bound_of_the_prices(int seed, double plains)
    {
        var random = new Random(seed);
        var (asked, dear, none, several) = (0, 0, 0, 0);
        for (var i = 0; i < 250; i++)
        {
            var problem = RandomPlacement.Make(random, mostPeople: 6, mostQuotas: 4, plains: plains, precedence: plains > 0);
            var answer = PlacementSolver.Solve(problem);
            var (prices, rest) = (PlacementPrices.Of(problem, answer), new LockedRows(problem));
            for (var person = 0; person < problem.People.Count; person++)
                foreach (var posting in problem.Quotas.Select((quota, at) => (quota.PostingId, at)).GroupBy(quota => quota.PostingId, quota => quota.at))
                {
                    var (who, quotas) = (person, posting.ToList());
                    var open = quotas.FindAll(quota => problem.Pairs.ScoreOf(who, quota) >= 0 && (rest.IsFree(who, quota) || answer.QuotaOf[who] == quota));
                    var forced = ForcedPair.Of(problem, answer, person, quotas);
                    (forced is null).ShouldBe(open.Count == 0, $"case {i}: {person} to posting {posting.Key}");
                    none += forced is null ? 1 : 0;
                    if (forced is null) continue;
                    forced.IsExact.ShouldBeTrue();
                    Check(problem, forced, person, $"case {i}: {person} to posting {posting.Key}");
                    if (open.Contains(answer.QuotaOf[person])) forced.Loss.ShouldBe(0, "what the plan does costs nothing");
                    else
                    {
                        forced.Loss.ShouldBe(open.Min(quota => answer.Value - problem.Aims.Value(RandomPlacement.BruteForce(problem.WithLock(new(who, quota))))), $"case {i}");
                        forced.Loss.ShouldBeGreaterThanOrEqualTo(open.Min(quota => prices.LeastLoss(problem.Pairs.Row(who), problem.Quotas, PricedPerson.Of(problem, who), quota, answer.QuotaOf[who], at => rest.IsFree(who, at))!.Value));
                    }

                    (asked, dear, several) = (asked + 1, dear + (forced.Loss > 0 ? 1 : 0), several + (open.Count > 1 ? 1 : 0));
                }
        }

        // The cases are hard enough to say something.
        asked.ShouldBeGreaterThan(500);
        dear.ShouldBeGreaterThan(asked / 10);
        none.ShouldBeGreaterThan(50);
        several.ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData(11, 60, 20)]
    [InlineData(12, 200, 60)]
    public void In_larger_plans_it_moves_few_and_keeps_every_limit(int seed, int people, int quotas)
    {
        var random = new Random(seed);
        var (moves, asked) = (0, 0);
        for (var i = 0; i < 10; i++)
        {
            var problem = RandomPlacement.Make(random, people, quotas, density: 0.3, singles: 0.15, precedence: true);
            var answer = PlacementSolver.Solve(problem);
            foreach (var person in Enumerable.Range(0, problem.People.Count).Where(person => !problem.Pairs.Row(person).IsEmpty).Take(8))
            {
                if (ForcedPair.Of(problem, answer, person, [problem.Pairs.Row(person).ToArray()[0].Quota]) is not { IsExact: true } forced) continue;
                Check(problem, forced, person, $"case {i}: {person}");
                ForcedPair.Of(problem, answer, person, [forced.Quota])!.After.QuotaOf.ShouldBe(forced.After.QuotaOf, "the same again");
                (moves, asked) = (moves + forced.Moves.Count, asked + 1);
            }
        }

        asked.ShouldBeGreaterThan(30);
        ((double)moves / asked).ShouldBeLessThan(MostMoves);
    }

    private const int MostMoves = 8;

    [Fact]
    public void Others_who_only_changed_between_equal_places_stay_where_they_were()
    {
        // She takes the one place of hers; two others could as well change places with each other, wherever each of them goes is worth the same.
        PlacementPerson[] people = [new(1, 1, false), new(2, 2, false), new(3, 3, false), new(4, 4, false)];
        var pairs = PlacementPairs.Of([[new(0, 50)], [new(0, 60)], [new(1, 40), new(2, 40)], [new(1, 40), new(2, 40)]]);
        var problem = new PlacementProblem(people, [.. Enumerable.Range(0, 3).Select(i => new PlacementQuota(i + 1, i + 1, 1, WelfarePost.None))], pairs);
        FewerMoves.From(problem, [-1, 0, 1, 2], [0, -1, 2, 1], 0).ShouldBe([0, -1, 1, 2]);
    }

    [Fact]
    public void Whoever_the_locked_rows_leave_no_room_goes_nowhere()
    {
        var pairs = PlacementPairs.Of([[new(0, 50)], [new(0, 60), new(1, 10)]]);
        PlacementPerson[] people = [new(1, 1, false), new(2, 1, false)];
        PlacementQuota[] quotas = [new(1, 1, 1, WelfarePost.OnePerHousehold), new(2, 2, 1, WelfarePost.OnePerHousehold)];
        var problem = new PlacementProblem(people, quotas, pairs, [new(0, 0)]);
        var answer = PlacementSolver.Solve(problem);
        ForcedPair.Of(problem, answer, 1, [0]).ShouldBeNull("it is taken");
        ForcedPair.Of(problem, answer, 1, [1]).ShouldBeNull("the household has its post");
        ForcedPair.Of(problem, answer, 0, [1]).ShouldBeNull("no pair, and she is kept");
        ForcedPair.Of(problem, answer, 0, [0, 1])!.Loss.ShouldBe(0);
    }

    [Fact]
    public void What_is_not_proved_is_not_called_exact()
    {
        var (random, open) = (new Random(41), 0);
        for (var i = 0; i < 400 && open == 0; i++)
        {
            var problem = RandomPlacement.Make(random, 40, 12, singles: 1, locks: false);
            var answer = PlacementSolver.Solve(problem, new PlacementLimits { MostCases = 1 });
            if (answer.IsOptimal) continue;
            open++;
            var person = Enumerable.Range(0, problem.People.Count).First(one => problem.Pairs.Row(one).ToArray().Any(pair => problem.Quotas[pair.Quota].Vacancies > 0 && pair.Quota != answer.QuotaOf[one]));
            ForcedPair.Of(problem, answer, person, [.. problem.Pairs.Row(person).ToArray().Select(pair => pair.Quota).Where(quota => quota != answer.QuotaOf[person])])!.IsExact.ShouldBeFalse();
        }

        open.ShouldBe(1);
    }

    /// <summary>The plan with her there is a plan, is worth what it says and is proved; the moves lead to it from the plan before.</summary>
    private static void Check(PlacementProblem problem, ForcedPair forced, int person, string what)
    {
        forced.After.QuotaOf[person].ShouldBe(forced.Quota, what);
        var asked = problem.Locks.Any(row => row.Person == person) || forced.After == forced.Before ? problem : problem.WithLock(new(person, forced.Quota));
        PlacementChecker.Check(asked, forced.After).ShouldBeEmpty(what);
        var lost = forced.Lost;
        problem.Aims.Value(lost).ShouldBe(forced.Loss, what);
        var plan = forced.Before.QuotaOf.ToArray();
        foreach (var move in forced.Moves)
        {
            plan[move.Person].ShouldBe(move.From);
            plan[move.Person] = move.To;
        }

        plan.ShouldBe(forced.After.QuotaOf, what);
    }
}
