using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>What is told of a server: how it stands now, and in the past what was wrong before.</summary>
public sealed class ElasticsearchStateTests
{
    private readonly JobMatch.TestKit.TestClock _clock = new(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_is_over_is_told_as_the_last_problem_while_the_index_catches_up_and_afterwards()
    {
        var state = new ElasticsearchState(_clock, NullLogger<ElasticsearchState>.Instance);
        state.WritesGoOn();
        (state.Problem, state.IsCatchingUp, state.Last).ShouldBe((null, false, null));

        state.WritesWait(Problem("read-only"));
        (state.Problem, state.IsCatchingUp).ShouldBe((Problem("read-only"), false));
        var at = _clock.GetUtcNow().UtcDateTime;
        _clock.Advance(TimeSpan.FromMinutes(3));

        state.WritesGoOn();
        (state.Problem, state.IsCatchingUp).ShouldBe((null, true));
        state.Waiting.ShouldNotBeNull("searches are not answered by what is behind");
        (state.Last!.Problem.Reason, state.Last.At).ShouldBe(("read-only", at));

        state.WritesAreDone();
        (state.Problem, state.IsCatchingUp, state.Waiting).ShouldBe((null, false, null));
        (state.Last!.Problem.Reason, state.Last.At).ShouldBe(("read-only", at));
    }

    [Fact]
    public void A_fault_while_it_catches_up_is_the_problem_again()
    {
        var state = new ElasticsearchState(_clock, NullLogger<ElasticsearchState>.Instance);
        state.WritesWait(Problem("away"));
        state.WritesGoOn();
        state.WritesWait(Problem("disk full"));
        (state.Problem, state.IsCatchingUp).ShouldBe((Problem("disk full"), false));
    }

    [Fact]
    public void A_search_without_an_answer_is_a_problem_until_one_has_got_one()
    {
        var state = new ElasticsearchState(_clock, NullLogger<ElasticsearchState>.Instance);
        state.SearchFailed(Problem("too slow"));
        (state.IsSilent, state.Problem).ShouldBe((true, Problem("too slow")));
        state.SearchWorked();
        (state.IsSilent, state.Problem, state.Last!.Problem.Reason).ShouldBe((false, null, "too slow"));
    }

    [Fact]
    public void A_build_tells_how_far_it_is_until_it_is_over()
    {
        var state = new ElasticsearchState(_clock, NullLogger<ElasticsearchState>.Instance);
        state.Builds((5, 10));
        state.Build.ShouldBe((5, 10));
        state.Builds(null);
        state.Build.ShouldBeNull();
    }

    private static IndexProblem Problem(string reason) => new(IndexFault.NoAnswer, reason);
}
