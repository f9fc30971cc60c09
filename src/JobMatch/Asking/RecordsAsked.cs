using JobMatch.Training;

namespace JobMatch.Asking;

/// <summary>Days, both of them too; null is open.</summary>
public readonly record struct DaysAsked(DateOnly? From, DateOnly? To);

/// <summary>A training on somebody's record.</summary>
/// <param name="KindIds">Any of these; empty: whichever.</param>
/// <param name="Results">Any of these.</param>
public sealed record TrainingAsked(IReadOnlyList<int> KindIds, IReadOnlyList<TrainingResult> Results)
{
    /// <summary>Its first day.</summary>
    public DaysAsked Begins { get; init; }

    /// <summary>Its last day; of one without an end its first, and of one that somebody still attends none.</summary>
    public DaysAsked Ends { get; init; }

    /// <summary>Only people of whom no such training is on record.</summary>
    public bool Never { get; init; }
}

/// <summary>Work done so long: before the ledger and in employment that it knows.</summary>
/// <param name="OccupationIds">Any of these by itself; empty: all work together.</param>
/// <param name="Months">Of thirty days, at least.</param>
/// <param name="Day">What has not ended is counted up to here.</param>
public sealed record ExperienceAsked(IReadOnlyList<int> OccupationIds, int Months, DateOnly Day)
{
    /// <summary>Less than this many months.</summary>
    public int? Below { get; init; }
}

/// <summary>A certificate by its last valid day; of several of one kind the one that lasts longest. What does not run out has none.</summary>
/// <param name="KindIds">Any of these; empty: whichever.</param>
/// <param name="Ends">Its last valid day.</param>
public sealed record CertificateEnding(IReadOnlyList<int> KindIds, DaysAsked Ends);
