namespace JobMatch.Fairs;

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
