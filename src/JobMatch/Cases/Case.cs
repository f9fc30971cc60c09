using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Cases;

/// <summary>帮扶事项: about a person, a household or a place, with an owner and clocks from the dated rules.</summary>
public sealed class Case : ISettlementScoped, IDirties
{
    internal const int MostText = 2000;

    public long Id { get; private set; }

    public required CaseKind Kind { get; init; }

    public required long SettlementId { get; init; }

    public required int CountyCode { get; init; }

    public long? HouseholdId { get; init; }

    public long? PersonId { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>First help is due by the end of this day.</summary>
    public required DateOnly FirstHelpDue { get; init; }

    public DateOnly? ClearDue { get; init; }

    public DateOnly? FirstHelpOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public CaseState State { get; private set; } = CaseState.Open;

    public CaseOutcome? Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What a request for help is about; None for every other kind.</summary>
    public HelpTopic Topic { get; init; }

    /// <summary>What the person or the job wrote when it was opened, and what was added while it is open: one line each, the newest kept when it is too much.</summary>
    public string Text { get; set => field = value.Length <= MostText ? value : value[^MostText..]; } = "";

    public long? OwnerId { get; set; }

    public int Version { get; private set; }

    public bool IsOpen => State is CaseState.Open or CaseState.InProgress;

    /// <summary>Days the case stands open on a day, the first day being 1 (「零就业 第 2 天」).</summary>
    public int DayNumber(DateOnly on) => Math.Max(1, on.DayNumber - OpenedOn.DayNumber + 1);

    public bool IsOverdue(DateOnly on) => IsOpen && (FirstHelpOn is null ? on > FirstHelpDue : ClearDue is { } due && on > due);

    public void Help(DateOnly on, long? owner)
    {
        if (!IsOpen) return;
        State = CaseState.InProgress;
        FirstHelpOn ??= on;
        OwnerId ??= owner;
    }

    /// <summary>More was said about it; said twice it stands once.</summary>
    public void Add(string text)
    {
        if (text.Length > 0 && !Text.Split('\n').Contains(text)) Text = Text.Length == 0 ? text : $"{Text}\n{text}";
    }

    public Outcome<bool> Finish(CaseOutcome outcome, DateOnly on)
    {
        if (!IsOpen) return new Refusal("Case.NotOpen");
        (State, Outcome, ClosedOn) = (CaseState.Done, outcome, on);
        return true;
    }

    public Outcome<bool> Drop(string reason, DateOnly on)
    {
        if (!IsOpen) return new Refusal("Case.NotOpen");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Case.ReasonNeeded", "Reason");
        (State, Reason, ClosedOn) = (CaseState.Dropped, reason, on);
        return true;
    }

    /// <summary>Closed by a slip: open again as it was, on the day it was closed.</summary>
    public Outcome<bool> Reopen(DateOnly on)
    {
        if (IsOpen) return new Refusal("Case.StillOpen");
        if (ClosedOn != on) return new Refusal("Case.ClosedBefore");
        (State, Outcome, Reason, ClosedOn) = (FirstHelpOn is null ? CaseState.Open : CaseState.InProgress, null, "", null);
        return true;
    }

    public IEnumerable<Change> Dirties()
    {
        yield return new(ChangeKind.Case, Id);
        if (HouseholdId is { } household) yield return new(ChangeKind.Household, household);
        if (PersonId is { } person) yield return new(ChangeKind.Worker, person);
    }
}

public enum CaseKind
{
    ZeroEmploymentHousehold = 1,
    JobLoss = 2,
    Rights = 3,
    DeclineAlert = 4,
    Correction = 5,
    HelpRequest = 6,
}

/// <summary>What residents ask help for (000 七, 003 四).</summary>
public enum HelpTopic
{
    None = 0,
    UnpaidWages = 1,
    LabourDispute = 2,
    LegalAid = 3,
    PolicyAdvice = 4,
    CareerGuidance = 5,
    StartUpLoan = 6,
    Training = 7,
    Other = 8,
}

public enum CaseState
{
    Open = 0,
    InProgress = 1,
    Done = 2,
    Dropped = 3,
}

public enum CaseOutcome
{
    Employed = 1,
    InTraining = 2,
    HandedToHardshipRelief = 3,
    NotWilling = 4,
    MovedAway = 5,
    Corrected = 6,
    NoLongerSo = 7,
    Answered = 8,
}

/// <summary>服务记录: what the station did for somebody, on a day.</summary>
public sealed class ServiceRecord : IPersonScoped
{
    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long HouseholdId { get; init; }

    public required long SettlementId { get; set; }

    public required ServiceKind Kind { get; init; }

    public required DateOnly On { get; init; }

    public required long ByAccountId { get; init; }

    public long? CaseId { get; init; }

    public string Note { get; init; } = "";
}

public enum ServiceKind
{
    PolicyTalk = 1,
    PolicyAdvice = 2,
    CareerGuidance = 3,
    Referral = 4,
    PostingsShown = 5,
    TrainingOffered = 6,
    Visit = 7,
    Call = 8,
}

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasIndex(c => new { c.SettlementId, c.State, c.Kind });
        builder.HasIndex(c => new { c.HouseholdId, c.Kind, c.OpenedOn });
        // The nightly watch may meet itself on another node: a household gets one zero-employment case a day at most.
        builder.HasIndex(c => new { c.HouseholdId, c.OpenedOn }).IsUnique().HasFilter($"\"Kind\" = {(int)CaseKind.ZeroEmploymentHousehold}");
        builder.HasIndex(c => new { c.PersonId, c.Kind, c.OpenedOn });
        builder.Property(c => c.Text).HasMaxLength(Case.MostText);
    }
}

internal sealed class ServiceRecordConfiguration : IEntityTypeConfiguration<ServiceRecord>
{
    public void Configure(EntityTypeBuilder<ServiceRecord> builder)
    {
        builder.HasIndex(s => new { s.PersonId, s.On });
        builder.HasIndex(s => new { s.HouseholdId, s.On });
    }
}
