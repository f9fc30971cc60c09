using System.Globalization;
using JobMatch.Matching;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.Shared.Fits;

/// <summary>
/// What matching found, in words: reasons, gaps and failed gates for any audience, in the language of the request. Keys are <c>Reason.*</c>,
/// <c>Gap.*</c> and <c>Gate.*</c>; a key with <c>.Resident</c> or <c>.Employer</c> behind it is said to them instead, where the doing differs. Whoever calls has
/// taken a fit for her audience already (<see cref="Fit.For"/>); nothing is hidden here.
/// </summary>
public sealed class FitTexts(Texts texts, Say say, FitNames names)
{
    /// <summary>Percent of closeness of words from which they are called very close.</summary>
    private const int VeryClose = 70;

    /// <summary>One reason, with its points only where the caller shows points.</summary>
    public string Of(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var values = reason.Values;
        return reason.Code switch
        {
            ReasonCode.SkillEvidenced or ReasonCode.SkillClaimed or ReasonCode.SkillUnknown => texts[reason.Key, names.Skill(At(values, 0))],
            ReasonCode.SkillClose => texts[reason.Key, names.Skill(At(values, 0)), names.Skill(At(values, 1))],
            ReasonCode.OccupationSame => texts[reason.Key, names.Occupation(At(values, 0)), Months(At(values, 2))],
            ReasonCode.OccupationSibling or ReasonCode.OccupationBranch =>
                texts[reason.Key, names.Occupation(At(values, 0)), Months(At(values, 2)), names.Occupation(At(values, 3))],
            ReasonCode.TrainingDone => texts[reason.Key, names.Training(At(values, 0))],
            ReasonCode.EducationMet or ReasonCode.EducationBelow => texts[reason.Key, texts.Of((Education)At(values, 0)), texts.Of((Education)At(values, 1))],
            ReasonCode.EducationUnknown => texts[reason.Key, texts.Of((Education)At(values, 0))],
            ReasonCode.MandarinMet or ReasonCode.MandarinBelow => texts[reason.Key, texts.Of((Mandarin)At(values, 0)), texts.Of((Mandarin)At(values, 1))],
            ReasonCode.MandarinUnknown => texts[reason.Key, texts.Of((Mandarin)At(values, 0))],
            ReasonCode.TravelDistance => Travel(At(values, 0)),
            ReasonCode.WageMeetsFloor when IsLittleWork(At(values, 2), At(values, 1)) => texts["Reason.WageMeetsFloor.LittleWork", AMonth(At(values, 0)), AMonth(At(values, 2)), AMonth(At(values, 1))],
            ReasonCode.WageMeetsLast when IsLittleWork(At(values, 2), At(values, 1)) => texts["Reason.WageMeetsLast.LittleWork", AMonth(At(values, 2)), AMonth(At(values, 1))],
            ReasonCode.WageMayMeetFloor when IsLittleWork(At(values, 3), At(values, 1)) => texts["Reason.WageMayMeetFloor.LittleWork", AMonth(At(values, 0)), AMonth(At(values, 2)), AMonth(At(values, 3)), AMonth(At(values, 1))],
            ReasonCode.WageMeetsFloor or ReasonCode.WageBelowFloor or ReasonCode.WageMeetsLast or ReasonCode.WageBelowLast =>
                texts[reason.Key, AMonth(At(values, 0)), ForSameHours(At(values, 2), At(values, 1))],
            ReasonCode.WageMayMeetFloor => texts[reason.Key, AMonth(At(values, 0)), ForSameHours(At(values, 3), At(values, 1)), AMonth(At(values, 2))],
            // Free hours suit everybody; that says nothing about what she wished.
            ReasonCode.ShiftWished when (Shift)At(values, 0) == Shift.Flexible => texts["Fit.ShiftFree"],
            ReasonCode.ShiftWished or ReasonCode.ShiftNotWished => texts[reason.Key, texts.Of((Shift)At(values, 0))],
            ReasonCode.HoursRegular or ReasonCode.HoursLong => texts[reason.Key, At(values, 0)],
            ReasonCode.KindWished or ReasonCode.KindNotWished => texts[reason.Key, texts.Of((PostingKind)At(values, 0))],
            ReasonCode.TextClose when At(values, 0) < VeryClose => texts["Reason.TextSomewhat"],
            ReasonCode.OccupationWished or ReasonCode.OccupationNotWished => texts[reason.Key, names.Occupation(At(values, 0))],
            ReasonCode.NeedHardship or ReasonCode.InEligibleGroup => texts[reason.Key, Groups(At(values, 0))],
            ReasonCode.AgeWithinPreference => texts[reason.Key, At(values, 0)],
            _ => texts[reason.Key],
        };
    }

    /// <summary>One gap: what is missing and what to do about it.</summary>
    public string Of(Gap gap, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var (key, values) = (KeyFor(gap.Key, audience), gap.Values);
        return gap.Code switch
        {
            GapCode.CertificateBeforeStart => texts[key, names.Certificate(At(values, 0))],
            GapCode.CertificateRunsOut => texts[IsPast(At(values, 1)) ? KeyFor("Gap.CertificateRanOut", audience) : key, names.Certificate(At(values, 0)), Day(At(values, 1))],
            GapCode.SkillMissing or GapCode.SkillNotEvidenced => texts[key, names.Skill(At(values, 0))],
            GapCode.TrainingWanted or GapCode.TrainingHelps => texts[key, names.Training(At(values, 0))],
            GapCode.EducationBelow => texts[key, texts.Of((Education)At(values, 0)), texts.Of((Education)At(values, 1))],
            GapCode.MandarinBelow => texts[key, texts.Of((Mandarin)At(values, 0)), texts.Of((Mandarin)At(values, 1))],
            GapCode.WageBelowFloor => texts[key, AMonth(At(values, 0)), ForSameHours(At(values, 2), At(values, 1))],
            GapCode.AgeOutsidePreference => texts[key, At(values, 0), Ages(At(values, 1), At(values, 2))],
            GapCode.OthersComeFirst => texts[key, Groups(At(values, 0))],
            GapCode.NightsAtAge => texts[key, At(values, 0)],
            GapCode.AskDuty => texts[key, Of((Duty)At(values, 0))],
            GapCode.Record => texts[key, texts.Of((WorkerFact)At(values, 0))],
            _ => texts[key],
        };
    }

    /// <summary>Why someone may not go, and what to record where that would change it.</summary>
    public string Of(FailedGate gate, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var (key, values) = (KeyFor(gate.Key, audience), gate.Values);
        return gate.Code switch
        {
            GateCode.TooWeakForStrain => texts[key, texts[$"Fit.Capacity.{(LabourCapacity)At(values, 0)}"], texts.Of((Strain)At(values, 1))],
            GateCode.RestrictionClash => texts[key, Of((WorkRestriction)At(values, 0))],
            GateCode.AgeBelowLegal or GateCode.AgeAboveLegal => texts[key, At(values, 0), At(values, 1)],
            GateCode.TooYoungForHazard or GateCode.AgeLimitNeedsSex => texts[key, At(values, 0)],
            GateCode.CertificateMissing => texts[key, names.Certificate(At(values, 0))],
            // What fails is its last day before the start: today it may still be valid.
            GateCode.CertificateExpired => texts[IsPast(At(values, 1)) ? key : KeyFor("Gate.CertificateRunsOut", audience), names.Certificate(At(values, 0)), Day(At(values, 1))],
            GateCode.GroupsUnknown or GateCode.NotInGroup => texts[key, Groups(At(values, 0))],
            GateCode.OutOfReach when At(values, 2) > 0 => texts["Gate.OutOfReachBy", Of((Mobility)At(values, 0), (int)At(values, 1)), say.Distance(At(values, 2))],
            GateCode.OutOfReach => texts[key, Of((Mobility)At(values, 0), (int)At(values, 1))],
            GateCode.DutyImpossible => texts[key, Of((Duty)At(values, 0))],
            GateCode.BelowMust => texts[key, texts.Of((Criterion)At(values, 0)), At(values, 1), At(values, 2)],
            GateCode.MustUnknown => texts[key, texts.Of((Criterion)At(values, 0))],
            _ => texts[key],
        };
    }

    /// <summary>How far someone goes, in a few words.</summary>
    public string Of(Mobility mobility, int? metres) => texts[$"Fit.Mobility.{mobility}", say.Distance(metres ?? 0)];

    /// <summary>Duties as words inside a sentence, several joined.</summary>
    public string Of(Duty duties) => Flags("Fit.Duty.", duties);

    /// <summary>What the work brings with it, the danger that bars people under 18 last; null where it brings nothing.</summary>
    public string? Of(Duty duties, bool hazardous) => (duties != Duty.None, hazardous) switch
    {
        (true, true) => Of(duties) + texts["Fit.Comma"] + texts["LeftOpen.Hazardous"],
        (true, false) => Of(duties),
        (false, true) => texts["LeftOpen.Hazardous"],
        _ => null,
    };

    /// <summary>Restrictions as words inside a sentence, several joined.</summary>
    public string Of(WorkRestriction restrictions) => Flags("Fit.Restriction.", restrictions);

    /// <summary>Hardship groups as words inside a sentence, several joined.</summary>
    /// <param name="side">Which.</param>
    /// <param name="suits">0–100; null where nothing of it counts.</param>
    public string Side(Side side, int? suits)
    {
        var key = side == Matching.Side.SuitsPost ? "Parts.Able" : "Parts.Willing";
        return suits is { } known ? texts[key, known] : texts[key + ".NotWeighed"];
    }

    public string Of(HardshipGroup groups) => Flags("Fit.Group.", groups);

    /// <summary>
    /// The reasons that speak for a fit, strongest first: what is known and earned points, and remarks (they lead: who comes first wants to know).
    /// </summary>
    public static IEnumerable<Reason> InFavour(Fit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit.Reasons.Where(reason => !reason.Assumed && !SpeaksAgainst(reason.Code) && (reason.Points > 0 || reason.Criterion is null))
            .OrderBy(reason => reason.Criterion is null && reason.Code != ReasonCode.AgeWithinPreference ? 0 : 1);
    }

    /// <summary>Whether a reason says where the fit falls short, though it may still add points.</summary>
    public static bool SpeaksAgainst(ReasonCode code) => code is
        ReasonCode.OccupationOther or ReasonCode.TextOther or ReasonCode.EducationBelow or ReasonCode.MandarinBelow or ReasonCode.WageBelowFloor or ReasonCode.WageBelowLast
        or ReasonCode.ShiftNotWished or ReasonCode.HoursLong or ReasonCode.HoursNotCareFriendly or ReasonCode.KindNotWished
        or ReasonCode.OccupationNotWished or ReasonCode.PlaceNotWished;

    /// <summary>
    /// Wishes of the person that the posting does not meet, the heaviest first. They cost points and stand among no gaps, for nobody can do anything about them; who looks at a list should see them all the same.
    /// </summary>
    public static IEnumerable<Reason> NotWished(Fit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit.Reasons.Where(reason => reason.Weight > 0 && reason.Code is ReasonCode.KindNotWished or ReasonCode.OccupationNotWished or ReasonCode.ShiftNotWished or ReasonCode.PlaceNotWished or ReasonCode.HoursLong or ReasonCode.HoursNotCareFriendly)
            .OrderByDescending(reason => reason.Weight);
    }

    private bool IsPast(long lastDay) => lastDay < say.Today.DayNumber;

    private string KeyFor(string key, Audience audience) =>
        audience is Audience.Resident or Audience.Employer && texts.Find($"{key}.{audience}") is not null ? $"{key}.{audience}" : key;

    // Places of a settlement share its centre, so the last metres are not known.
    private string Travel(long metres) => metres < 100 ? texts["Reason.TravelNear"]
        : metres < 3_000 ? texts["Reason.TravelWalk", say.Distance(metres), say.Walk(metres)] : texts["Reason.TravelDistance", say.Distance(metres)];

    private string Months(long months) => months > 0 ? texts[$"Fit.Months.{months.ToString(CultureInfo.InvariantCulture)}"] : "";

    /// <summary>Half a month's work or less: the pay meets the wish by the hour and is far from it by the month, and both have to be said.</summary>
    private static bool IsLittleWork(long fullMonth, long sameHours) => fullMonth > 0 && sameHours * 2 <= fullMonth;

    /// <summary>A wish for a full month, and what it is for the hours of part-time work; reasons kept before both were know the latter alone.</summary>
    private string ForSameHours(long fullMonth, long sameHours) => fullMonth == 0 || fullMonth == sameHours ? AMonth(sameHours) : texts["Reason.WageForSameHours", AMonth(fullMonth), AMonth(sameHours)];

    /// <summary>To the next ten yuan: amounts for the same hours are reckoned, not stated.</summary>
    private string AMonth(long fen) => texts["Fit.AMonth", say.Money((fen + 500) / 1_000 * 1_000)];

    private string Day(long number) => say.FullDay(DateOnly.FromDayNumber((int)number));

    private string Groups(long flags) => Of((HardshipGroup)flags);

    /// <summary>An age range in words; 0 leaves an end open.</summary>
    public string Ages(long least, long most) => (least, most) switch
    {
        (0, _) => texts["Fit.AgeTo", most],
        (_, 0) => texts["Fit.AgeFrom", least],
        _ => texts["Fit.AgeBetween", least, most],
    };

    private string Flags<T>(string prefix, T flags) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Where(flag => Convert.ToInt64(flag, CultureInfo.InvariantCulture) != 0 && flags.HasFlag(flag)).Select(flag => texts[$"{prefix}{flag}"]).ToList();
        return words.Count > 0 ? string.Join(texts["Fit.Comma"], words) : texts["Fit.Unnamed"];
    }

    private static long At(IReadOnlyList<long> values, int index) => index < values.Count ? values[index] : 0;
}
