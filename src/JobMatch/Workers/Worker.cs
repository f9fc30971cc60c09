using System.Text.Json.Serialization;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Workers;

/// <summary>
/// A person of 16 or more with a labour capacity (劳动力); shares the person's id. Each fact carries where it came from and when it was
/// last checked (003 五(一)). What is null was never recorded: unknown, not "no".
/// </summary>
public sealed class Worker : IPersonScoped, IDirties
{
    /// <summary>The person's id.</summary>
    public required long Id { get; init; }

    long IPersonScoped.PersonId => Id;

    public required long HouseholdId { get; set; }

    public required long SettlementId { get; set; }

    public required int CountyCode { get; init; }

    public LabourCapacity Capacity { get; private set; }

    public FactCheck CapacityCheck { get; private set; } = FactCheck.None;

    public WorkRestriction Restrictions { get; private set; }

    /// <summary>Wants work (有就业意愿); null when nobody asked.</summary>
    public bool? Willing { get; private set; }

    public FactCheck WillingCheck { get; private set; } = FactCheck.None;

    public Education Education { get; private set; }

    public FactCheck EducationCheck { get; private set; } = FactCheck.None;

    public Mandarin Mandarin { get; private set; }

    public Mobility Mobility { get; private set; }

    /// <summary>Metres, when mobility is given as a distance.</summary>
    public int? MobilityMetres { get; private set; }

    public FactCheck MobilityCheck { get; private set; } = FactCheck.None;

    /// <summary>Duties she marked impossible.</summary>
    public Duty ImpossibleDuties { get; private set; }

    /// <summary>Someone has checked which hardship groups she is in.</summary>
    public DateOnly? HardshipCheckedOn { get; set; }

    public WorkWishes Wishes { get; private set; } = WorkWishes.None;

    public FactCheck WishesCheck { get; private set; } = FactCheck.None;

    /// <summary>Fen a month, of the last job; null when unknown.</summary>
    public long? LastWageFen { get; set; }

    /// <summary>Agrees that employers see the masked profile (003); withdrawn any time.</summary>
    public bool ConsentsToEmployers { get; set; } = true;

    /// <summary>Looking for work since; counts as days waiting.</summary>
    public DateOnly? WaitingSince { get; set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    public List<WorkerSkill> Skills { get; } = [];

    public List<WorkExperience> Experience { get; } = [];

    public List<Certificate> Certificates { get; } = [];

    public List<HardshipAssessment> Hardships { get; } = [];

    public void RecordCapacity(LabourCapacity capacity, WorkRestriction restrictions, FactCheck check) =>
        (Capacity, Restrictions, CapacityCheck) = (capacity, restrictions, check);

    public void RecordWilling(bool willing, FactCheck check) => (Willing, WillingCheck) = (willing, check);

    public void RecordEducation(Education education, Mandarin mandarin, FactCheck check) =>
        (Education, Mandarin, EducationCheck) = (education, mandarin, check);

    public void RecordMobility(Mobility mobility, int? metres, Duty impossible, FactCheck check) =>
        (Mobility, MobilityMetres, ImpossibleDuties, MobilityCheck) = (mobility, metres, impossible, check);

    public void RecordWishes(WorkWishes wishes, FactCheck check) => (Wishes, WishesCheck) = (wishes, check);

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, Id), new(ChangeKind.Household, HouseholdId)];
}

/// <summary>Where a fact came from and the day it was last checked.</summary>
public sealed record FactCheck(FactSource Source, DateOnly? On)
{
    public static FactCheck None { get; } = new(FactSource.Unknown, null);
}

public enum FactSource
{
    Unknown = 0,
    Ledger = 1,
    Station = 2,
    Self = 3,
    Employer = 4,
    Training = 5,
    Visit = 6,
}

/// <summary>What work she wants, as told. Empty sets and None mean that nothing was stated.</summary>
public sealed record WorkWishes
{
    public static WorkWishes None { get; } = new();

    public PostingKinds Kinds { get; init; }

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    /// <summary>GB/T 2260 codes of provinces, counties or townships.</summary>
    public IReadOnlyList<int> RegionCodes { get; init; } = [];

    public Shifts Shifts { get; init; }

    /// <summary>Looks after someone: wants hours around school.</summary>
    public bool CareFriendly { get; init; }

    /// <summary>Fen a month for full-time work; null when not stated.</summary>
    public long? WageFloorFen { get; init; }

    public IReadOnlyList<int> TrainingKindIds { get; init; } = [];

    /// <summary>Her own words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Nothing was stated at all.</summary>
    [JsonIgnore]
    public bool IsEmpty => Kinds == PostingKinds.None && OccupationIds.Count == 0 && RegionCodes.Count == 0 && Shifts == Shifts.None && !CareFriendly
        && WageFloorFen is null && TrainingKindIds.Count == 0 && Words.Length == 0;
}

/// <summary>Claimed or evidenced, by what, when.</summary>
public sealed class WorkerSkill : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public long WorkerId { get; init; }

    long IPersonScoped.PersonId => WorkerId;

    public required long SettlementId { get; set; }

    public required int SkillId { get; init; }

    public required SkillLevel Level { get; set; }

    /// <summary>What proves it («结业证 2025-06»); empty when claimed.</summary>
    public string Evidence { get; set; } = "";

    public FactCheck Check { get; set; } = FactCheck.None;

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, WorkerId)];
}

/// <summary>From "is learning it" over the five levels of the national vocational scale (五级 to 一级).</summary>
public enum SkillLevel
{
    Unknown = 0,
    Learning = 1,
    CanDo = 2,
    Junior = 3,
    Intermediate = 4,
    Senior = 5,
    Technician = 6,
    SeniorTechnician = 7,
}

/// <summary>An occupation practised before the ledger knew of it; later ones come from employment spells.</summary>
public sealed class WorkExperience : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public long WorkerId { get; init; }

    long IPersonScoped.PersonId => WorkerId;

    public required long SettlementId { get; set; }

    /// <summary>Code of the 2022 classification as a number (6-04-02-01 is 6040201).</summary>
    public required int OccupationId { get; init; }

    public string Workplace { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int Months { get; init; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, WorkerId)];
}

public sealed class Certificate : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public long WorkerId { get; init; }

    long IPersonScoped.PersonId => WorkerId;

    public required long SettlementId { get; set; }

    public required int KindId { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last valid day; null when it does not run out.</summary>
    public DateOnly? ValidTo { get; set; }

    public FactCheck Check { get; set; } = FactCheck.None;

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, WorkerId)];
}

/// <summary>就业困难认定: a category, from, to.</summary>
public sealed class HardshipAssessment : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public long WorkerId { get; init; }

    long IPersonScoped.PersonId => WorkerId;

    public required long SettlementId { get; set; }

    public required HardshipGroup Group { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, WorkerId)];
}

/// <summary>就业失业登记 (002(五), 003 五(一)).</summary>
public sealed class UnemploymentRegistration : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required bool Employed { get; init; }

    public required DateOnly On { get; init; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, PersonId)];
}

/// <summary>The person does not want to be seen by this employer.</summary>
public sealed class HiddenFromEmployer : IPersonScoped, IDirties
{
    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required long EmployerId { get; init; }

    public required DateTime At { get; init; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, PersonId)];
}

internal sealed class WorkerConfiguration : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithOne().HasForeignKey<Worker>(w => w.Id);
        builder.HasIndex(w => w.SettlementId);
        builder.HasIndex(w => w.HouseholdId);
        builder.ComplexProperty(w => w.CapacityCheck);
        builder.ComplexProperty(w => w.WillingCheck);
        builder.ComplexProperty(w => w.EducationCheck);
        builder.ComplexProperty(w => w.MobilityCheck);
        builder.ComplexProperty(w => w.WishesCheck);
        builder.Property(w => w.Wishes).HasMaxLength(2000).HasJsonText();
        builder.HasMany(w => w.Skills).WithOne().HasForeignKey(s => s.WorkerId);
        builder.HasMany(w => w.Experience).WithOne().HasForeignKey(s => s.WorkerId);
        builder.HasMany(w => w.Certificates).WithOne().HasForeignKey(s => s.WorkerId);
        builder.HasMany(w => w.Hardships).WithOne().HasForeignKey(s => s.WorkerId);
    }
}

internal sealed class WorkerSkillConfiguration : IEntityTypeConfiguration<WorkerSkill>
{
    public void Configure(EntityTypeBuilder<WorkerSkill> builder) => builder.ComplexProperty(s => s.Check);
}

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ComplexProperty(s => s.Check);
        builder.HasIndex(c => c.ValidTo);
    }
}

internal sealed class WorkExperienceConfiguration : IEntityTypeConfiguration<WorkExperience>
{
    public void Configure(EntityTypeBuilder<WorkExperience> builder) => builder.HasIndex(e => e.WorkerId);
}

internal sealed class HardshipConfiguration : IEntityTypeConfiguration<HardshipAssessment>
{
    public void Configure(EntityTypeBuilder<HardshipAssessment> builder) => builder.HasIndex(h => h.To);
}

internal sealed class UnemploymentRegistrationConfiguration : IEntityTypeConfiguration<UnemploymentRegistration>
{
    public void Configure(EntityTypeBuilder<UnemploymentRegistration> builder) => builder.HasIndex(r => new { r.PersonId, r.On });
}

internal sealed class HiddenFromEmployerConfiguration : IEntityTypeConfiguration<HiddenFromEmployer>
{
    public void Configure(EntityTypeBuilder<HiddenFromEmployer> builder) => builder.HasKey(h => new { h.PersonId, h.EmployerId });
}
