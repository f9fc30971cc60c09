using JobMatch.Matching;
using JobMatch.Workers;

namespace JobMatch.Search;

/// <summary>
/// What an index knows of a worker: her id, coded features and texts scrubbed of names, phones, numbers and doors. Nothing here
/// identifies a person to someone who only has the index.
/// </summary>
public sealed record WorkerDocument
{
    public required long Id { get; init; }

    public required long SettlementId { get; init; }

    public required LabourCapacity Capacity { get; init; }

    /// <summary>On the day of indexing; what a date changes is announced at midnight and read again.</summary>
    public required WorkerNeed Need { get; init; }

    /// <summary>Has an employment spell that covers the day of indexing.</summary>
    public required bool InWork { get; init; }

    public required IReadOnlyList<int> SkillIds { get; init; }

    /// <summary>Valid on the day of indexing.</summary>
    public required IReadOnlyList<int> CertificateKindIds { get; init; }

    /// <summary>Trainings passed.</summary>
    public required IReadOnlyList<int> TrainingKindIds { get; init; }

    /// <summary>Practised or wished for.</summary>
    public required IReadOnlyList<int> OccupationIds { get; init; }

    /// <summary>Names of skills, certificates, trainings, occupations and the places she would go to, then her own words, scrubbed; shown as the snippet.</summary>
    public required string Text { get; init; }

    /// <summary>Other names of her skills and occupations, cities of the provinces she would go to; searched, never shown.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>What a first cut for a posting compares.</summary>
    public required FitTags Fit { get; init; }

    public long Fingerprint => Fingerprints.Of(this);
}
