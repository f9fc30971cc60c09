namespace JobMatch.Matching.Tests;

/// <summary>What staff do not look at says nothing: no points, no number, nothing to record.</summary>
public sealed class IgnoredSideTests
{
    private static readonly WorkerProfile CannotIron = A.Worker with { Mandarin = Mandarin.Unknown };
    private static readonly PostingProfile Asks = A.Posting with { Skills = [new(A.Ironing, 2, Must: true)], Mandarin = Mandarin.Conversational };

    [Fact]
    public void An_ignored_criterion_asks_for_nothing_and_others_still_do()
    {
        A.Fit(CannotIron, Asks).Gaps.ShouldContain(gap => gap.Code == GapCode.SkillMissing);
        var fit = Ignoring(Criterion.SkillCover);
        fit.Gaps.ShouldNotContain(gap => gap.Code == GapCode.SkillMissing);
        fit.Gaps.ShouldContain(gap => gap.Code == GapCode.Record && gap.Values[0] == (long)WorkerFact.Mandarin);
    }

    [Fact]
    public void A_gate_asks_whatever_is_ignored()
    {
        var asked = A.Fit(A.Worker with { Mobility = Mobility.Unknown }, context: Without(Enum.GetValues<Criterion>()));
        asked.Gaps.ShouldContain(gap => gap.Code == GapCode.Record && gap.Values[0] == (long)WorkerFact.Mobility);
    }

    [Fact]
    public void A_side_that_is_ignored_has_no_number()
    {
        A.Fit().NotWeighed.ShouldBeEmpty();
        var fit = Ignoring([.. Enum.GetValues<Criterion>().Where(criterion => CriterionList.SideOf(criterion) == Side.SuitsPost)]);
        fit.NotWeighed.ShouldBe([Side.SuitsPost]);
        (fit.Of(Side.SuitsPost), fit.Of(Side.SuitsPerson)).ShouldBe((null, fit.Score));
        Ignoring(Enum.GetValues<Criterion>()).NotWeighed.ShouldBe([Side.SuitsPost, Side.SuitsPerson]);
    }

    private static Fit Ignoring(params Criterion[] criteria) => A.Fit(CannotIron, Asks, Without(criteria));

    private static FitContext Without(params Criterion[] criteria) =>
        A.Context with { Weights = criteria.Aggregate(new FitOptions().ToWeights(), (weights, criterion) => weights.With(criterion, Importance.Ignore)) };
}
