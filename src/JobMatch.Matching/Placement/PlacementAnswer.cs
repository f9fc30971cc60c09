namespace JobMatch.Matching.Placement;

/// <summary>A plan and its proof.</summary>
public sealed record PlacementAnswer
{
    /// <summary>Per person an index of a quota, or −1.</summary>
    public required IReadOnlyList<int> QuotaOf { get; init; }

    public required PlacementScore Score { get; init; }

    /// <summary>The aims as one number (<see cref="PlacementAims.Value"/>).</summary>
    public required long Value { get; init; }

    /// <summary>No plan at all can be worth more. Equal to <see cref="Value"/>: this plan is optimal.</summary>
    public required long Bound { get; init; }

    public required PlacementCertificate Certificate { get; init; }

    public required PlacementEffort Effort { get; init; }

    public bool IsOptimal => Value == Bound;

    /// <summary>No plan helps more households, and none that helps as many places more people: the bound is under what one more of either is worth. Only precedence and scores could be more.</summary>
    public bool IsReachProved(PlacementAims aims) => aims.Person > 0 && Bound < aims.Value(new(Score.Households, Score.People + 1, 0, 0)) && Bound < aims.Value(new(Score.Households + 1, 0, 0, 0));
}

/// <summary>What it took.</summary>
/// <param name="Rounds">How often all gated pairs were priced.</param>
/// <param name="Pivots">Simplex pivots.</param>
/// <param name="Branches">Cases that the household limit was split into; 1 = none.</param>
/// <param name="Arcs">Arcs of the final graph.</param>
public sealed record PlacementEffort(int Rounds, long Pivots, int Branches, int Arcs);

/// <summary>
/// The proof: cases that together cover every plan, each with prices. Whatever the prices, a case's plans are worth at most
/// <c>Σ vacancies·quota price + Σ (household aim − household price)⁺ + Σ limit price + Σ over people of the best (value + household price − quota price − what her post costs of the limit)⁺</c>;
/// so a wrong certificate can only prove too little. For each person a plan that keeps the limit has at most one of these: a plain public-welfare post of hers, and posts that take one of her household, whoever takes them. So a
/// plain one costs her own limit price, one that takes one of the household those of all of its members.
/// </summary>
public sealed record PlacementCertificate(IReadOnlyList<PlacementCase> Cases);

/// <summary>One case. All prices are ≥ 0.</summary>
/// <param name="Choices">What is taken as given of some households. None: the case holds for every plan.</param>
/// <param name="QuotaPrices">What a vacancy is worth, per quota.</param>
/// <param name="HouseholdPrices">What one more placed member is worth to a household where nobody works; 0 for others.</param>
/// <param name="LimitPrices">What keeping the limit is worth, per person.</param>
public sealed record PlacementCase(
    IReadOnlyList<PlacementChoice> Choices, IReadOnlyList<long> QuotaPrices, IReadOnlyList<long> HouseholdPrices, IReadOnlyList<long> LimitPrices);

/// <summary>Of this household only this person may take a public-welfare post; or nobody may take one that takes one of a household (<see cref="Nobody"/>). Both are indices.</summary>
public readonly record struct PlacementChoice(int Household, int Person)
{
    /// <summary>In place of a person: nobody of the household takes a post that takes one of it.</summary>
    public const int Nobody = -1;
}

/// <summary>How far the planner is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">People scored, or pivots, or cases.</param>
/// <param name="Of">Of how many; 0 when unknown.</param>
public readonly record struct PlacementProgress(PlacementStage Stage, long Done, long Of);

public enum PlacementStage
{
    Scoring = 0,
    Assigning = 1,
    Pricing = 2,
    HouseholdLimit = 3,
    Checking = 4,
}
