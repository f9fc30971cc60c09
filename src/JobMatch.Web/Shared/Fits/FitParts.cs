using JobMatch.Matching;

namespace JobMatch.Web.Shared.Fits;

/// <summary>A fit as the parts of the pages show it.</summary>
public static class FitParts
{
    /// <summary>For a card: a few reasons in favour without points, then a few gaps. The rest is one click away.</summary>
    public static IReadOnlyList<Parts.Reason> ForCard(this FitTexts texts, Fit fit, Audience audience, int reasons = 3, int gaps = 2)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(fit);
        return
        [
            .. Remark(fit).Concat(FitTexts.InFavour(fit).Where(reason => reason.Criterion is not null)).Take(reasons).Select(reason => new Parts.Reason(texts.Of(reason))),
            .. InOrder(fit.Gaps).Take(gaps).Select(gap => new Parts.Reason(texts.Of(gap, audience), IsGap: true)),
        ];
    }

    /// <summary>Everything, with points: reasons as ranked, then all gaps.</summary>
    public static IReadOnlyList<Parts.Reason> InFull(this FitTexts texts, Fit fit, Audience audience, bool points)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(fit);
        return
        [
            .. fit.Reasons.Select(reason => new Parts.Reason(texts.Of(reason), IsGap: reason.Assumed || FitTexts.SpeaksAgainst(reason.Code), Points: points && reason.Criterion is not null ? reason.Points : null)),
            .. InOrder(fit.Gaps).Select(gap => new Parts.Reason(texts.Of(gap, audience), IsGap: true)),
        ];
    }

    /// <summary>Both sides and the number.</summary>
    public static Parts.FitScore ToScore(this Fit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new Parts.FitScore(fit.Score, fit.Of(Side.SuitsPost), fit.Of(Side.SuitsPerson));
    }

    // One remark leads a card; several would say the same in other words.
    private static IEnumerable<Reason> Remark(Fit fit) => FitTexts.InFavour(fit).Where(reason => reason.Criterion is null).OrderBy(reason => reason.Code).Take(1);

    // What one can do about comes first, what to ask next, what the station should record last.
    private static IEnumerable<Gap> InOrder(IEnumerable<Gap> gaps) => gaps.OrderBy(gap => (int)gap.Code);
}
