using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Notifications;

/// <summary>
/// 消息: a durable inbox row, pushed live when someone is there. Its <see cref="Key"/> is unique, so that nothing is told twice however
/// often a projection repeats itself. Addressed to a person, to an employer's people, or to a settlement's station.
/// </summary>
public sealed class Notification : IDirties
{
    public long Id { get; private set; }

    public required NotificationKind Kind { get; init; }

    public long? PersonId { get; init; }

    public long? EmployerId { get; init; }

    public long? StationSettlementId { get; init; }

    /// <summary>What it is about, told once: "fit:{person}:{posting}", "referral:{id}:{state}".</summary>
    public required string Key { get; init; }

    public long? PostingId { get; init; }

    public long? ReferralId { get; init; }

    public long? CaseId { get; init; }

    /// <summary>Values for its text (score, title, state), as JSON.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public required DateTime At { get; init; }

    /// <summary>Kept for the evening digest: over the day's limit of single messages; in the inbox, not pushed.</summary>
    public bool InDigest { get; init; }

    public DateTime? ReadAt { get; set; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Notification, Id)];
}

public enum NotificationKind
{
    NewFit = 1,
    ReferralMoved = 2,
    ReferredByStation = 3,
    NewCandidate = 4,
    PostingStillOpen = 5,
    PostingDecided = 6,
    EmployerDecided = 7,
    CaseOpened = 8,
    RegistrationRequested = 9,
    FitDigest = 10,
    SavedSearchPostings = 11,
    SavedSearchWorkers = 12,

    /// <summary>A posting that has been there and fits only since the person's facts changed; never pushed.</summary>
    NowFits = 13,

    /// <summary>The station took back people whom the employer had read about; one message a posting.</summary>
    CandidatesTakenBack = 14,

    /// <summary>The station entered her in a class.</summary>
    TrainingEntered = 15,

    /// <summary>A class that she is in has another day or place, or takes place after all.</summary>
    TrainingChanged = 16,

    /// <summary>A class that she was in does not take place.</summary>
    TrainingCancelled = 17,

    /// <summary>The station took her out of a class.</summary>
    TrainingLeft = 18,

    /// <summary>The station took back a posting that it had recommended to her: she need not wait.</summary>
    ReferralTakenBack = 19,
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => new { n.PersonId, n.Id });
        builder.HasIndex(n => new { n.EmployerId, n.Id });
        builder.HasIndex(n => new { n.StationSettlementId, n.Id });
        builder.Property(n => n.Values).HasMaxLength(2000).HasJsonText();
    }
}
