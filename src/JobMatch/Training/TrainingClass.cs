using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Training;

/// <summary>培训班: opened by the station; order-based (订单班) when an employer takes who passes. Who is in it is told by the training records that name it.</summary>
public sealed class TrainingClass : ISettlementScoped
{
    public long Id { get; private set; }

    public required long SettlementId { get; init; }

    public required int KindId { get; init; }

    public required string Title { get; init; }

    public required TrainingForm Form { get; init; }

    /// <summary>Whose order it is, and for which posting.</summary>
    public long? EmployerId { get; init; }

    public long? PostingId { get; init; }

    public required int Seats { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required long MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }
}

internal sealed class TrainingClassConfiguration : IEntityTypeConfiguration<TrainingClass>
{
    public void Configure(EntityTypeBuilder<TrainingClass> builder)
    {
        builder.HasIndex(c => new { c.SettlementId, c.From });
        builder.Property(c => c.Title).HasMaxLength(80);
        builder.HasMany<TrainingRecord>().WithOne().HasForeignKey(r => r.ClassId);
    }
}
