namespace JobMatch.Matching.Tests.Criteria;

internal static class AloneExtensions
{
    /// <summary>The fit with all other criteria ignored.</summary>
    public static Fit Alone(this Criterion criterion, WorkerProfile worker, PostingProfile posting, FitContext? context = null)
    {
        var weights = new FitOptions().ToWeights();
        foreach (var other in Enum.GetValues<Criterion>()) if (other != criterion) weights = weights.With(other, Importance.Ignore);
        return A.Fit(worker, posting, (context ?? A.Context) with { Weights = weights });
    }

    public static void ShouldBeUnknown(this Fit fit, GapCode gap, params long[] values)
    {
        fit.Score.ShouldBe(20);
        fit.Confidence.ShouldBe(0);
        fit.Reasons.Where(reason => reason.Criterion is not null).ShouldAllBe(reason => reason.Assumed);
        fit.Gaps.ShouldContain(item => item.Code == gap && item.Values.SequenceEqual(values));
    }
}
