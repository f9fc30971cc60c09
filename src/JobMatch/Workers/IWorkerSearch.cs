using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Workers;

/// <summary>
/// Finds workers for station staff by skills, training history, certificates and wishes. Takes the scope itself: an index has no query
/// filter. Names, phones, ID numbers and addresses are never indexed; those are looked up in the database.
/// </summary>
public interface IWorkerSearch
{
    Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel);
}

public sealed record WorkerQuery
{
    public string Words { get; init; } = "";

    public IReadOnlyList<int> SkillIds { get; init; } = [];

    public IReadOnlyList<int> CertificateKindIds { get; init; } = [];

    public IReadOnlyList<int> TrainingKindIds { get; init; } = [];

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public IReadOnlyList<LabourCapacity> Capacities { get; init; } = [];

    /// <summary>True: only people without work; false: only people in work.</summary>
    public bool? WithoutWork { get; init; }

    public long? SettlementId { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 20;
}

/// <summary>A page within the scope, the total within it.</summary>
public sealed record WorkerHits(IReadOnlyList<WorkerHit> Page, int Total)
{
    /// <summary>True when another engine than the configured one answered.</summary>
    public bool FromFallback { get; init; }
}

public sealed record WorkerHit(long Id, double Score, IReadOnlyList<HighlightPart> Snippet);

