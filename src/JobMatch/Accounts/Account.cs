using JobMatch.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Accounts;

/// <summary>
/// Who signs in. Residents by phone and code or by card, everybody else by password. Identity keeps password, lock-out and security
/// stamp; what an account may do and see is in its grants. A phone lives only as a keyed hash.
/// </summary>
public sealed class Account : IdentityUser<long>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Keyed hash of the resident's phone; a family may share it, so it is one account for several people.</summary>
    public string? PhoneHash { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? DisabledAt { get; set; }

    public DateTime? LastSeenAt { get; set; }

    public List<AccountGrant> Grants { get; } = [];

    public List<AccountPerson> People { get; } = [];
}

/// <summary>A role and where it holds.</summary>
public sealed class AccountGrant
{
    public long Id { get; private set; }

    public long AccountId { get; init; }

    public required Role Role { get; init; }

    public required GrantArea Area { get; init; }

    /// <summary>Settlement id, station id, employer id or region code, as the area says; 0 for the whole system.</summary>
    public long TargetId { get; init; }
}

public enum Role
{
    Resident = 1,
    Staff = 2,
    Employer = 3,
    Supervisor = 4,
    Administrator = 5,
}

public enum GrantArea
{
    System = 0,
    Station = 1,
    Settlement = 2,
    Township = 3,
    County = 4,
    City = 5,
    Employer = 6,
}

/// <summary>An account may act for these people; linked by a station or by the last four of the ID number after the code.</summary>
public sealed class AccountPerson : IPersonScoped
{
    public long AccountId { get; init; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public DateTime LinkedAt { get; init; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Account");
        builder.Property(a => a.UserName).HasMaxLength(100).IsRequired();
        builder.Property(a => a.NormalizedUserName).HasMaxLength(100).IsRequired();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.PhoneHash).IsUnique();
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        builder.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId);
        builder.HasMany(a => a.People).WithOne().HasForeignKey(p => p.AccountId);
    }
}

internal sealed class AccountPersonConfiguration : IEntityTypeConfiguration<AccountPerson>
{
    public void Configure(EntityTypeBuilder<AccountPerson> builder) => builder.HasKey(p => new { p.AccountId, p.PersonId });
}

// Identity's store asks for these sets although nothing here writes to them.
internal sealed class AccountClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) => builder.ToTable("AccountClaim");
}

internal sealed class AccountLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder) => builder.ToTable("AccountLogin").HasKey(l => new { l.LoginProvider, l.ProviderKey });
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder) => builder.ToTable("AccountToken").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
}
