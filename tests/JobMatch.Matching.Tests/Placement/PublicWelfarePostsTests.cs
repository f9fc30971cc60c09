using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

/// <summary>A plan never sends a household where one of its two would rule the other out by the gate of public-welfare posts.</summary>
public class PublicWelfarePostsTests
{
    private static readonly PostingProfile Limited = A.Posting with { Id = 100, Kind = PostingKind.PublicWelfare, OnePerHousehold = true, Quotas = [new(1000, PlaceKind.Fixed, A.Home, 3)] };
    private static readonly PostingProfile Plain = Limited with { Id = 101, OnePerHousehold = false, Quotas = [new(1001, PlaceKind.Fixed, A.Home, 3)] };
    private static readonly PostingProfile Factory = A.Posting with { Id = 102, Quotas = [new(1002, PlaceKind.Fixed, A.Home, 1)] };

    [Fact]
    public void Beside_a_post_that_takes_one_of_a_household_no_other_public_welfare_post_goes_to_it() => Placed(2, Limited, Only(Plain, 1)).ShouldBe(1);

    [Fact]
    public void Where_no_post_says_so_a_household_may_have_several() => Placed(2, Plain).ShouldBe(2);

    [Fact]
    public void Several_plain_ones_come_before_the_one_that_would_be_alone() => Placed(3, Limited, Plain).ShouldBe(3);

    [Fact]
    public void Other_work_is_not_touched() => Placed(3, Limited, Only(Plain, 1), Factory).ShouldBe(2);

    [Fact]
    public void Of_other_households_each_has_its_own() => Placed(3, shared: false, Limited, Plain).ShouldBe(3);

    private static PostingProfile Only(PostingProfile posting, int vacancies) => posting with { Quotas = [posting.Quotas[0] with { Vacancies = vacancies }] };

    private static int Placed(int people, params PostingProfile[] postings) => Placed(people, shared: true, postings);

    private static int Placed(int people, bool shared, params PostingProfile[] postings)
    {
        var workers = Enumerable.Range(1, people).Select(id => A.Worker with { Id = id, HouseholdId = shared ? 1 : id }).ToList();
        var problem = new PlacementProblem([.. workers.Select(w => new PlacementPerson(w.Id, w.HouseholdId, false))], GatedPairs.QuotasOf(postings), GatedPairs.Of(workers, postings, A.Context));
        var answer = PlacementSolver.Solve(problem);
        PlacementChecker.Check(problem, answer).ShouldBeEmpty();
        return answer.Score.People;
    }
}
