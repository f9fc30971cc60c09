namespace JobMatch.Postings;

public enum PostingState
{
    Draft = 0,
    Submitted = 1,
    Published = 2,
    Paused = 3,
    Closed = 4,
    SentBack = 5,
}

public enum PostingCloseReason
{
    Filled = 1,
    FilledElsewhere = 2,
    NotNeeded = 3,
    PastClosingDate = 4,
    Unconfirmed = 5,
    Reported = 6,
    EmployerSuspended = 7,

    /// <summary>Every vacancy was taken; opens again when one comes back.</summary>
    Full = 8,
}

/// <summary>Was it filled, and how?</summary>
public enum PostingFilling
{
    Unknown = 0,
    NotFilled = 1,
    Here = 2,
    Elsewhere = 3,
    Partly = 4,
}

public enum PostingReportReason
{
    Fee = 1,
    NotReal = 2,
    PayDiffers = 3,
    Discrimination = 4,
    Unsafe = 5,
    Other = 6,
}

public enum QuotaPlace
{
    Unknown = 0,
    Settlement = 1,
    Township = 2,
    County = 3,
    EveryVillage = 4,
    AtHome = 5,
    OutsideCounty = 6,
    OutsideProvince = 7,
}

/// <summary>公益性岗位 types whose rules differ (001, 002, 003).</summary>
public enum PublicWelfareType
{
    None = 0,
    Cleaning = 1,
    Security = 2,
    Greening = 3,
    ForestRanger = 4,
    SettlementService = 5,
    EmploymentInformation = 6,
}
