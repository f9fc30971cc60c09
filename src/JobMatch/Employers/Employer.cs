using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Employers;

/// <summary>用工单位. Only a verified employer's postings are public.</summary>
public sealed class Employer : IDirties
{
    public long Id { get; private set; }

    public required string Name { get; set; }

    public required EmployerKind Kind { get; set; }

    /// <summary>统一社会信用代码 (GB 32100-2015, 18 characters); empty for owners without one.</summary>
    public string CreditCode { get; set; } = "";

    public required int CountyCode { get; init; }

    /// <summary>The settlement whose station verifies it and where a workshop stands; null for firms elsewhere.</summary>
    public long? SettlementId { get; set; }

    /// <summary>Business address, public.</summary>
    public string Address { get; set; } = "";

    public string About { get; set; } = "";

    public Protected? ContactName { get; set; }

    public Protected? ContactPhone { get; set; }

    public EmployerState State { get; private set; } = EmployerState.Registered;

    public string StateReason { get; private set; } = "";

    public DateTime RegisteredAt { get; init; }

    public DateTime? StateAt { get; private set; }

    public long? StateBy { get; private set; }

    public int Version { get; private set; }

    public bool IsVerified => State == EmployerState.Verified;

    public Outcome<bool> Verify(long by, DateTime at) => State is EmployerState.Registered or EmployerState.Rejected or EmployerState.Suspended
        ? Move(EmployerState.Verified, "", by, at)
        : new Refusal("Employer.NotWaiting");

    public Outcome<bool> Reject(string reason, long by, DateTime at) => State != EmployerState.Registered
        ? new Refusal("Employer.NotWaiting")
        : Move(EmployerState.Rejected, reason, by, at);

    public Outcome<bool> Suspend(string reason, long by, DateTime at) => State != EmployerState.Verified
        ? new Refusal("Employer.NotVerified")
        : Move(EmployerState.Suspended, reason, by, at);

    /// <summary>
    /// Takes it as verified because an administrator of the county imported it from a source that the county trusts; the reason says so, and
    /// a station may suspend it like any other.
    /// </summary>
    public void TrustImport(string source, DateTime at) => (State, StateReason, StateAt) = (EmployerState.Verified, "Import:" + source, at);

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Employer, Id)];

    private bool Move(EmployerState to, string reason, long by, DateTime at)
    {
        (State, StateReason, StateBy, StateAt) = (to, reason, by, at);
        return true;
    }
}

public enum EmployerKind
{
    Enterprise = 1,
    AidWorkshop = 2,
    CommunityFactory = 3,
    Cooperative = 4,
    WorkReliefProject = 5,
    PublicWelfareOwner = 6,
    LabourAgency = 7,
    SoleTrader = 8,
}

public enum EmployerState
{
    Registered = 0,
    Verified = 1,
    Rejected = 2,
    Suspended = 3,
}

internal sealed class EmployerConfiguration : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.HasIndex(e => new { e.CountyCode, e.Name });
        builder.HasIndex(e => e.CreditCode);
        builder.HasIndex(e => e.State);
        builder.Property(e => e.About).HasMaxLength(2000);
    }
}
