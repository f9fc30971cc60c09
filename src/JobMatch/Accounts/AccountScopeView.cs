using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>What an account may see while it acts in one of its roles. Townships, counties and cities become settlements here.</summary>
public sealed class AccountScopeView(JobMatchDbContext db)
{
    /// <param name="accountId">The account that is signed in.</param>
    /// <param name="role">The role it acts in; a role it does not have gives nobody.</param>
    /// <param name="personId">For residents: the person chosen after the code; must be linked.</param>
    /// <param name="cancel">Stops the look-up.</param>
    public async Task<Scope> ReadAsync(long accountId, Role role, long? personId, CancellationToken cancel)
    {
        if (role == Role.Resident) return await OfResidentAsync(accountId, personId, cancel);
        var grants = await db.Set<AccountGrant>().AsNoTracking().Where(g => g.AccountId == accountId && g.Role == role).ToListAsync(cancel);
        if (grants.Count == 0) return Scope.Nobody;
        if (role == Role.Employer) return grants.Find(g => g.Area == GrantArea.Employer) is { } employer ? Scope.OfEmployer(employer.TargetId) : Scope.Nobody;
        return Scope.OfSettlements(await SettlementsAsync(grants, cancel));
    }

    private async Task<Scope> OfResidentAsync(long accountId, long? personId, CancellationToken cancel)
    {
        if (personId is null) return Scope.Nobody;
        var linked = await db.Set<AccountPerson>().IgnoreQueryFilters([ScopeFilters.Name]).AnyAsync(p => p.AccountId == accountId && p.PersonId == personId, cancel);
        if (!linked) return Scope.Nobody;
        var household = await db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => p.Id == personId).Select(p => p.HouseholdId).SingleOrDefaultAsync(cancel);
        return Scope.Herself(personId.Value, household);
    }

    private async Task<IReadOnlyList<long>> SettlementsAsync(List<AccountGrant> grants, CancellationToken cancel)
    {
        var all = await db.Set<Settlement>().AsNoTracking().Select(s => new { s.Id, s.TownshipCode, s.CountyCode }).ToListAsync(cancel);
        var served = await db.Set<StationSettlement>().AsNoTracking().ToListAsync(cancel);
        return [.. grants.SelectMany(grant => grant.Area switch
        {
            GrantArea.System => all.Select(s => s.Id),
            GrantArea.Station => served.Where(s => s.StationId == grant.TargetId).Select(s => s.SettlementId),
            GrantArea.Settlement => [grant.TargetId],
            GrantArea.Township => all.Where(s => s.TownshipCode == grant.TargetId).Select(s => s.Id),
            GrantArea.County => all.Where(s => s.CountyCode == grant.TargetId).Select(s => s.Id),
            GrantArea.City => all.Where(s => s.CountyCode / 100 == grant.TargetId).Select(s => s.Id),
            _ => [],
        }).Distinct()];
    }
}
