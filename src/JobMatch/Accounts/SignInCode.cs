using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Accounts;

/// <summary>A one-time code sent to a phone: six digits, stored hashed, short-lived, few tries.</summary>
public sealed class SignInCode
{
    public long Id { get; private set; }

    public required string PhoneHash { get; init; }

    public required string CodeHash { get; init; }

    public required DateTime SentAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public int Tries { get; set; }

    public DateTime? UsedAt { get; set; }
}

/// <summary>The card a station prints: a random token, stored hashed, revocable.</summary>
public sealed class QrCard : IPersonScoped
{
    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required string TokenHash { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required long IssuedBy { get; init; }

    public DateTime? RevokedAt { get; set; }
}

/// <summary>What the development gateway sent; shown on the outbox page of a development machine only.</summary>
public sealed class SmsMessage
{
    public long Id { get; private set; }

    public required Protected Phone { get; init; }

    public required Protected Text { get; init; }

    public required DateTime SentAt { get; init; }
}

/// <summary>An unknown phone asked to be registered; the station looks the person up and links or registers her.</summary>
public sealed class RegistrationRequest : ISettlementScoped, IDirties
{
    public long Id { get; private set; }

    public required long SettlementId { get; init; }

    public required string Name { get; init; }

    public required Protected Phone { get; init; }

    public required string PhoneHash { get; init; }

    /// <summary>The posting that made her ask, if any.</summary>
    public long? PostingId { get; init; }

    public required DateTime At { get; init; }

    public DateTime? AnsweredAt { get; set; }

    public long? AnsweredBy { get; set; }

    public long? PersonId { get; set; }

    public int Version { get; private set; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Registration, Id)];
}

internal sealed class SignInCodeConfiguration : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> builder) => builder.HasIndex(c => new { c.PhoneHash, c.SentAt });
}

internal sealed class QrCardConfiguration : IEntityTypeConfiguration<QrCard>
{
    public void Configure(EntityTypeBuilder<QrCard> builder)
    {
        builder.HasIndex(c => c.TokenHash).IsUnique();
        builder.HasIndex(c => c.PersonId);
    }
}

internal sealed class SmsMessageConfiguration : IEntityTypeConfiguration<SmsMessage>
{
    public void Configure(EntityTypeBuilder<SmsMessage> builder) => builder.HasIndex(m => m.SentAt);
}

internal sealed class RegistrationRequestConfiguration : IEntityTypeConfiguration<RegistrationRequest>
{
    public void Configure(EntityTypeBuilder<RegistrationRequest> builder) => builder.HasIndex(r => new { r.SettlementId, r.AnsweredAt });
}
