using System.Linq.Expressions;
using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Employers;

/// <summary>
/// Whom the scope at hand may act for. Employers and postings are public to read, so no query filter guards them: every change asks here.
/// An employer acts for itself; staff act for the employers of their settlement, or of their county where an employer names no settlement.
/// </summary>
public sealed class EmployerReach(JobMatchDbContext db, CurrentScope scope)
{
    /// <summary>The employer itself or the staff who look after it.</summary>
    public Task<bool> MayManageAsync(Employer employer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return scope.Value.Kind == ScopeKind.Employer ? Task.FromResult(scope.Value.EmployerId == employer.Id) : MayLookAfterAsync(employer, cancel);
    }

    /// <summary>Staff only: verify, reject, suspend, approve, close a report.</summary>
    public async Task<bool> MayLookAfterAsync(Employer employer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employer);
        if (scope.Value.IsSystem) return true;
        if (scope.Value.Kind != ScopeKind.Settlements) return false;
        if (employer.SettlementId is { } settlement) return scope.Value.CoversSettlement(settlement);
        IReadOnlyList<long> mine = scope.Value.SettlementIds;
        return await db.Set<Settlement>().AnyAsync(s => mine.Contains(s.Id) && s.CountyCode == employer.CountyCode, cancel);
    }

    /// <summary>The same for the rows of a list: an expression over employers that a query can carry.</summary>
    public async Task<Expression<Func<Employer, bool>>> LookedAfterAsync(CancellationToken cancel)
    {
        if (scope.Value.IsSystem) return employer => true;
        if (scope.Value.Kind != ScopeKind.Settlements) return employer => false;
        IReadOnlyList<long> mine = scope.Value.SettlementIds;
        var counties = await db.Set<Settlement>().Where(s => mine.Contains(s.Id)).Select(s => s.CountyCode).Distinct().ToListAsync(cancel);
        return employer => employer.SettlementId == null ? counties.Contains(employer.CountyCode) : mine.Contains(employer.SettlementId.Value);
    }
}
