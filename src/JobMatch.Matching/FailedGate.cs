namespace JobMatch.Matching;

/// <summary>Why someone may not go. The name is the resource key ("Gate." + name); {0}… are <see cref="FailedGate.Values"/>.</summary>
public enum GateCode
{
    /// <summary>No values.</summary>
    PostingNotOpen = 100,

    /// <summary>No values: every quota is full.</summary>
    NoVacancy = 101,

    /// <summary>No values; record the labour capacity.</summary>
    LabourCapacityUnknown = 110,

    /// <summary>{0} labour capacity (enum value), {1} strain (enum value, 0 unknown).</summary>
    TooWeakForStrain = 111,

    /// <summary>{0} restriction (one flag).</summary>
    RestrictionClash = 112,

    /// <summary>No values: weak or half capacity, work at night, and no wish for it recorded; ask, and record the wished shifts.</summary>
    TooWeakForNights = 113,

    /// <summary>No values; record the birth date.</summary>
    AgeUnknown = 120,

    /// <summary>{0} age, {1} least.</summary>
    AgeBelowLegal = 121,

    /// <summary>{0} age, {1} most.</summary>
    AgeAboveLegal = 122,

    /// <summary>{0} age: 16–17-year-olds do no hazardous work.</summary>
    TooYoungForHazard = 123,

    /// <summary>{0} age; the limits differ by sex and it is not recorded.</summary>
    AgeLimitNeedsSex = 124,

    /// <summary>{0} certificate kind: not recorded.</summary>
    CertificateMissing = 130,

    /// <summary>{0} certificate kind, {1} last valid day (day number), before the start.</summary>
    CertificateExpired = 131,

    /// <summary>{0} groups (flags) that the post is for; nobody has checked.</summary>
    GroupsUnknown = 140,

    /// <summary>{0} groups (flags) that the post is for.</summary>
    NotInGroup = 141,

    /// <summary>{0} mobility (enum value), {1} metres that the person goes (0 when not in metres), {2} metres to the nearest quota (0 unknown).</summary>
    OutOfReach = 150,

    /// <summary>{0} the duty (one flag).</summary>
    DutyImpossible = 160,

    /// <summary>No values: the person is hidden.</summary>
    Hidden = 170,

    /// <summary>No values: already referred, or refused by this employer lately.</summary>
    Excluded = 171,

    /// <summary>No values: one per household, and the household has one.</summary>
    HouseholdHasPost = 172,

    /// <summary>No values: the search asks for people who want to work.</summary>
    NotWilling = 173,

    /// <summary>No values: the search asks for people without work.</summary>
    AlreadyEmployed = 174,

    /// <summary>{0} criterion (enum value), {1} value in percent, {2} threshold in percent: staff made it a must.</summary>
    BelowMust = 180,

    /// <summary>{0} criterion (enum value): staff made it a must and it is not known.</summary>
    MustUnknown = 181,
}

/// <summary>One failed gate.</summary>
/// <param name="Code">What is said; its name is the resource key.</param>
/// <param name="UnknownFact">It failed because something is not recorded.</param>
/// <param name="Record">What the station records to change it; None when nothing would.</param>
/// <param name="Audiences">Who may see it.</param>
/// <param name="Values">Values for the placeholders that <paramref name="Code"/> documents.</param>
public sealed record FailedGate(GateCode Code, bool UnknownFact, WorkerFact Record, Audience Audiences, IReadOnlyList<long> Values)
{
    /// <summary>Resource key.</summary>
    public string Key => "Gate." + Code;
}
