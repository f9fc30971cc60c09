namespace JobMatch.Referrals;

/// <summary>How far a referral is; from 10 on it is over. Stored.</summary>
public enum ReferralState
{
    Suggested = 0,
    Referred = 1,
    Applied = 2,
    Viewed = 3,
    Interview = 4,
    Trial = 5,
    Hired = 6,
    Started = 7,
    Refused = 10,
    Withdrawn = 11,
    Expired = 12,
    Obsolete = 13,
    NoShow = 14,
}

/// <summary>Coded reasons of an employer. Sex, ethnicity, marriage and hukou are not among them, by law.</summary>
public enum RefusalReason
{
    SkillMissing = 1,
    CertificateMissing = 2,
    HoursDoNotFit = 3,
    WageDoesNotFit = 4,
    TooFar = 5,
    HealthForThisWork = 6,
    NotReached = 7,
    Filled = 8,
    TrialFailed = 9,
    Other = 10,
}

/// <summary>Coded reasons of the person. Stored.</summary>
public enum WithdrawalReason
{
    FoundWork = 1,
    TooFar = 2,
    Pay = 3,
    Hours = 4,
    Family = 5,
    Health = 6,
    ChangedMind = 7,
    Other = 8,
}
