using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Fairs;

/// <summary>One person of a plan and where she goes.</summary>
public sealed class PlanRow : IPersonScoped
{
    public long Id { get; private set; }

    public long PlanId { get; init; }

    public required long PersonId { get; init; }

    public required long HouseholdId { get; init; }

    public required long SettlementId { get; set; }

    public required long PostingId { get; init; }

    public required long QuotaId { get; init; }

    public required int Score { get; init; }

    /// <summary>Where she would fit better and why she does not go there; null: nowhere, or the plan is of before this was kept.</summary>
    public PlanBest? Best { get; init; }

    /// <summary>Nobody of her household works: this is the job that changes it.</summary>
    public required bool HelpsHousehold { get; init; }

    /// <summary>Stays when the plan is worked out again.</summary>
    public bool Locked { get; set; }

    /// <summary>Made when the plan was confirmed.</summary>
    public long? ReferralId { get; set; }
}

internal sealed class PlanRowConfiguration : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.HasIndex(r => new { r.PlanId, r.PersonId }).IsUnique();
        builder.HasIndex(r => r.PersonId);
        builder.Property(r => r.Best).HasMaxLength(400).HasJsonText();
    }
}
