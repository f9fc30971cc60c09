using JobMatch.Asking;
using JobMatch.Matching;

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

    /// <summary>Practised or wished for; words tell the two apart.</summary>
    public required IReadOnlyList<int> OccupationIds { get; init; }

    /// <summary>What is recorded as done: names of skills, certificates and occupations, then trainings, workplaces and evidence, scrubbed; shown as the snippet.</summary>
    public required string Text { get; init; }

    /// <summary>Other names of her skills, certificates and occupations; searched, never shown.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>Those names that say exactly what is recorded (<see cref="Words.SkillNames"/>), with the recorded names themselves; searched, never shown.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    /// <summary>What she wishes, each so that it reads as a wish (「想做缝纫工」, 「想学焊工培训」, 「想去广东省」), then her own words, scrubbed; shown.</summary>
    public required string Wishes { get; init; }

    /// <summary>Other names of the occupations and trainings she wishes for, cities of the provinces she would go to; searched, never shown.</summary>
    public required IReadOnlyList<string> WishNames { get; init; }

    /// <summary>Coded wishes, <see cref="WishTags"/>.</summary>
    public IReadOnlyList<string> WishTags { get; init; } = [];

    /// <summary>Trainings, certificates and work with their days and lengths, <see cref="RecordNumbers"/>.</summary>
    public IReadOnlyList<long> Records { get; init; } = [];

    /// <summary>What a first cut for a posting compares.</summary>
    public required FitTags Fit { get; init; }

    public long Fingerprint => Fingerprints.Of(this);
}
