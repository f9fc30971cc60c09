using JobMatch.Data;
using JobMatch.EmploymentSpells;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Tallies;

/// <summary>One counting of a month. Counting again gives the same rows, or a new version that says what changed.</summary>
public sealed class MonthCount
{
    public long Id { get; private set; }

    /// <summary>202611.</summary>
    public required int Month { get; init; }

    public required int CountVersion { get; init; }

    public required DateTime CountedAt { get; init; }

    /// <summary>The version that reports use.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>Against the version before: rows that differ.</summary>
    public int RowsChanged { get; init; }

    /// <summary>The rules it was counted by, as JSON (name, value, from, source).</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>The evidence: one worker in one month, as on its last day.</summary>
public sealed class WorkerMonth : IPersonScoped
{
    public long Id { get; private set; }

    public required long MonthCountId { get; init; }

    public required int Month { get; init; }

    public required long PersonId { get; init; }

    public required long HouseholdId { get; init; }

    public required long SettlementId { get; init; }

    public required bool HasCapacity { get; init; }

    public required bool Willing { get; init; }

    public required bool WorkingAge { get; init; }

    public required bool Employed { get; init; }

    public required bool Stable { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>The spell that makes her employed.</summary>
    public long? SpellId { get; init; }

    public long? WageFenPerMonth { get; init; }
}

/// <summary>A figure of a settlement in a month; its rows are the worker months behind it.</summary>
public sealed class SettlementMonth : ISettlementScoped
{
    public long Id { get; private set; }

    public required long MonthCountId { get; init; }

    public required int Month { get; init; }

    public required long SettlementId { get; init; }

    public required int Households { get; init; }

    public required int CapacityHouseholds { get; init; }

    /// <summary>Households with labour capacity and at least one willing.</summary>
    public required int WillingHouseholds { get; init; }

    /// <summary>Households with labour capacity and at least one stably employed (coverage A's numerator).</summary>
    public required int CoveredHouseholds { get; init; }

    public required int ZeroEmploymentHouseholds { get; init; }

    public required int Workers { get; init; }

    public required int Employed { get; init; }

    public required int StablyEmployed { get; init; }

    /// <summary>Employed people by channel, keyed by the channel's number.</summary>
    public required IReadOnlyDictionary<int, int> ByChannel { get; init; }
}

internal sealed class MonthCountConfiguration : IEntityTypeConfiguration<MonthCount>
{
    public void Configure(EntityTypeBuilder<MonthCount> builder)
    {
        builder.HasIndex(c => new { c.Month, c.CountVersion }).IsUnique();
        builder.Property(c => c.Rules).HasMaxLength(8000).HasJsonText();
    }
}

internal sealed class WorkerMonthConfiguration : IEntityTypeConfiguration<WorkerMonth>
{
    public void Configure(EntityTypeBuilder<WorkerMonth> builder)
    {
        builder.HasOne<MonthCount>().WithMany().HasForeignKey(r => r.MonthCountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.MonthCountId, r.SettlementId });
        builder.HasIndex(r => new { r.PersonId, r.Month });
    }
}

internal sealed class SettlementMonthConfiguration : IEntityTypeConfiguration<SettlementMonth>
{
    public void Configure(EntityTypeBuilder<SettlementMonth> builder)
    {
        builder.HasOne<MonthCount>().WithMany().HasForeignKey(r => r.MonthCountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.MonthCountId, r.SettlementId }).IsUnique();
        builder.Property(r => r.ByChannel).HasMaxLength(400).HasJsonText();
    }
}
