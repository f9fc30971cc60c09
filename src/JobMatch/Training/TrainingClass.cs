using System.Linq.Expressions;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Training;

/// <summary>培训班: opened by the station; order-based (订单班) when an employer takes who passes. Who is in it is told by the training records that name it.</summary>
public sealed class TrainingClass : ISettlementScoped
{
    /// <summary>Who left, and whose class did not take place, has no seat any more.</summary>
    public static readonly Expression<Func<TrainingRecord, bool>> TakesSeat = record => record.Result != TrainingResult.Cancelled && record.Result != TrainingResult.DroppedOut;

    public long Id { get; private set; }

    public required long SettlementId { get; init; }

    public required int KindId { get; init; }

    public required string Title { get; set; }

    public required TrainingForm Form { get; init; }

    /// <summary>The postings that those who pass are wanted for, of one employer or several; empty: nobody's order.</summary>
    public IReadOnlyList<long> PostingIds { get; init; } = [];

    public required int Seats { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>Where people come; empty: not said yet.</summary>
    public string Place { get; set; } = "";

    /// <summary>Who teaches: a person or a school; empty: not said yet.</summary>
    public string Trainer { get; set; } = "";

    /// <summary>It does not take place; null: it does.</summary>
    public DateTime? CancelledAt { get; private set; }

    /// <summary>When people were last added, left or came back with the class itself; null: not since it was opened. Other corrections change no figure of a demand.</summary>
    public DateTime? PeopleChangedAt { get; private set; }

    public int Version { get; private set; }

    public required long MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public Outcome<bool> Cancel(DateTime at)
    {
        if (CancelledAt is not null) return new Refusal("Training.IsCancelled");
        (CancelledAt, PeopleChangedAt) = (at, at);
        return true;
    }

    /// <summary>Takes the cancelling back, within its day.</summary>
    public Outcome<bool> Restore(DateTime at)
    {
        if (CancelledAt is not { } cancelled) return new Refusal("Training.NotCancelled");
        if (ChinaDay.Of(cancelled) != ChinaDay.Of(at)) return new Refusal("Training.RestoreOver");
        (CancelledAt, PeopleChangedAt) = (null, at);
        return true;
    }

    /// <summary>Other people are in it than before.</summary>
    public void ChangePeople(DateTime at) => PeopleChangedAt = at;
}

internal sealed class TrainingClassConfiguration : IEntityTypeConfiguration<TrainingClass>
{
    public void Configure(EntityTypeBuilder<TrainingClass> builder)
    {
        builder.HasIndex(c => new { c.SettlementId, c.From });
        builder.Property(c => c.Title).HasMaxLength(80);
        builder.Property(c => c.PostingIds).HasMaxLength(2_000).HasJsonText();
        builder.Property(c => c.Place).HasMaxLength(TrainingClassTerms.LongestPlace).HasDefaultValue("");
        builder.Property(c => c.Trainer).HasMaxLength(TrainingClassTerms.LongestTrainer).HasDefaultValue("");
        builder.HasMany<TrainingRecord>().WithOne().HasForeignKey(r => r.ClassId);
    }
}
