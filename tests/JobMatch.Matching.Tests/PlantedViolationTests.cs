namespace JobMatch.Matching.Tests;

/// <summary>A property that cannot fail proves nothing: each is given something wrong, has to notice, and has to name a small case.</summary>
public sealed class PlantedViolationTests
{
    [Fact]
    public void A_comparer_that_puts_equals_either_way_is_found() => Found(() => RankOrderTests.IsATotalOrder((a, b) => a.Score > b.Score ? -1 : 1), "antisymmetric");

    [Fact]
    public void A_comparer_that_goes_round_in_a_circle_is_found() =>
        Found(() => RankOrderTests.IsATotalOrder((a, b) => a.Id == b.Id ? 0 : ((a.Id - b.Id) % 3 + 3) % 3 == 1 ? -1 : ((a.Id - b.Id) % 3 + 3) % 3 == 2 ? 1 : a.Id.CompareTo(b.Id)), "transitive");

    [Fact]
    public void A_comparer_that_takes_different_people_for_one_is_found() => Found(() => RankOrderTests.IsATotalOrder((a, b) => a.Score.CompareTo(b.Score)), "total");

    [Fact]
    public void A_fit_that_punishes_a_skill_is_found() => Found(
        () => FitPropertyTests.GainingNeverRanksLower("skill claimed", (worker, posting, context) => FitPropertyTests.FitOf(worker, posting, context) is var fit && worker.Skills.Count > 2 ? fit with { SuitsPost = 0 } : fit),
        "Skills [");

    [Fact]
    public void A_point_that_no_side_has_is_found() => Found(
        () => FitPropertyTests.PointsAddUp((worker, posting, context) => FitPropertyTests.FitOf(worker, posting, context) is var fit && worker.Mandarin == Mandarin.Simple ? fit with { SuitsPost = fit.SuitsPost + 1 } : fit),
        "Mandarin Simple");

    [Fact]
    public void A_gate_that_closes_for_the_strong_is_found() => Found(
        () => FitPropertyTests.GatesNeverClose("more strength", (worker, posting, context) => FitPropertyTests.FitOf(
            worker.LabourCapacity == LabourCapacity.Skilled ? worker with { LabourCapacity = LabourCapacity.None } : worker, posting, context)),
        "LabourCapacity Ordinary");

    [Fact]
    public void A_reason_shown_to_everybody_is_found() => Found(() => FitPropertyTests.NothingLeaks(Audience.Employer, (fit, _) => fit), "worker:");

    /// <param name="property">Checked with something wrong.</param>
    /// <param name="names">What the smallest case has to say.</param>
    private static void Found(Action property, string names)
    {
        var failure = Should.Throw<Exception>(property).ToString();
        failure.ShouldContain("Falsifiable");
        var at = failure.IndexOf("Shrunk:", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, failure);
        var smallest = failure[at..];
        smallest.ShouldContain(names);
        smallest.Split('\n').Take(3).Sum(line => line.Length).ShouldBeLessThan(600, smallest);
    }
}
