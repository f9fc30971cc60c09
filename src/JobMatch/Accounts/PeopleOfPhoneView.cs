using JobMatch.Data;
using JobMatch.Households;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>Who may sign in with a phone: everybody of 16 and over whose ledger row has it. A family may share one.</summary>
public sealed class PeopleOfPhoneView(JobMatchDbContext db, PersonalData personal, TimeProvider clock)
{
    public async Task<IReadOnlyList<PersonOfPhone>> ReadAsync(string phone, CancellationToken cancel)
    {
        var hash = personal.HashPhone(phone);
        var today = clock.Today();
        var people = await db.Set<Person>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => p.PhoneHash == hash && p.DiedOn == null).OrderBy(p => p.BirthDate).ToListAsync(cancel);
        return [.. people.Where(p => p.AgeOn(today) >= 16).Select(p => new PersonOfPhone(p.Id, p.Name, p.SettlementId, p.IdNumber is null ? null : personal.Reveal(p.IdNumber)[^4..]))];
    }
}

/// <param name="PersonId">The person.</param>
/// <param name="Name">As on the ledger; shown masked until the last four are confirmed.</param>
/// <param name="SettlementId">Where she lives.</param>
/// <param name="LastFour">Of the ID number; null when the ledger has none, then a station has to link.</param>
public sealed record PersonOfPhone(long PersonId, string Name, long SettlementId, string? LastFour)
{
    /// <summary>王*英, 李*.</summary>
    public string MaskedName => Name.Length switch
    {
        < 2 => Name,
        2 => Name[..1] + "*",
        _ => Name[..1] + new string('*', Name.Length - 2) + Name[^1..],
    };
}
