using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

/// <summary>Posts that take groups first: who is in them goes before others, and is not pushed out of better work for it.</summary>
public sealed class PrecedenceTests
{
    private const HardshipGroup Eligible = HardshipGroup.Disabled | HardshipGroup.LowIncomeAllowance;
    private static readonly PostingProfile Welfare = A.Posting with { Id = 100, Kind = PostingKind.PublicWelfare, GroupRule = GroupRule.First, EligibleGroups = Eligible, Quotas = [new(1000, PlaceKind.Fixed, A.Home, 1)] };
    private static readonly PostingProfile Relief = Welfare with { Id = 101, Kind = PostingKind.WorkRelief, EligibleGroups = HardshipGroup.Resettled, Quotas = [new(1001, PlaceKind.Fixed, A.Home, 1)] };
    private static readonly PostingProfile Factory = A.Posting with { Id = 102, Quotas = [new(1002, PlaceKind.Fixed, A.Home, 1)] };
    private static readonly WorkerProfile Skilled = A.Worker with { Id = 1, HouseholdId = 1 };

    /// <summary>Fits worse: another occupation, no skill.</summary>
    private static readonly WorkerProfile Unskilled = A.Worker with { Id = 2, HouseholdId = 2, Skills = [], Occupations = [], TrainingsDone = [] };

    [Fact]
    public void Who_is_in_the_group_goes_before_who_fits_better() =>
        PlacedAt([Skilled, In(Unskilled, HardshipGroup.Disabled)], Welfare).ShouldBe([0, 100]);

    [Fact]
    public void Others_go_when_nobody_of_the_group_waits() => PlacedAt([Skilled, Unskilled], Welfare).ShouldBe([100, 0]);

    [Fact]
    public void A_post_without_such_a_rule_goes_by_fit() => PlacedAt([Skilled, In(Unskilled, HardshipGroup.Disabled)], Welfare with { GroupRule = GroupRule.None }).ShouldBe([100, 0]);

    [Fact]
    public void Who_has_other_work_need_not_take_the_place() =>
        PlacedAt([In(Skilled, HardshipGroup.Disabled), Unskilled], Welfare, Factory with { Skills = [new(A.Sewing, 2, Must: true)], Occupations = [A.Sewer] }).ShouldAllBe(posting => posting != 0);

    [Fact]
    public void Who_has_work_does_not_wait_for_a_place()
    {
        PlacedAt([In(Skilled, HardshipGroup.Disabled) with { Employed = true }, Unskilled], Welfare).ShouldBe([0, 100], "nobody waits who comes first, so whoever has no work has it");
        PlacedAt([Skilled with { Employed = true }, Unskilled], Factory with { Skills = [], Occupations = [] }).ShouldBe([0, 102], "also elsewhere");
        PlacedAt([Skilled with { Employed = true }], Factory).ShouldBe([102], "she may change where a place is left");
    }

    [Fact]
    public void A_family_without_work_still_comes_first() =>
        PlacedAt([Skilled with { ZeroEmploymentHousehold = true }, In(Unskilled, HardshipGroup.Disabled)], Welfare).ShouldBe([100, 0]);

    [Fact]
    public void Hardship_comes_before_resettlement_where_both_count()
    {
        var both = Unskilled with { Groups = [new(HardshipGroup.Disabled, null), new(HardshipGroup.Resettled, null)] };
        var resettled = In(Skilled, HardshipGroup.Resettled);
        PlacedAt([resettled, resettled with { Id = 3, HouseholdId = 3 }, both, resettled with { Id = 4, HouseholdId = 4 }], Welfare, Relief)[2].ShouldNotBe(0);
    }

    [Theory]
    [InlineData(HardshipGroup.Disabled, Precedences.Hardship)]
    [InlineData(HardshipGroup.Resettled, Precedences.Resettled)]
    [InlineData(HardshipGroup.LostLand, Precedences.None)]
    public void It_is_by_the_groups_that_posts_of_hers_take_first(HardshipGroup group, int precedence) => PrecedenceOf(In(Skilled, group), Welfare, Relief).ShouldBe(precedence);

    [Fact]
    public void A_post_that_she_may_not_take_gives_none() => PrecedenceOf(In(Skilled, HardshipGroup.Disabled), Welfare with { LegalAge = LegalAge.Same(50, null) }, Factory).ShouldBe(Precedences.None);

    [Fact]
    public void A_group_that_ends_before_the_start_gives_none() =>
        PrecedenceOf(Skilled with { Groups = [new(HardshipGroup.Disabled, A.Day.AddDays(10))] }, Welfare with { StartDay = A.Day.AddDays(30) }).ShouldBe(Precedences.None);

    /// <summary>Of a best plan: whoever holds a place and comes less first than somebody who waits for it helps her family by it.</summary>
    [Fact]
    public void Nobody_waits_for_a_place_that_somebody_has_who_comes_after_her()
    {
        var (random, waiting) = (new Random(5), 0);
        for (var i = 0; i < 400; i++)
        {
            var problem = RandomPlacement.Make(random, 12, 4, singles: 0, plains: 0, precedence: true);
            var plan = PlacementSolver.Solve(problem).QuotaOf;
            foreach (var waits in Enumerable.Range(0, plan.Count).Where(person => plan[person] < 0))
                foreach (var holds in Enumerable.Range(0, plan.Count).Where(person => plan[person] >= 0 && problem.Pairs.ScoreOf(waits, plan[person]) >= 0 && problem.Locks.All(row => row.Person != person)))
                {
                    waiting++;
                    var helps = problem.People[holds].ZeroEmployment && Enumerable.Range(0, plan.Count).Count(person => plan[person] >= 0 && problem.HouseholdOf(person) == problem.HouseholdOf(holds)) == 1;
                    if (helps) continue;
                    if (problem.PeopleCount) (problem.People[holds].Works && !problem.People[waits].Works).ShouldBeFalse($"case {i}: {waits} waits without work, {holds} has some");
                    if (problem.People[holds].Works == problem.People[waits].Works) problem.People[holds].Precedence.ShouldBeGreaterThanOrEqualTo(problem.People[waits].Precedence, $"case {i}: {waits} waits, {holds} goes");
                }
        }
        waiting.ShouldBeGreaterThan(300);
    }

    private static WorkerProfile In(WorkerProfile worker, HardshipGroup group) => worker with { Groups = [new(group, null)] };

    private static int PrecedenceOf(WorkerProfile worker, params PostingProfile[] postings) =>
        GatedPairs.PrecedenceOf([worker], postings, A.Context, GatedPairs.Of([worker], postings, A.Context)).Single();

    /// <summary>Per person the posting where the plan sends her, 0 where nowhere.</summary>
    private static long[] PlacedAt(WorkerProfile[] workers, params PostingProfile[] postings)
    {
        var (pairs, quotas) = (GatedPairs.Of(workers, postings, A.Context), GatedPairs.QuotasOf(postings));
        var precedence = GatedPairs.PrecedenceOf(workers, postings, A.Context, pairs);
        var problem = new PlacementProblem([.. workers.Select((w, i) => new PlacementPerson(w.Id, w.HouseholdId, w.ZeroEmploymentHousehold, precedence[i], w.Employed))], quotas, pairs);
        var answer = PlacementSolver.Solve(problem);
        PlacementChecker.Check(problem, answer).ShouldBeEmpty();
        return [.. answer.QuotaOf.Select(quota => quota < 0 ? 0 : quotas[quota].PostingId)];
    }
}
