using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Audit;

/// <summary>Who looked at or did what, and when. Ids only, never names.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>0 when nobody was signed in.</summary>
    public required long AccountId { get; init; }

    public required AuditAction Action { get; init; }

    public required AuditSubject Subject { get; init; }

    public required long SubjectId { get; init; }

    public string Detail { get; init; } = "";
}

public enum AuditAction
{
    Looked = 1,
    RevealedPhone = 2,
    RevealedIdNumber = 3,
    Created = 4,
    Changed = 5,
    SignedIn = 6,
    SignInFailed = 7,
    SignedOut = 8,
    Refused = 9,
    Exported = 10,
    Printed = 11,
}

public enum AuditSubject
{
    Account = 1,
    Person = 2,
    Household = 3,
    Employer = 4,
    Posting = 5,
    Referral = 6,
    Settlement = 7,
    Job = 8,
    Index = 9,
    Rule = 10,
    Hub = 11,
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(a => new { a.Subject, a.SubjectId, a.At });
        builder.HasIndex(a => new { a.AccountId, a.At });
    }
}
