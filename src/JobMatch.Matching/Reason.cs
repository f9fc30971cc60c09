namespace JobMatch.Matching;

/// <summary>
/// Why a fit is what it is. The name is the resource key ("Reason." + name); {0}… are <see cref="Reason.Values"/>.
/// Names ending in Unknown carry the points of a prior: nothing is recorded, so only the low constant counts.
/// </summary>
public enum ReasonCode
{
    /// <summary>{0} skill id, {1} level held (0 unknown): has it, with evidence.</summary>
    SkillEvidenced = 100,

    /// <summary>{0} skill id, {1} level held (0 unknown): says so.</summary>
    SkillClaimed = 101,

    /// <summary>{0} skill id asked, {1} skill id held, {2} closeness in percent.</summary>
    SkillClose = 102,

    /// <summary>{0} skill id asked.</summary>
    SkillUnknown = 103,

    /// <summary>{0} occupation code, {1} last year (0 unknown), {2} months (least of the band: 0 unknown, 1, 12, 36).</summary>
    OccupationSame = 110,

    /// <summary>{0} occupation code worked in, {1} last year, {2} months, as above; {3} occupation code of the posting: same minor class.</summary>
    OccupationSibling = 111,

    /// <summary>As above: same middle class.</summary>
    OccupationBranch = 112,

    /// <summary>No values: has worked, in nothing near.</summary>
    OccupationOther = 113,

    /// <summary>No values: no history recorded, or the posting names no occupation.</summary>
    OccupationUnknown = 114,

    /// <summary>{0} training kind.</summary>
    TrainingDone = 120,

    /// <summary>No values.</summary>
    TrainingUnknown = 121,

    /// <summary>{0} education held (enum value), {1} asked.</summary>
    EducationMet = 130,

    /// <summary>{0} education held, {1} asked.</summary>
    EducationBelow = 131,

    /// <summary>{0} asked.</summary>
    EducationUnknown = 132,

    /// <summary>{0} Mandarin held (enum value), {1} asked.</summary>
    MandarinMet = 140,

    /// <summary>{0} Mandarin held, {1} asked.</summary>
    MandarinBelow = 141,

    /// <summary>{0} asked.</summary>
    MandarinUnknown = 142,

    /// <summary>{0} closeness in percent, {1} text code held, {2} text code of the posting.</summary>
    TextClose = 150,

    /// <summary>No values: what she said or has done is about something else.</summary>
    TextOther = 151,

    /// <summary>No values: nothing in her own words is recorded.</summary>
    TextUnknown = 152,

    /// <summary>No values: work at home.</summary>
    TravelAtHome = 200,

    /// <summary>{0} metres from home in a straight line.</summary>
    TravelDistance = 201,

    /// <summary>{0} settlement index.</summary>
    TravelSameSettlement = 202,

    /// <summary>{0} township code.</summary>
    TravelSameTownship = 203,

    /// <summary>{0} county code.</summary>
    TravelSameCounty = 204,

    /// <summary>{0} province code; the person goes that far.</summary>
    TravelSameProvince = 205,

    /// <summary>{0} province code; the person goes that far.</summary>
    TravelElsewhere = 206,

    /// <summary>No values: the place, the home or how far the person goes is not known.</summary>
    TravelUnknown = 207,

    /// <summary>{0} fen offered (a month, lower end), {1} fen wanted for the same hours, {2} fen wanted for a full month.</summary>
    WageMeetsFloor = 210,

    /// <summary>{0} fen offered (a month, upper end), {1} fen wanted for the same hours, {2} fen wanted for a full month.</summary>
    WageBelowFloor = 211,

    /// <summary>{0} fen offered (a month, middle), {1} fen earned last for the same hours, {2} fen earned last in a full month.</summary>
    WageMeetsLast = 212,

    /// <summary>{0} fen offered (a month, middle), {1} fen earned last for the same hours, {2} fen earned last in a full month.</summary>
    WageBelowLast = 213,

    /// <summary>No values.</summary>
    WageUnknown = 214,

    /// <summary>Within the range, not from its lower end on: {0} fen offered (a month, upper end), {1} fen wanted for the same hours, {2} fen offered (lower end), {3} fen wanted for a full month.</summary>
    WageMayMeetFloor = 215,

    /// <summary>{0} shift (enum value).</summary>
    ShiftWished = 220,

    /// <summary>{0} shift (enum value).</summary>
    ShiftNotWished = 221,

    /// <summary>No values.</summary>
    ShiftUnknown = 222,

    /// <summary>{0} hours a month.</summary>
    HoursRegular = 223,

    /// <summary>{0} hours a month.</summary>
    HoursLong = 224,

    /// <summary>{0} hours a month (0 unknown): leaves room to care for someone.</summary>
    HoursCareFriendly = 225,

    /// <summary>{0} hours a month (0 unknown): leaves no room to care for someone.</summary>
    HoursNotCareFriendly = 226,

    /// <summary>No values.</summary>
    HoursUnknown = 227,

    /// <summary>{0} posting kind (enum value).</summary>
    KindWished = 230,

    /// <summary>{0} posting kind (enum value).</summary>
    KindNotWished = 231,

    /// <summary>No values: no wish recorded.</summary>
    KindUnknown = 232,

    /// <summary>{0} occupation code wished, {1} of the posting, {2} closeness in percent.</summary>
    OccupationWished = 240,

    /// <summary>{0} occupation code of the posting.</summary>
    OccupationNotWished = 241,

    /// <summary>No values: no wish recorded, or the posting names no occupation.</summary>
    WishedOccupationUnknown = 242,

    /// <summary>{0} region code.</summary>
    PlaceWished = 250,

    /// <summary>No values.</summary>
    PlaceNotWished = 251,

    /// <summary>No values: work at home, no place to wish for.</summary>
    PlaceAtHome = 253,

    /// <summary>No values: no wish recorded, or the place is not stated.</summary>
    WishedPlaceUnknown = 252,

    /// <summary>No points. No values: zero-employment household (004).</summary>
    NeedZeroEmploymentHousehold = 300,

    /// <summary>No points. No values (003 五(一)).</summary>
    NeedJobLoss = 301,

    /// <summary>No points. No values.</summary>
    NeedMonitored = 302,

    /// <summary>No points. {0} the groups (flags) that apply today.</summary>
    NeedHardship = 303,

    /// <summary>No points. {0} the groups (flags) that the post takes first or only.</summary>
    InEligibleGroup = 304,

    /// <summary>No points. {0} age, {1} least (0 none), {2} most (0 none): within the employer's wish.</summary>
    AgeWithinPreference = 310,
}

/// <summary>One reason. Points of one side add up to that side exactly, for a reader who may see all of them.</summary>
/// <param name="Code">What is said; its name is the resource key.</param>
/// <param name="Criterion">Where it comes from; null for a remark without points.</param>
/// <param name="Points">What it adds to its side.</param>
/// <param name="Weight">The weight applied to its criterion.</param>
/// <param name="Importance">What staff made of its criterion.</param>
/// <param name="Audiences">Who may see it.</param>
/// <param name="Values">Values for the placeholders that <paramref name="Code"/> documents.</param>
public sealed record Reason(
    ReasonCode Code, Criterion? Criterion, int Points, int Weight, Importance Importance, Audience Audiences, IReadOnlyList<long> Values)
{
    /// <summary>Resource key.</summary>
    public string Key => "Reason." + Code;

    /// <summary>The side that its points belong to; null for a remark.</summary>
    public Side? Side => Criterion is { } criterion ? CriterionList.SideOf(criterion) : null;

    /// <summary>The points are only a prior: nothing is recorded.</summary>
    public bool Assumed => ReasonAudience.IsAssumed(Code);
}
