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

    /// <summary>Whom the clerk sends somewhere in the run that was asked for; null in every draft.</summary>
    public PlanPin? Pin { get; private set; }

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

    /// <summary>Sends somebody to a posting, lets her in again where she was ruled out of it, and has the plan worked out around her.</summary>
    public Outcome<bool> SendThere(PlanPin pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        if (State != PlanState.Draft || Kind != PlanKind.Placement) return new Refusal("Plan.NotFrom", "", State);
        if (!PostingIds.Contains(pin.PostingId)) return Refusal.NotFound;
        (Pin, Bars) = (pin, [.. Bars.Where(bar => bar.PersonId != pin.PersonId || (bar.PostingId is { } at && at != pin.PostingId))]);
        return RunAgain();
    }

    /// <summary>Whoever stops a plan that is worked out again has the draft that there was, with what it was worked out by.</summary>
    public Outcome<bool> Stop()
    {
        if (State != PlanState.Running) return new Refusal("Plan.NotFrom", "", State);
        (State, LeasedUntil, Pin) = (Outcome?.With is null ? PlanState.Stopped : PlanState.Draft, null, null);
        if (Outcome?.With is { } with) (_leastScore, Bars) = (with.LeastScore, with.Bars);
        return true;
    }

    public void Fail() => (State, LeasedUntil) = (PlanState.Failed, null);

    public Outcome<bool> Finish(PlanOutcome outcome, DateTime at)
    {
        if (State != PlanState.Running) return new Refusal("Plan.NotFrom", "", State);
        (State, Outcome, WorkedOutAt, LeasedUntil, Pin) = (PlanState.Draft, outcome, at, null, null);
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
        builder.Property(p => p.Pin).HasMaxLength(200).HasJsonText();
        builder.Property(p => p.Scope).HasMaxLength(4_000).HasJsonText().HasDefaultValueSql("'{}'");
        builder.HasMany(p => p.Rows).WithOne().HasForeignKey(r => r.PlanId);
    }
}
