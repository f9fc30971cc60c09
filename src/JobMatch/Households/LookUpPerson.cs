using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

/// <summary>What is known of somebody who stands at the counter; any one is enough to look.</summary>
public sealed record LookUpPersonRequest
{
    public string? IdNumber { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }
}

/// <param name="Identified">The one person with this ID number, within the scope.</param>
/// <param name="ElsewhereSettlement">The ID number is on the ledger of another settlement, outside the scope: only its name is told.</param>
/// <param name="Candidates">People of the scope with this name or phone: to choose from, never chosen for you.</param>
public sealed record PersonLookUp(PersonHit? Identified, string? ElsewhereSettlement, IReadOnlyList<PersonHit> Candidates);

public sealed record PersonHit(long Id, long HouseholdId, string HouseholdNumber, string Name, Sex Sex, DateOnly BirthDate, long SettlementId, string SettlementName, string Building, bool NameMatches, bool PhoneMatches);

/// <summary>Looks before registering. Only an ID number identifies; a phone is shared in families and never identifies alone.</summary>
public sealed class LookUpPerson(JobMatchDbContext db, PersonalData personal)
{
    private const int MostCandidates = 50;

    public async Task<Outcome<PersonLookUp>> RunAsync(LookUpPersonRequest request, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        var phone = PersonIntake.ReadPhone(request.Phone, refusals);
        var name = request.Name?.Trim() ?? "";
        ParsedIdNumber id = default;
        if (!string.IsNullOrWhiteSpace(request.IdNumber) && !IdNumber.TryParse(request.IdNumber, out id)) refusals.Add(new("Person.IdNumberMalformed", "IdNumber"));
        if (refusals.Count == 0 && phone is null && name.Length == 0 && id.Number is null) refusals.Add(new("Person.NothingToLookUp"));
        if (refusals.Count > 0) return refusals;

        PersonHit? identified = null;
        string? elsewhere = null;
        if (id.Number is not null)
        {
            var hash = personal.HashIdNumber(id.Number);
            identified = await Hits(db.Set<Person>().Where(p => p.IdHash == hash), "", null).SingleOrDefaultAsync(cancel);
            if (identified is null) elsewhere = await FindElsewhereAsync(hash, cancel);
        }

        var phoneHash = phone is null ? null : personal.HashPhone(phone);
        var candidates = name.Length == 0 && phoneHash is null
            ? []
            : await Hits(db.Set<Person>().Where(p => (name != "" && p.Name.StartsWith(name)) || (phoneHash != null && p.PhoneHash == phoneHash))
                .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostCandidates), name, phoneHash).ToListAsync(cancel);
        return new PersonLookUp(identified, elsewhere, [.. candidates.Where(c => c.Id != identified?.Id).OrderByDescending(c => c.NameMatches && c.PhoneMatches).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id)]);
    }

    private async Task<string?> FindElsewhereAsync(string hash, CancellationToken cancel) => await (
        from person in db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name])
        join settlement in db.Set<Settlement>() on person.SettlementId equals settlement.Id
        where person.IdHash == hash
        select settlement.Name).FirstOrDefaultAsync(cancel);

    private IQueryable<PersonHit> Hits(IQueryable<Person> people, string name, string? phoneHash) =>
        from person in people.AsNoTracking()
        join household in db.Set<Household>() on person.HouseholdId equals household.Id
        join settlement in db.Set<Settlement>() on person.SettlementId equals settlement.Id
        select new PersonHit(
            person.Id, person.HouseholdId, household.Number, person.Name, person.Sex, person.BirthDate, person.SettlementId, settlement.Name, household.Building,
            name != "" && person.Name.StartsWith(name), phoneHash != null && person.PhoneHash == phoneHash);
}
