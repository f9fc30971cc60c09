using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

public sealed class PlacementSolverTests
{
    private static readonly PlacementLimits Patient = new() { MostCases = 5_000 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Small_plans_equal_brute_force_and_carry_their_proof(int seed)
    {
        var random = new Random(seed);
        var (limited, split, helped) = (0, 0, 0);
        for (var i = 0; i < 1_000; i++)
        {
            var problem = RandomPlacement.Make(random, mostPeople: 6, mostQuotas: 4, precedence: seed % 2 == 0);
            var answer = PlacementSolver.Solve(problem, Patient);
            var best = RandomPlacement.BruteForce(problem);
            answer.Value.ShouldBe(problem.Aims.Value(best), $"case {i}");
            answer.IsOptimal.ShouldBeTrue();
            PlacementChecker.Check(problem, answer).ShouldBeEmpty($"case {i}");
            limited += answer.Certificate.Cases[0].LimitPrices.Any(price => price > 0) ? 1 : 0;
            split += answer.Certificate.Cases.Count > 1 ? 1 : 0;
            helped += best.Households > 0 ? 1 : 0;
        }
        // The cases are hard enough to say something.
        limited.ShouldBeGreaterThan(20);
        split.ShouldBeGreaterThan(0);
        helped.ShouldBeGreaterThan(300);
    }

    [Theory]
    [InlineData(11, 60, 20)]
    [InlineData(12, 200, 60)]
    [InlineData(13, 600, 80)]
    [InlineData(14, 200, 60)]
    [InlineData(16, 200, 60)]
    public void Larger_plans_prove_themselves_and_beat_the_simple_ones(int seed, int people, int quotas)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var problem = RandomPlacement.Make(random, people, quotas, density: 0.3, singles: 0.15, precedence: seed % 2 == 0);
            var answer = PlacementSolver.Solve(problem, Patient);
            PlacementChecker.Check(problem, answer).ShouldBeEmpty($"case {i}");
            answer.IsOptimal.ShouldBeTrue($"case {i}: {answer.Value} of {answer.Bound}, {answer.Effort}");
            foreach (var simple in (int[][])[SimplePlans.FirstCome(problem), SimplePlans.BestPairFirst(problem)])
            {
                PlacementChecker.Check(problem, answer with { QuotaOf = simple }).ShouldNotContain(fault => fault.Contains("may not", StringComparison.Ordinal) || fault.Contains("household, which", StringComparison.Ordinal));
                problem.Aims.Value(problem.ScoreOf(simple)).ShouldBeLessThanOrEqualTo(answer.Value);
            }
        }
    }

    [Fact]
    public void A_good_answer_with_one_thing_changed_is_refused()
    {
        var random = new Random(21);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var problem = RandomPlacement.Make(random, 12, 6, precedence: i % 2 == 0);
            var answer = PlacementSolver.Solve(problem, Patient);
            foreach (var wrong in Corrupted(random, problem, answer))
            {
                PlacementChecker.Check(problem, wrong).ShouldNotBeEmpty($"case {i}");
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(1_500);
    }

    [Fact]
    public void Cases_that_leave_a_plan_out_prove_nothing()
    {
        var random = new Random(31);
        for (var i = 0; ; i++)
        {
            var problem = RandomPlacement.Make(random, 6, 4, locks: false);
            var answer = PlacementSolver.Solve(problem, Patient);
            if (answer.Certificate.Cases.Count < 2) continue;
            foreach (var one in answer.Certificate.Cases)
            {
                var without = answer with { Certificate = new([.. answer.Certificate.Cases.Where(other => other != one)]) };
                PlacementChecker.Check(problem, without).ShouldContain("The cases do not cover every plan.");
            }
            return;
        }
    }

    [Fact]
    public void The_checker_refuses_a_pair_under_the_least_score()
    {
        var asked = RandomPlacement.Make(new Random(7), 12, 5, singles: 0, locks: false);
        var answer = PlacementSolver.Solve(asked, Patient);
        var placed = Enumerable.Range(0, asked.People.Count).Where(person => answer.QuotaOf[person] >= 0).ToList();
        var least = placed.Min(person => asked.Pairs.ScoreOf(person, answer.QuotaOf[person]));
        PlacementProblem With(int score) => new(asked.People, asked.Quotas, asked.Pairs, asked.Locks, asked.PeopleCount) { LeastScore = score };
        PlacementChecker.Check(With(least), answer).ShouldBeEmpty();
        PlacementChecker.Check(With(least + 1), answer).ShouldContain(fault => fault.Contains($"under {least + 1}", StringComparison.Ordinal));
        var filtered = new PlacementProblem(asked.People, asked.Quotas, asked.Pairs.AtLeast(least + 1), [], asked.PeopleCount) { LeastScore = least + 1 };
        PlacementChecker.Check(filtered, PlacementSolver.Solve(filtered, Patient)).ShouldBeEmpty();
    }

    [Fact]
    public void A_search_that_is_cut_short_says_how_much_better_a_plan_could_be()
    {
        var random = new Random(41);
        for (var short1 = 0; short1 == 0;)
        {
            var problem = RandomPlacement.Make(random, 40, 12, singles: 1, locks: false);
            var answer = PlacementSolver.Solve(problem, new PlacementLimits { MostCases = 1 });
            PlacementChecker.Check(problem, answer).ShouldBeEmpty();
            if (answer.IsOptimal) continue;
            short1++;
            var full = PlacementSolver.Solve(problem, Patient);
            full.IsOptimal.ShouldBeTrue();
            full.Value.ShouldBeInRange(answer.Value, answer.Bound);
            if (answer.IsReachProved(problem.Aims)) (full.Score.Households, full.Score.People).ShouldBe((answer.Score.Households, answer.Score.People));
        }
    }

    /// <summary>After the dive the solver stands at another of equal solutions, one that is a plan already.</summary>
    [Fact]
    public void A_plan_met_on_the_way_back_from_a_dive_counts()
    {
        var pairs = PlacementPairs.Of(
        [
            [new(1, 58), new(2, 68), new(3, 74)], [new(0, 76), new(3, 47)], [new(0, 96), new(2, 30), new(3, 83)], [new(0, 74), new(2, 88), new(3, 73)], [new(3, 46)], [new(2, 82)],
        ]);
        PlacementPerson[] people = [new(1, 1, true), new(2, 1, true), new(3, 2, false), new(4, 2, false), new(5, 1, true), new(6, 1, true)];
        var problem = new PlacementProblem(people, [.. new[] { 2, 1, 1, 0 }.Select((vacancies, i) => new PlacementQuota(i + 1, i + 1, vacancies, WelfarePost.OnePerHousehold))], pairs);
        var answer = PlacementSolver.Solve(problem);
        PlacementChecker.Check(problem, answer).ShouldBeEmpty();
        answer.Score.ShouldBe(RandomPlacement.BruteForce(problem));
    }

    [Fact]
    public void Whoever_fits_best_where_nothing_is_vacant_gets_what_is()
    {
        var scores = Enumerable.Range(0, 300).Select(quota => new PlacementPair(quota, quota < 290 ? 90 : 10)).ToArray();
        var problem = new PlacementProblem(
            [.. Enumerable.Range(1, 40).Select(id => new PlacementPerson(id, id / 2, true))],
            [.. Enumerable.Range(0, 300).Select(quota => new PlacementQuota(quota + 1, quota + 1, quota == 297 ? 1 : 0, WelfarePost.None))], PlacementPairs.Of([.. Enumerable.Repeat(scores, 40)]));
        var answer = PlacementSolver.Solve(problem);
        answer.QuotaOf.ShouldContain(297);
        PlacementChecker.Check(problem, answer).ShouldBeEmpty();
    }

    [Fact]
    public void Stopping_leaves_no_plan()
    {
        var problem = RandomPlacement.Make(new Random(1), 30, 10);
        Should.Throw<OperationCanceledException>(() => PlacementSolver.Solve(problem, cancel: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Locks_that_cannot_stand_are_refused()
    {
        var pairs = PlacementPairs.Of([[new(0, 50)], [new(0, 60), new(1, 10)]]);
        PlacementPerson[] people = [new(1, 1, false), new(2, 1, false)];
        PlacementProblem With(params PlacementLock[] locks) => new(people, [new(1, 1, 1, WelfarePost.OnePerHousehold), new(2, 1, 2, WelfarePost.OnePerHousehold)], pairs, locks);
        Should.Throw<ArgumentException>(() => With(new PlacementLock(0, 1)));
        Should.Throw<ArgumentException>(() => With(new PlacementLock(0, 0), new PlacementLock(1, 1)));
        Should.Throw<ArgumentException>(() => With(new PlacementLock(1, 0), new PlacementLock(1, 1)));
        PlacementSolver.Solve(With(new PlacementLock(0, 0))).QuotaOf.ShouldBe([0, -1]);
    }

    [Fact]
    public void Numbers_that_would_not_fit_are_refused() =>
        Should.Throw<ArgumentException>(() => PlacementAims.Of(40_000_000, [new(1, 1, 40_000_000, WelfarePost.None)], peopleCount: true));

    private static IEnumerable<PlacementAnswer> Corrupted(Random random, PlacementProblem problem, PlacementAnswer answer)
    {
        yield return answer with { Value = answer.Value + 1 };
        yield return answer with { Bound = answer.Bound - 1 };
        yield return answer with { Bound = answer.Bound + 1 };
        yield return answer with { Score = answer.Score with { Points = answer.Score.Points + 1 } };
        var person = random.Next(problem.People.Count);
        // Whoever has work and scores nothing adds nothing to a plan: it is as good a one with and without her.
        var addsNothing = problem.People[person].Works && problem.Pairs.ScoreOf(person, Math.Max(0, answer.QuotaOf[person])) == 0;
        if (!addsNothing) yield return answer with { QuotaOf = [.. answer.QuotaOf.Select((quota, i) => i != person ? quota : quota >= 0 ? -1 : 0)] };
        var first = answer.Certificate.Cases[0];
        yield return answer with { Certificate = new([.. answer.Certificate.Cases.Skip(1), first with { QuotaPrices = [.. first.QuotaPrices.Select(price => -1 - price)] }]) };
        var open = problem.Quotas.Select((quota, i) => (Left: quota.Vacancies - problem.Locks.Count(row => row.Quota == i), i)).Where(quota => quota.Left > 0).ToList();
        if (open.Count > 0 && answer.Certificate.Cases.Count == 1)
        {
            // Beyond what anybody would pay, a vacancy's price only adds to the bound.
            var dear = open[random.Next(open.Count)].i;
            var most = problem.Aims.Household + problem.Aims.Person + 200;
            yield return answer with { Certificate = new([first with { QuotaPrices = [.. first.QuotaPrices.Select((price, i) => i == dear ? most * 40 : price)] }]) };
        }
    }
}
