using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JobMatch.Web.ForStationStaff.Plans;

public sealed record PlanListRow(PlacementPlan Plan, int Rows);

public sealed record PlansPage(IReadOnlyList<Fair> Fairs, IReadOnlyList<PlanListRow> Plans, IReadOnlyDictionary<long, string> Names);

/// <summary>The settlements that can be chosen from: the clerk's own.</summary>
public sealed record PlanChoices(IReadOnlyList<SelectListItem> Mine, DateOnly Today);

public sealed record NewPlanPage(PlanForm Form, PlanChoices Choices, PostingPick Pick, Fair? Fair);

public sealed record FairPage(long? Id, FairForm Form, PlanChoices Choices, PostingPick Pick, IReadOnlyList<PlacementPlan> Plans);

/// <summary>Somebody of a plan: who, whose family, and why it fits.</summary>
public sealed record PlannedPerson(PlanRow Row, Person Person, Household Household, Fit? Fit)
{
    /// <summary>A pair with less is to be looked at before anybody is sent.</summary>
    public const int LowScore = 40;

    /// <summary>The plan was undone, and her referral with it.</summary>
    public bool TakenBack { get; init; }

    /// <summary>What nobody knows of the posting or of her and the gates let pass: to be asked before anybody is sent.</summary>
    public IReadOnlyList<Gap> Unknown { get; } = [.. Fit?.Gaps.Where(gap => gap.Code is >= GapCode.AskStrain and <= GapCode.AskOccupation || (gap.Code == GapCode.Record && (WorkerFact)gap.Values[0] is WorkerFact.Mobility or WorkerFact.Home)) ?? []];

    /// <summary>A low score, or more than one thing unknown: a clerk checks these first.</summary>
    public bool IsWeak => Row.Score < LowScore || Unknown.Count > 1;
}

/// <param name="Bar">As it is kept with the plan.</param>
/// <param name="Person">Who.</param>
/// <param name="Posting">Not there; null: nowhere in this plan.</param>
public sealed record BarredPair(PlanBar Bar, Person Person, Posting? Posting);

public sealed record PlannedPosting(Posting Posting, IReadOnlyList<PlannedPerson> People);

public sealed record PlannedHousehold(Household Household, bool IsHelped, IReadOnlyList<(PlannedPerson Planned, Posting Posting)> People);

public sealed record PlanPage(PlacementPlan Plan, Fair? Fair, string MadeBy, string View, int Rows, int Locked)
{
    public IReadOnlyList<PlannedPosting> Postings { get; init; } = [];

    public IReadOnlyList<PlannedHousehold> Households { get; init; } = [];

    /// <summary>Families of whom somebody is placed.</summary>
    public IReadOnlyList<long> HelpedIds { get; init; } = [];

    /// <summary>Those to be checked first, the weakest first.</summary>
    public IReadOnlyList<(PlannedPerson Planned, Posting Posting)> Weak { get; init; } = [];

    /// <summary>Of a list that comes in pages, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Families without work that it helps with nothing: of those asked about, and of those where nobody was asked.</summary>
    public IReadOnlyList<long> LeftIds { get; init; } = [];

    public LeftPage? Left { get; init; }

    /// <summary>Who and what the clerk has ruled out.</summary>
    public IReadOnlyList<BarredPair> Barred { get; init; } = [];

    public IReadOnlyDictionary<long, Settlement> Settlements { get; init; } = new Dictionary<long, Settlement>();

    public WithoutPage? Without { get; init; }

    public NotAskedPage? NotAsked { get; init; }

    public bool MayUndo { get; init; }
}
