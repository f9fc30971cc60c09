using System.Collections.Immutable;

namespace JobMatch.Data;

/// <summary>
/// What an account may see. Every query, search, pool scan and count runs under one; the default is nobody. Townships, counties and
/// cities are resolved to settlements when the account signs in, so that one comparison holds everywhere.
/// </summary>
public sealed record Scope
{
    private Scope(ScopeKind kind) => Kind = kind;

    public ScopeKind Kind { get; }

    /// <summary>Settlements a station or a supervisor may see.</summary>
    public ImmutableArray<long> SettlementIds { get; private init; } = [];

    /// <summary>The resident herself, and the household she lives in.</summary>
    public long PersonId { get; private init; }

    public long HouseholdId { get; private init; }

    /// <summary>The employer whose postings and candidates are seen.</summary>
    public long EmployerId { get; private init; }

    /// <summary>Sees nothing that belongs to anybody.</summary>
    public static Scope Nobody { get; } = new(ScopeKind.Nobody);

    /// <summary>Jobs, projections and the command line, opened by this name only.</summary>
    public static Scope System { get; } = new(ScopeKind.System);

    public bool IsSystem => Kind == ScopeKind.System;

    public static Scope Herself(long personId, long householdId) =>
        new(ScopeKind.Herself) { PersonId = personId, HouseholdId = householdId };

    public static Scope OfEmployer(long employerId) => new(ScopeKind.Employer) { EmployerId = employerId };

    public static Scope OfSettlements(IEnumerable<long> settlementIds) =>
        new(ScopeKind.Settlements) { SettlementIds = [.. settlementIds.Distinct().Order()] };

    public bool CoversSettlement(long settlementId) => IsSystem || SettlementIds.Contains(settlementId);
}

public enum ScopeKind
{
    Nobody = 0,
    Herself = 1,
    Employer = 2,
    Settlements = 3,
    System = 4,
}

/// <summary>The scope of the request or the job at hand; the database reads it in every query filter.</summary>
public sealed class CurrentScope
{
    public Scope Value { get; private set; } = Scope.Nobody;

    public void Use(Scope scope) => Value = scope;
}

/// <summary>A row that belongs to a person of a settlement; seen by the settlement's people and by the person.</summary>
public interface IPersonScoped
{
    long PersonId { get; }

    long SettlementId { get; }
}

/// <summary>A row that belongs to a household of a settlement.</summary>
public interface IHouseholdScoped
{
    long HouseholdId { get; }

    long SettlementId { get; }
}

/// <summary>A row that is about a settlement or somebody in it, never seen by residents or employers.</summary>
public interface ISettlementScoped
{
    long SettlementId { get; }
}

/// <summary>A row that an employer shares with the station: a referral is seen by both sides.</summary>
public interface IEmployerShared : IPersonScoped
{
    long EmployerId { get; }

    /// <summary>False while the person has not agreed to be seen by this employer and none has been referred.</summary>
    bool EmployerMaySee { get; }
}
