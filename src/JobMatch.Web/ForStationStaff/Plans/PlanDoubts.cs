using JobMatch.Matching;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>
/// What a clerk asks before somebody is sent. Only what may really come in the way: pay well under what she named, a way that nobody knows she would go, nights at her age or with weak capacity, an age that the employer did not wish for, or a poor fit although enough is recorded to
/// judge by; and of the employer, once a posting, what it does not say and somebody cannot do. Facts that are merely missing from the ledger lower a score; they are no doubt about the pair.
/// </summary>
/// <param name="Gaps">What is to be asked of her, the gravest first.</param>
/// <param name="Employer">What is to be asked of the employer.</param>
/// <param name="FitsPoorly">Enough is known, and it fits poorly.</param>
public sealed record PlanDoubts(IReadOnlyList<Gap> Gaps, IReadOnlyList<Gap> Employer, bool FitsPoorly)
{
    /// <summary>A pair with less fits poorly, or too little is recorded.</summary>
    public const int LowScore = 40;

    /// <summary>From this confidence a low score speaks of the pair; under it, of the ledger.</summary>
    public const int KnownFrom = 60;

    /// <summary>Offered pay under this percent of what she named is asked about; a little less is usual.</summary>
    private const int PayPercent = 80;

    /// <summary>Metres that anybody is taken to go who has not said how far.</summary>
    private const int Near = 5_000;

    public static PlanDoubts None { get; } = new([], [], false);

    /// <summary>She herself is to be asked first.</summary>
    public bool Any => FitsPoorly || Gaps.Count > 0;

    /// <param name="fit">As the station sees it; null when a record is gone: nothing can be said.</param>
    /// <param name="capacity">What she can do.</param>
    public static PlanDoubts Of(Fit? fit, LabourCapacity capacity) => fit is null ? None : new(
        [.. fit.Gaps.Where(gap => IsDoubt(gap, fit)).OrderBy(gap => gap.Code)], [.. fit.Gaps.Where(gap => IsForEmployer(gap, capacity)).OrderBy(gap => gap.Code)],
        fit.Score < LowScore && fit.Confidence >= KnownFrom);

    private static bool IsForEmployer(Gap gap, LabourCapacity capacity) => gap.Code is GapCode.AskDuty or GapCode.AskPlace || (gap.Code == GapCode.AskStrain && capacity == LabourCapacity.WeakOrHalf);

    private static bool IsDoubt(Gap gap, Fit fit) => gap.Code switch
    {
        GapCode.WageBelowFloor => gap.Values[0] * 100 < gap.Values[1] * PayPercent,
        GapCode.NightsAtAge or GapCode.NightsWhenWeak or GapCode.AgeOutsidePreference => true,
        GapCode.Record => (WorkerFact)gap.Values[0] is WorkerFact.Mobility or WorkerFact.Home && !IsNear(fit),
        _ => false,
    };

    private static bool IsNear(Fit fit) => fit.Reasons.Any(reason =>
        reason.Code is ReasonCode.TravelAtHome or ReasonCode.TravelSameSettlement or ReasonCode.TravelSameTownship || (reason.Code == ReasonCode.TravelDistance && reason.Values[0] <= Near));
}
