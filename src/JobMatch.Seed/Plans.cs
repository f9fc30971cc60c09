using JobMatch.Cases;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Training;
using JobMatch.Wages;
using JobMatch.Workers;

namespace JobMatch.Seed;

/// <summary>
/// The whole county as plain data: who is to be stored, by position instead of by id. Made from facts, seed and day alone, so that an
/// interrupted load can make it again and go on.
/// </summary>
internal sealed record CountyPlan(
    CountyFacts County,
    IReadOnlyList<SettlementFact> Settlements,
    IReadOnlyList<StationFact> Stations,
    IReadOnlyList<EmployerPlan> Employers,
    IReadOnlyList<NoticePlan> Notices,
    IReadOnlyList<HouseholdPlan> Households,
    IReadOnlyList<ReferralPlan> Referrals,
    IReadOnlyList<FairPlan> Fairs,
    DateOnly Today)
{
    public IEnumerable<PersonPlan> People => Households.SelectMany(h => h.Members);

    public IEnumerable<PostingPlan> Postings => Notices.SelectMany(n => n.Postings);
}

internal sealed record EmployerPlan(
    int Index, string Name, EmployerKind Kind, int? Settlement, string Address, string About, string CreditCode, string ContactName, string ContactPhone, EmployerState State, DateOnly RegisteredOn);

/// <summary>Most notices carry one posting; the welfare notice of the year carries several, each with quotas by village.</summary>
internal sealed record NoticePlan(int Index, int Employer, string? Title, string DocumentNumber, DateOnly CreatedOn, DateOnly? ClosesOn, IReadOnlyList<PostingPlan> Postings);

internal sealed record PostingPlan(
    int Index,
    int Employer,
    PostingPattern Pattern,
    string Title,
    string Description,
    Wage Wage,
    IReadOnlyList<QuotaPlan> Quotas,
    PostingState State,
    PostingCloseReason? CloseReason,
    string Flag,
    DateOnly CreatedOn,
    DateOnly ConfirmedOn,
    DateOnly? StartsOn,
    DateOnly? ClosesOn,
    PostingReportReason? Reported);

internal sealed record QuotaPlan(QuotaPlace Place, int? Settlement, long? Region, string Text, double? Latitude, double? Longitude, int Vacancies);

internal sealed record HouseholdPlan(
    int Index, int Settlement, string Number, string Building, string Address, DateOnly MoveIn, DateOnly? PoorFrom, DateOnly? PoorTo, DateOnly? MonitoredFrom, DateOnly? LowIncomeFrom)
{
    public List<PersonPlan> Members { get; } = [];

    public List<CasePlan> Cases { get; } = [];
}

internal sealed record PersonPlan(int Index, int Household, string Name, DateOnly Birth, Sex Sex, RelationToHead Relation, string? IdNumber, string? HealthNote, bool InEducation)
{
    public string? Phone { get; set; }

    public WorkerPlan? Worker { get; set; }

    public int AgeOn(DateOnly day) => day.Year - Birth.Year - (Birth.AddYears(day.Year - Birth.Year) > day ? 1 : 0);
}

internal sealed record WorkerPlan
{
    public LabourCapacity Capacity { get; init; }

    public WorkRestriction Restrictions { get; init; }

    public bool? Willing { get; init; }

    public Education Education { get; init; }

    public Mandarin Mandarin { get; init; }

    public Mobility Mobility { get; init; }

    public int? MobilityMetres { get; init; }

    public Duty Impossible { get; init; }

    public required FactCheck Check { get; init; }

    public DateOnly? HardshipCheckedOn { get; init; }

    public WorkWishes Wishes { get; set; } = WorkWishes.None;

    public bool Consents { get; init; } = true;

    public List<(int Skill, SkillLevel Level, string Evidence)> Skills { get; } = [];

    public List<(int Occupation, string Workplace, DateOnly From, DateOnly To)> Experience { get; } = [];

    public List<(int Kind, DateOnly From, DateOnly? To)> Certificates { get; } = [];

    public List<(HardshipGroup Group, DateOnly From, DateOnly? To)> Hardships { get; } = [];

    public List<(int Kind, TrainingForm Form, DateOnly From, DateOnly To, TrainingResult Result)> Trainings { get; } = [];

    public List<(ServiceKind Kind, DateOnly On)> Services { get; } = [];

    public List<(bool Employed, DateOnly On)> Registrations { get; } = [];

    public List<SpellPlan> Spells { get; } = [];

    public bool Able => Capacity is LabourCapacity.WeakOrHalf or LabourCapacity.Ordinary or LabourCapacity.Skilled;

    public bool EmployedOn(DateOnly day) => Spells.Exists(s => s.Start <= day && (s.End is null || s.End >= day));
}

internal sealed record SpellPlan(DateOnly Start, DateOnly? End, SpellEndReason? Reason, Channel Channel, string Workplace, long? Region, int? Employer, int? Occupation, long? WageFen, DateOnly? ContractUntil, bool? Insured, FactCheck Check)
{
    public string? Business { get; init; }
}

internal sealed record CasePlan(CaseKind Kind, int? Person, DateOnly OpenedOn, DateOnly? HelpedOn, CaseOutcome? Outcome, DateOnly? ClosedOn, string Text, HelpTopic Topic = HelpTopic.None);

/// <summary>One person, one posting, and the moves in their order; the last may be a hire that takes a vacancy.</summary>
internal sealed record ReferralPlan(int Index, int Person, int Posting, int Quota, IReadOnlyList<MovePlan> Moves, SpellPlan? Spell);

/// <summary>招聘会: where, when, which postings come and which settlements are invited, all by position.</summary>
internal sealed record FairPlan(int Settlement, string Name, DateOnly On, string Place, IReadOnlyList<int> Postings, IReadOnlyList<int> Invited, PeopleWanted Wanted, DateOnly MadeOn);

internal sealed record MovePlan(MoveVerb Verb, DateOnly On, ReferralState To = ReferralState.Suggested, RefusalReason? Refusal = null, WithdrawalReason? Withdrawal = null);

internal enum MoveVerb
{
    Refer = 1,
    Apply = 2,
    Advance = 3,
    Hire = 4,
    Start = 5,
    Refuse = 6,
    Withdraw = 7,
    Expire = 8,
    MakeObsolete = 9,
    DidNotShow = 10,
    Reopen = 11,
}
