using JobMatch.Occupations.Titles;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations.Titles;

public class RankingFiguresTests
{
    [Fact]
    public void Figures_are_those_counted_by_hand()
    {
        // Relevant at places 1, 3 and 6 of six: AP = (1/1 + 2/3 + 3/6) / 3; gain = 1 + 1/2 + 1/log2(7) of 1 + 1/log2(3) + 1/2.
        var first = ((IReadOnlyList<int>)[4, 0, 2, 1, 5, 3], (IReadOnlySet<int>)new HashSet<int> { 4, 2, 3 });
        // Relevant at place 2 only.
        var second = ((IReadOnlyList<int>)[0, 1, 2, 3, 4, 5], (IReadOnlySet<int>)new HashSet<int> { 1 });
        // Nothing is relevant: the query does not count.
        var third = ((IReadOnlyList<int>)[0, 1, 2, 3, 4, 5], (IReadOnlySet<int>)new HashSet<int>());

        var figures = RankingFigures.Of([first, second, third]);

        figures.Queries.ShouldBe(2);
        figures.MeanAveragePrecision.ShouldBe((13.0 / 18 + 0.5) / 2, 1e-9);
        figures.DiscountedGain.ShouldBe(((1.5 + 1 / Math.Log2(7)) / (1.5 + 1 / Math.Log2(3)) + 1 / Math.Log2(3)) / 2, 1e-9);
        figures.ReciprocalRank.ShouldBe(0.75, 1e-9);
        figures.PrecisionAtFive.ShouldBe((0.4 + 0.2) / 2, 1e-9);
    }

    [Fact]
    public void A_relevant_title_that_is_never_ranked_costs_precision() =>
        RankingFigures.Of([([0], new HashSet<int> { 0, 1 })]).MeanAveragePrecision.ShouldBe(0.5, 1e-9);
}
