using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.EmploymentSpells;

/// <summary>就业记录: the only source of "employed". Who works on a day is derived from these, never typed into a column.</summary>
public sealed class EmploymentSpell : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long HouseholdId { get; set; }

    public required long SettlementId { get; set; }

    public required int CountyCode { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Last day employed; null while it runs.</summary>
    public DateOnly? End { get; private set; }

    public required Channel Channel { get; init; }

    public string Workplace { get; init; } = "";

    /// <summary>GB/T 2260 code of the workplace; null when unknown.</summary>
    public long? RegionCode { get; init; }

    public long? EmployerId { get; init; }

    public long? PostingId { get; init; }

    public int? OccupationId { get; init; }

    public long? WageFenPerMonth { get; set; }

    public DateOnly? ContractUntil { get; set; }

    public bool? Insured { get; set; }

    public FactCheck Check { get; set; } = FactCheck.None;

    public SpellEndReason? EndReason { get; private set; }

    public int Version { get; private set; }

    public bool Covers(DateOnly day) => Start <= day && (End is null || End >= day);

    public Outcome<bool> Finish(DateOnly lastDay, SpellEndReason reason)
    {
        if (End is not null) return new Refusal("Spell.AlreadyEnded");
        if (lastDay < Start) return new Refusal("Spell.EndsBeforeStart", "LastDay");
        (End, EndReason) = (lastDay, reason);
        return true;
    }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, PersonId), new(ChangeKind.Household, HouseholdId)];
}

/// <summary>Employment channels, in every tally.</summary>
public enum Channel
{
    NearbyEnterprise = 1,
    AidWorkshop = 2,
    PublicWelfare = 3,
    WorkRelief = 4,
    ExportInProvince = 5,
    ExportOutOfProvince = 6,
    SelfEmployment = 7,
    FlexibleHome = 8,
    Gig = 9,
}

public enum SpellEndReason
{
    Quit = 1,
    Dismissed = 2,
    ContractEnded = 3,
    WorkplaceClosed = 4,
    Family = 5,
    Health = 6,
    BetterJob = 7,
    Other = 8,
}

/// <summary>自主创业: a spell with the business and its support.</summary>
public sealed class SelfEmployment : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public required long SpellId { get; init; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required string Business { get; init; }

    public long? LoanFen { get; set; }

    public bool RentSupport { get; set; }

    public bool TaxRelief { get; set; }

    public DateOnly? CheckedOn { get; set; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, PersonId)];
}

internal sealed class EmploymentSpellConfiguration : IEntityTypeConfiguration<EmploymentSpell>
{
    public void Configure(EntityTypeBuilder<EmploymentSpell> builder)
    {
        builder.HasIndex(s => new { s.PersonId, s.Start });
        builder.HasIndex(s => new { s.HouseholdId, s.End });
        builder.HasIndex(s => new { s.Start, s.End });
        builder.ComplexProperty(s => s.Check);
    }
}

internal sealed class SelfEmploymentConfiguration : IEntityTypeConfiguration<SelfEmployment>
{
    public void Configure(EntityTypeBuilder<SelfEmployment> builder) => builder.HasOne<EmploymentSpell>().WithOne().HasForeignKey<SelfEmployment>(s => s.SpellId);
}
