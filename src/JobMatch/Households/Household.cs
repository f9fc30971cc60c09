using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Households;

/// <summary>A household (户): the unit of coverage and of the zero-employment watch.</summary>
public sealed class Household : IHouseholdScoped, IDirties
{
    public long Id { get; private set; }

    long IHouseholdScoped.HouseholdId => Id;

    /// <summary>户编号, as the ledgers have it.</summary>
    public required string Number { get; init; }

    public required long SettlementId { get; set; }

    public required int CountyCode { get; init; }

    /// <summary>Building, as neighbours say it (「3 号楼」); the exact door is protected.</summary>
    public string Building { get; set; } = "";

    public Protected? Address { get; set; }

    public DateOnly? MoveInDate { get; set; }

    /// <summary>建档立卡.</summary>
    public DateOnly? RegisteredPoorFrom { get; set; }

    public DateOnly? RegisteredPoorTo { get; set; }

    /// <summary>监测对象.</summary>
    public DateOnly? MonitoredFrom { get; set; }

    public DateOnly? MonitoredTo { get; set; }

    /// <summary>低保.</summary>
    public DateOnly? LowIncomeFrom { get; set; }

    public DateOnly? LowIncomeTo { get; set; }

    public int Version { get; private set; }

    public List<Person> Members { get; } = [];

    public bool IsMonitored(DateOnly on) => Holds(MonitoredFrom, MonitoredTo, on);

    public bool IsRegisteredPoor(DateOnly on) => Holds(RegisteredPoorFrom, RegisteredPoorTo, on);

    public bool IsLowIncome(DateOnly on) => Holds(LowIncomeFrom, LowIncomeTo, on);

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Household, Id)];

    private static bool Holds(DateOnly? from, DateOnly? to, DateOnly on) => from is { } start && start <= on && (to is null || to >= on);
}

/// <summary>Anyone on the ledger, of any age, in one household at a time.</summary>
public sealed class Person : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    long IPersonScoped.PersonId => Id;

    public long HouseholdId { get; private set; }

    public required long SettlementId { get; set; }

    public required int CountyCode { get; init; }

    public required string Name { get; set; }

    public Protected? IdNumber { get; set; }

    /// <summary>Keyed hash of the ID number: looked up before a person is created.</summary>
    public string? IdHash { get; set; }

    public Protected? Phone { get; set; }

    /// <summary>Keyed hash of the phone; families share one, so it never identifies a person alone.</summary>
    public string? PhoneHash { get; set; }

    public required DateOnly BirthDate { get; set; }

    public required Sex Sex { get; set; }

    public required RelationToHead Relation { get; set; }

    public Protected? HealthNote { get; set; }

    /// <summary>At school or university; not counted as labour.</summary>
    public bool InEducation { get; set; }

    public DateOnly? DiedOn { get; set; }

    public int Version { get; private set; }

    public List<HouseholdMembership> Memberships { get; } = [];

    public int AgeOn(DateOnly day)
    {
        var age = day.Year - BirthDate.Year;
        return BirthDate.AddYears(age) > day ? age - 1 : age;
    }

    /// <summary>Moves into a household from a day on; the membership before ends the day before.</summary>
    public void MoveInto(Household household, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(household);
        if (Memberships.Find(m => m.To is null) is { } current) current.To = from.AddDays(-1);
        HouseholdId = household.Id;
        SettlementId = household.SettlementId;
        Memberships.Add(new HouseholdMembership { HouseholdId = household.Id, PersonId = Id, SettlementId = household.SettlementId, From = from });
    }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, Id), new(ChangeKind.Household, HouseholdId)];
}

public sealed class HouseholdMembership : IPersonScoped
{
    public long Id { get; private set; }

    public long PersonId { get; init; }

    public long HouseholdId { get; init; }

    public long SettlementId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

public enum Sex
{
    Unknown = 0,
    Male = 1,
    Female = 2,
}

/// <summary>与户主关系, folded to what the screens need; the ledger's own word stays in the import.</summary>
public enum RelationToHead
{
    Head = 0,
    Spouse = 1,
    Child = 2,
    ChildInLaw = 3,
    Grandchild = 4,
    Parent = 5,
    ParentInLaw = 6,
    Grandparent = 7,
    Sibling = 8,
    Other = 9,
}

internal sealed class HouseholdConfiguration : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.HasIndex(h => h.Number).IsUnique();
        builder.HasIndex(h => h.SettlementId);
        builder.HasMany(h => h.Members).WithOne().HasForeignKey(p => p.HouseholdId);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasIndex(p => p.IdHash).IsUnique();
        builder.HasIndex(p => p.PhoneHash);
        builder.HasIndex(p => p.SettlementId);
        builder.HasIndex(p => p.Name);
        builder.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class HouseholdMembershipConfiguration : IEntityTypeConfiguration<HouseholdMembership>
{
    public void Configure(EntityTypeBuilder<HouseholdMembership> builder) => builder.HasIndex(m => new { m.HouseholdId, m.From });
}
