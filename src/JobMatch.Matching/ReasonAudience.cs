namespace JobMatch.Matching;

/// <summary>Who may see what, in one place, so that a test can walk it. Whatever is not named goes to the station and supervisors only.</summary>
public static class ReasonAudience
{
    private const Audience Official = Audience.Station | Audience.Supervisor;
    private const Audience Own = Official | Audience.Resident;
    private const Audience Everyone = Own | Audience.Employer;

    /// <summary>Audiences of a reason. Wages, home, wishes, hardship and household never reach an employer.</summary>
    public static Audience Of(ReasonCode code) => code switch
    {
        >= ReasonCode.SkillEvidenced and <= ReasonCode.MandarinUnknown => Everyone,
        ReasonCode.AgeWithinPreference => Everyone,
        // Own words are a wish as often as a history: they stay between the person and the station.
        ReasonCode.TextClose or ReasonCode.TextOther or ReasonCode.TextUnknown => Own,
        >= ReasonCode.TravelAtHome and <= ReasonCode.PlaceAtHome => Own,
        >= ReasonCode.NeedZeroEmploymentHousehold and <= ReasonCode.InEligibleGroup => Own,
        _ => Official,
    };

    /// <summary>Audiences of a gap.</summary>
    public static Audience Of(GapCode code) => code switch
    {
        GapCode.CertificateBeforeStart or GapCode.CertificateRunsOut => Everyone,
        GapCode.SkillMissing or GapCode.SkillNotEvidenced or GapCode.EducationBelow or GapCode.MandarinBelow => Everyone,
        GapCode.AskStrain or GapCode.AskPlace or GapCode.AskWage or GapCode.AskShift or GapCode.AskHours => Everyone,
        GapCode.AskOccupation => Official | Audience.Employer,
        // A word of caution about age and health is for whoever asks her, not for her screen.
        GapCode.NightsAtAge or GapCode.NightsWhenWeak => Official,
        _ => Own,
    };

    /// <summary>Audiences of a failed gate. What concerns health, household or hardship never reaches an employer.</summary>
    public static Audience Of(GateCode code) => code switch
    {
        GateCode.PostingNotOpen or GateCode.NoVacancy => Everyone,
        GateCode.CertificateMissing or GateCode.CertificateExpired => Everyone,
        GateCode.Hidden or GateCode.Excluded => Official,
        _ => Own,
    };

    /// <summary>Whether the points of a reason are only a prior.</summary>
    public static bool IsAssumed(ReasonCode code) => code is
        ReasonCode.SkillUnknown or ReasonCode.OccupationUnknown or ReasonCode.OccupationOther or ReasonCode.TrainingUnknown
        or ReasonCode.EducationUnknown or ReasonCode.MandarinUnknown or ReasonCode.TravelUnknown or ReasonCode.WageUnknown
        or ReasonCode.ShiftUnknown or ReasonCode.HoursUnknown or ReasonCode.KindUnknown or ReasonCode.WishedOccupationUnknown
        or ReasonCode.WishedPlaceUnknown or ReasonCode.TextOther or ReasonCode.TextUnknown;
}
