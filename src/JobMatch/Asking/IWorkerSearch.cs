using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Workers;

namespace JobMatch.Asking;

/// <summary>
/// Finds workers for station staff by skills, training history, certificates, capacity, need and wishes. Takes the scope itself: an index
/// has no query filter. Names, phones, ID numbers and addresses are never indexed; those are looked up in the database.
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

    /// <summary>All of them passed.</summary>
    public IReadOnlyList<int> TrainingKindIds { get; init; } = [];

    /// <summary>Practised or wished for, any of these: who might do such work at all. Words tell the two apart.</summary>
    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public IReadOnlyList<LabourCapacity> Capacities { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<WorkerNeed> Needs { get; init; } = [];

    /// <summary>In any of these groups, one flag each.</summary>
    public IReadOnlyList<HardshipGroup> Groups { get; init; } = [];

    /// <summary>Born in these years.</summary>
    public YearsOfBirth Born { get; init; }

    /// <summary>Went to school so long, any of these; who has no level recorded is in none.</summary>
    public IReadOnlyList<Education> Schooling { get; init; } = [];

    /// <summary>Only people with a certificate that is valid, whichever.</summary>
    public bool WithCertificate { get; init; }

    /// <summary>No certificate is on record.</summary>
    public bool WithoutCertificate { get; init; }

    /// <summary>Only people with a skill, whichever.</summary>
    public bool WithSkill { get; init; }

    /// <summary>No skill is on record.</summary>
    public bool WithoutSkill { get; init; }

    /// <summary>Speaks Mandarin so well, any of these; of whom nothing is recorded is in none.</summary>
    public IReadOnlyList<Mandarin> Mandarin { get; init; } = [];

    /// <summary>Last registered as out of work (失业登记).</summary>
    public bool RegisteredUnemployed { get; init; }

    /// <summary>True: only people without work; false: only people in work.</summary>
    public bool? WithoutWork { get; init; }

    public WishesAsked Wishes { get; init; } = new();

    /// <summary>All of these, as a doctor or she herself says.</summary>
    public WorkRestriction Limits { get; init; }

    /// <summary>Each of them on record.</summary>
    public IReadOnlyList<TrainingAsked> Trainings { get; init; } = [];

    /// <summary>All of it done.</summary>
    public IReadOnlyList<ExperienceAsked> Experience { get; init; } = [];

    /// <summary>Each of them running out, or run out, within its days.</summary>
    public IReadOnlyList<CertificateEnding> Certificates { get; init; } = [];

    public long? SettlementId { get; init; }

    /// <summary>In any of these; empty is anywhere.</summary>
    public IReadOnlyList<long> SettlementIds { get; init; } = [];

    /// <summary>Whether anything is asked of people, beside where they live.</summary>
    public bool HasConditions => Words.Length > 0 || SkillIds.Count > 0 || CertificateKindIds.Count > 0 || TrainingKindIds.Count > 0 || OccupationIds.Count > 0 || Capacities.Count > 0 || Needs.Count > 0 || Groups.Count > 0
        || WithCertificate || WithoutCertificate || WithSkill || WithoutSkill || Mandarin.Count > 0 || RegisteredUnemployed || WithoutWork is not null || Born.IsAsked || Schooling.Count > 0 || Wishes.IsAsked || Limits != WorkRestriction.None || Trainings.Count > 0 || Experience.Count > 0 || Certificates.Count > 0;

    /// <summary>Whether anything is asked at all.</summary>
    public bool AsksAnything => HasConditions || SettlementId is not null || SettlementIds.Count > 0;

    /// <summary>The <see cref="WorkerHits.Next"/> of the page before; wins over <see cref="Page"/>.</summary>
    public string? After { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 20;
}

/// <summary>How much a person needs work, the greatest need first (004, 003 五(一)).</summary>
public enum WorkerNeed
{
    /// <summary>Nobody of her household who can work has work.</summary>
    ZeroEmployment = 0,

    /// <summary>Lost work and has no new one yet, or her household is monitored.</summary>
    JobLossOrMonitored = 1,

    /// <summary>In another hardship group.</summary>
    Hardship = 2,

    /// <summary>None of these is known.</summary>
    Other = 3,
}

/// <summary>A page within the scope, the total within it. Order: tier of relevance, then need, then id.</summary>
public sealed record WorkerHits(IReadOnlyList<WorkerHit> Page, int Total)
{
    /// <summary>The token for the page after this one; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>True when another engine than the configured one answered.</summary>
    public bool FromFallback { get; init; }
}

/// <summary>
/// Tier: <see cref="RelevanceTier.TitleWords"/> when each word stands where it asks (「会X」 of what is recorded as done, 「想做X」 of wishes, 「X」 of the record),
/// <see cref="RelevanceTier.Synonyms"/> when another name of it does, <see cref="RelevanceTier.Body"/> when 「X」 is only wished for. Snippet: of what is recorded.
/// </summary>
public sealed record WorkerHit(long Id, RelevanceTier Tier, WorkerNeed Need, IReadOnlyList<HighlightPart> Snippet)
{
    /// <summary>Of what she wishes; empty where only the record answers.</summary>
    public IReadOnlyList<HighlightPart> Wishes { get; init; } = [];
}
