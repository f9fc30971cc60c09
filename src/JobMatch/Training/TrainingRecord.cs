using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Training;

/// <summary>培训记录: a training a worker took, of a kind in the catalogue.</summary>
public sealed class TrainingRecord : IPersonScoped, IDirties
{
    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required int KindId { get; init; }

    public required string Title { get; set; }

    public required TrainingForm Form { get; init; }

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public required TrainingResult Result { get; set; }

    /// <summary>The class that the station opened for it, if it did.</summary>
    public long? ClassId { get; init; }

    public FactCheck Check { get; set; } = FactCheck.None;

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Worker, PersonId)];
}

public enum TrainingForm
{
    PreJob = 1,
    Upskilling = 2,
    Apprenticeship = 3,
    OrderBased = 4,
    ProjectBased = 5,
    WorkForTraining = 6,
    StartUp = 7,
    Mandarin = 8,
    Evening = 9,
    Online = 10,
}

public enum TrainingResult
{
    Attending = 0,
    Passed = 1,
    Failed = 2,
    DroppedOut = 3,

    /// <summary>The class did not take place.</summary>
    Cancelled = 4,
}

internal sealed class TrainingRecordConfiguration : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.HasIndex(t => t.PersonId);
        builder.HasIndex(t => t.ClassId);
        builder.ComplexProperty(t => t.Check);
    }
}
