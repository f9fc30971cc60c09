using JobMatch.Data;
using JobMatch.Matching.Placement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Fairs;

/// <summary>
/// 安置方案: who goes to which posting, the best there is. Worked out beside the requests; what was asked and how far it is stand in the row, so that neither a reload nor a crash loses it.
/// Running → Draft (again and again) → Confirmed → Undone; or Stopped, Failed.
/// </summary>
public sealed class PlacementPlan : ISettlementScoped
{
    public const int MostBars = 500;

    private int _leastScore;

    public long Id { get; private set; }

    /// <summary>One of the clerk's settlements; the rows carry their own.</summary>
    public required long SettlementId { get; init; }

    public long? FairId { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<long> PostingIds { get; init; } = [];

    public PeopleChoice People { get; init; } = new();

    /// <summary>As many people as possible comes before how well they fit.</summary>
    public bool PeopleCount { get; init; } = true;

    /// <summary>Pairs that fit worse are not made, 0–100; 0: whoever may go.</summary>
    public int LeastScore { get => _leastScore; init => _leastScore = value; }

    /// <summary>People and pairs that the clerk has ruled out.</summary>
    public IReadOnlyList<PlanBar> Bars { get; private set; } = [];

    public PlanKind Kind { get; init; } = PlanKind.Placement;

    public PlanState State { get; private set; } = PlanState.Running;

    public PlacementStage Stage { get; private set; }

    public long Done { get; private set; }

    public long Of { get; private set; }

    /// <summary>How long the stage at hand still takes at the pace it has had; null while nobody can say.</summary>
    public int? SecondsLeft { get; private set; }

    /// <summary>The process that works on it has it until then; afterwards another may take it.</summary>
    public DateTime? LeasedUntil { get; private set; }

    public PlanOutcome? Outcome { get; private set; }

    /// <summary>Only of <see cref="PlanKind.TrainingDemand"/>.</summary>
    public IReadOnlyList<TrainingDemandRow> Demand { get; private set; } = [];

    /// <summary>Only of <see cref="PlanKind.TrainingDemand"/>: which vacancies it is about.</summary>
    public DemandScope Scope { get; init; } = DemandScope.Everything;

    public required long MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public DateTime? WorkedOutAt { get; private set; }

    public long? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public int Version { get; private set; }

    public List<PlanRow> Rows { get; } = [];

    /// <param name="leastScore">Another least score; null: the one it has.</param>
    public Outcome<bool> RunAgain(int? leastScore = null)
    {
        if (State is PlanState.Running or PlanState.Confirmed or PlanState.Undone) return new Refusal("Plan.NotFrom", "", State);
        if (leastScore is < 0 or > 100) return new Refusal("OutOfRange", nameof(LeastScore), 0, 100);
        _leastScore = leastScore ?? _leastScore;
        (State, Stage, Done, Of, SecondsLeft, LeasedUntil) = (PlanState.Running, PlacementStage.Scoring, 0, 0, null, null);
        return true;
    }

    /// <summary>Rules some out, or lets them in again, and has it worked out anew, so that its figures are always those of its bars.</summary>
    public Outcome<bool> Bar(IReadOnlyCollection<PlanBar> bars, bool barred)
    {
        if (State != PlanState.Draft || Kind != PlanKind.Placement) return new Refusal("Plan.NotFrom", "", State);
        if (barred && Bars.Union(bars).Count() > MostBars) return new Refusal("Plan.TooManyBars", "", MostBars);
        Bars = barred ? [.. Bars.Union(bars)] : [.. Bars.Except(bars)];
        return RunAgain();
    }

    /// <summary>Whoever stops a plan that is worked out again has the draft that there was, with what it was worked out by.</summary>
    public Outcome<bool> Stop()
    {
        if (State != PlanState.Running) return new Refusal("Plan.NotFrom", "", State);
        (State, LeasedUntil) = (Outcome?.With is null ? PlanState.Stopped : PlanState.Draft, null);
        if (Outcome?.With is { } with) (_leastScore, Bars) = (with.LeastScore, with.Bars);
        return true;
    }

    public void Fail() => (State, LeasedUntil) = (PlanState.Failed, null);

    public Outcome<bool> Finish(PlanOutcome outcome, DateTime at)
    {
        if (State != PlanState.Running) return new Refusal("Plan.NotFrom", "", State);
        (State, Outcome, WorkedOutAt, LeasedUntil) = (PlanState.Draft, outcome, at, null);
        return true;
    }

    public Outcome<bool> Finish(IReadOnlyList<TrainingDemandRow> demand, DateTime at)
    {
        if (State != PlanState.Running) return new Refusal("Plan.NotFrom", "", State);
        (State, Demand, WorkedOutAt, LeasedUntil) = (PlanState.Draft, demand, at, null);
        return true;
    }

    public Outcome<bool> Confirm(long by, DateTime at)
    {
        if (State != PlanState.Draft || Kind != PlanKind.Placement) return new Refusal("Plan.NotFrom", "", State);
        (State, ConfirmedBy, ConfirmedAt) = (PlanState.Confirmed, by, at);
        return true;
    }

    /// <summary>Within the day on which it was confirmed.</summary>
    public Outcome<bool> Undo(DateTime at)
    {
        if (State != PlanState.Confirmed) return new Refusal("Plan.NotFrom", "", State);
        if (ChinaDay.Of(ConfirmedAt!.Value) != ChinaDay.Of(at)) return new Refusal("Plan.UndoOver");
        (State, UndoneAt) = (PlanState.Undone, at);
        return true;
    }
}

/// <summary>What the planner is asked: who goes where, or what a training would change about it.</summary>
public enum PlanKind
{
    Placement = 1,
    TrainingDemand = 2,
}

public enum PlanState
{
    Running = 1,
    Draft = 2,
    Confirmed = 3,
    Undone = 4,
    Stopped = 5,
    Failed = 6,
}

/// <summary>One person of a plan and where she goes.</summary>
public sealed class PlanRow : IPersonScoped
{
    public long Id { get; private set; }

    public long PlanId { get; init; }

    public required long PersonId { get; init; }

    public required long HouseholdId { get; init; }

    public required long SettlementId { get; set; }

    public required long PostingId { get; init; }

    public required long QuotaId { get; init; }

    public required int Score { get; init; }

    /// <summary>Where she would fit better and why she does not go there; null: nowhere, or the plan is of before this was kept.</summary>
    public PlanBest? Best { get; init; }

    /// <summary>Nobody of her household works: this is the job that changes it.</summary>
    public required bool HelpsHousehold { get; init; }

    /// <summary>Stays when the plan is worked out again.</summary>
    public bool Locked { get; set; }

    /// <summary>Made when the plan was confirmed.</summary>
    public long? ReferralId { get; set; }
}

/// <summary>What a plan reaches, what simpler ways would have reached, and the proof in numbers.</summary>
public sealed record PlanOutcome
{
    public required PlanReach Plan { get; init; }

    /// <summary>先到先得, longest waiting first.</summary>
    public required PlanReach FirstCome { get; init; }

    /// <summary>分高先得.</summary>
    public required PlanReach BestPairFirst { get; init; }

    public required int People { get; init; }

    public required int Vacancies { get; init; }

    /// <summary>Families where nobody works among the people asked about.</summary>
    public required int ZeroEmploymentHouseholds { get; init; }

    /// <summary>People who come before others at a posting that takes groups first. Plans of before this was kept have 0.</summary>
    public int ComeFirst { get; init; }

    /// <summary>Those of them who are placed; at most 2,000.</summary>
    public IReadOnlyList<long> PeopleFirst { get; init; } = [];

    /// <summary>Those of them who fit nowhere as well as the clerk asks.</summary>
    public int FirstBelowLeast { get; init; }

    /// <summary>How many of <see cref="People"/> have work and would change it. Plans of before this was counted have 0.</summary>
    public int Working { get; init; }

    /// <summary>What the clerk asked of it; null in plans of before this was kept.</summary>
    public PlanWith? With { get; init; }

    /// <summary>Pairs that passed every gate, and score what the clerk asks; all of them were weighed.</summary>
    public required long Pairs { get; init; }

    /// <summary>People whom none of the postings suits.</summary>
    public required int WithoutPair { get; init; }

    /// <summary>Nothing can be better: value and bound are one, and the checker agrees.</summary>
    public required bool Proved { get; init; }

    /// <summary>Families helped and people placed cannot be more; only how well they fit could be better.</summary>
    public bool ReachProved { get; init; }

    public required long Value { get; init; }

    public required long Bound { get; init; }

    /// <summary>Locked rows that could not stay: hired elsewhere, or the posting closed.</summary>
    public int LocksLost { get; init; }

    /// <summary>Which those were; at most 200. Plans of before this was kept have none.</summary>
    public IReadOnlyList<LostLock> LostLocks { get; init; } = [];

    /// <summary>Those people, longest waiting first; at most 2,000. Plans of before this was kept have none.</summary>
    public IReadOnlyList<long> PeopleWithoutPair { get; init; } = [];

    /// <summary>People whom a posting suits and who were not placed: others fill the vacancies. Plans of before this was counted have 0.</summary>
    public int Unplaced { get; init; }

    /// <summary>Those people, longest waiting first; at most 2,000.</summary>
    public IReadOnlyList<long> PeopleUnplaced { get; init; } = [];

    /// <summary>People of the groups asked about who were left out because they are on the way to a job already. Plans of before this was counted have 0.</summary>
    public int UnderWay { get; init; }

    /// <summary>Those people, longest waiting first; at most 2,000.</summary>
    public IReadOnlyList<long> PeopleUnderWay { get; init; } = [];

    /// <summary>Vacancies that were kept for those on the way.</summary>
    public int SeatsKept { get; init; }

    /// <summary>Households where nobody works and nobody was placed.</summary>
    public IReadOnlyList<long> HouseholdsLeft { get; init; } = [];
}

/// <summary>What a clerk changes about a draft, as it was when the draft was worked out.</summary>
public sealed record PlanWith(int LeastScore, IReadOnlyList<PlanBar> Bars);

/// <summary>Where a clerk had kept somebody who cannot stay there.</summary>
public sealed record LostLock(long PersonId, long PostingId);

public sealed record PlanReach(int Households, int People, long Points)
{
    /// <summary>Of the people placed, who comes before others (<see cref="PlanOutcome.ComeFirst"/>).</summary>
    public int ComeFirst { get; init; }

    /// <summary>Of the people placed, who had work already: they do not make more people in work.</summary>
    public int Changing { get; init; }

    /// <summary>People brought into work.</summary>
    public int WithoutWork => People - Changing;
}

internal sealed class PlacementPlanConfiguration : IEntityTypeConfiguration<PlacementPlan>
{
    public void Configure(EntityTypeBuilder<PlacementPlan> builder)
    {
        builder.HasIndex(p => p.State);
        builder.HasIndex(p => p.FairId);
        builder.Property(p => p.Name).HasMaxLength(80);
        builder.Property(p => p.PostingIds).HasMaxLength(20_000).HasJsonText();
        builder.Property(p => p.People).HasMaxLength(4_000).HasJsonText();
        builder.Property(p => p.Outcome).HasMaxLength(100_000).HasJsonText();
        builder.Property(p => p.Demand).HasMaxLength(200_000).HasJsonText();
        builder.Property(p => p.Bars).HasMaxLength(40_000).HasJsonText().HasDefaultValueSql("'[]'");
        builder.Property(p => p.Scope).HasMaxLength(4_000).HasJsonText().HasDefaultValueSql("'{}'");
        builder.HasMany(p => p.Rows).WithOne().HasForeignKey(r => r.PlanId);
    }
}

internal sealed class PlanRowConfiguration : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.HasIndex(r => new { r.PlanId, r.PersonId }).IsUnique();
        builder.HasIndex(r => r.PersonId);
        builder.Property(r => r.Best).HasMaxLength(400).HasJsonText();
    }
}
