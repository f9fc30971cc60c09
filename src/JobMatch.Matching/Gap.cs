namespace JobMatch.Matching;

/// <summary>What is missing and what to do. The name is the resource key ("Gap." + name); {0}… are <see cref="Gap.Values"/>.</summary>
public enum GapCode
{
    /// <summary>{0} certificate kind: get it before the start.</summary>
    CertificateBeforeStart = 100,

    /// <summary>{0} certificate kind, {1} last valid day (day number): renew it before the start.</summary>
    CertificateRunsOut = 101,

    /// <summary>{0} age: the post works at night; ask her first.</summary>
    NightsAtAge = 102,

    /// <summary>No values: weak labour capacity, and the post works at night; ask her first.</summary>
    NightsWhenWeak = 103,

    /// <summary>{0} skill id asked: learn it or record it.</summary>
    SkillMissing = 110,

    /// <summary>{0} skill id: has it, evidence would count more.</summary>
    SkillNotEvidenced = 111,

    /// <summary>{0} training kind: the person asked for this training and it opens this post.</summary>
    TrainingWanted = 112,

    /// <summary>{0} training kind: this training would help.</summary>
    TrainingHelps = 113,

    /// <summary>{0} education held, {1} asked.</summary>
    EducationBelow = 114,

    /// <summary>{0} Mandarin held, {1} asked: a Mandarin class.</summary>
    MandarinBelow = 115,

    /// <summary>{0} fen offered (a month, upper end), {1} fen wanted for the same hours, {2} fen wanted for a full month.</summary>
    WageBelowFloor = 116,

    /// <summary>{0} age, {1} least (0 none), {2} most (0 none): outside the employer's wish, may go all the same.</summary>
    AgeOutsidePreference = 117,

    /// <summary>{0} groups (flags) that come first: others come when none of them waits.</summary>
    OthersComeFirst = 118,

    /// <summary>No values: ask the employer how hard the work is.</summary>
    AskStrain = 200,

    /// <summary>No values: ask where the work is.</summary>
    AskPlace = 201,

    /// <summary>{0} the duty (one flag): ask whether the work has it.</summary>
    AskDuty = 202,

    /// <summary>No values.</summary>
    AskWage = 203,

    /// <summary>No values.</summary>
    AskShift = 204,

    /// <summary>No values.</summary>
    AskHours = 205,

    /// <summary>No values.</summary>
    AskOccupation = 206,

    /// <summary>{0} the fact (<see cref="WorkerFact"/>): the station records it.</summary>
    Record = 300,
}

/// <summary>A fact about a worker that a station can record. Resource key "WorkerFact." + name.</summary>
public enum WorkerFact
{
    None = 0,
    LabourCapacity = 1,
    BirthDate = 2,
    Sex = 3,
    Certificates = 4,
    Groups = 5,
    Home = 6,
    Mobility = 7,
    Skills = 8,
    Occupations = 9,
    Education = 10,
    Mandarin = 11,
    WageFloor = 12,
    ShiftWish = 13,
    KindWish = 14,
    OccupationWish = 15,
    PlaceWish = 16,

    /// <summary>What the person says of herself and the names of the jobs she had.</summary>
    Words = 17,
}

/// <summary>One gap.</summary>
/// <param name="Code">What is said; its name is the resource key.</param>
/// <param name="Audiences">Who may see it.</param>
/// <param name="Values">Values for the placeholders that <paramref name="Code"/> documents.</param>
public sealed record Gap(GapCode Code, Audience Audiences, IReadOnlyList<long> Values)
{
    /// <summary>Resource key.</summary>
    public string Key => "Gap." + Code;

    /// <summary>The posting leaves something open: it says the same of everybody, and nothing of the person.</summary>
    public bool IsOfPosting => Code is >= GapCode.AskStrain and < GapCode.Record;
}
