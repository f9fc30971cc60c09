using JobMatch.Data;
using JobMatch.Households;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>
/// Who may use an account of residents: the people it is linked to, and the others who share its phone and have still to confirm their last four. Read across all
/// scopes, because it decides whose scope the session gets; names of people who are not linked are only shown masked.
/// </summary>
public sealed class FamilyOfAccountView(JobMatchDbContext db, PersonalData personal, PeopleOfPhoneView peopleOfPhone)
{
    /// <returns>Null when the account does not exist or is disabled.</returns>
    public async Task<FamilyOfAccount?> ReadAsync(long accountId, CancellationToken cancel)
    {
        var account = await db.Set<Account>().AsNoTracking().Include(a => a.People).IgnoreQueryFilters([ScopeFilters.Name])
            .SingleOrDefaultAsync(a => a.Id == accountId && a.DisabledAt == null, cancel);
        if (account is null) return null;
        var linkedIds = account.People.Select(p => p.PersonId).ToList();
        var linked = await db.Set<Person>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => linkedIds.Contains(p.Id))
            .OrderBy(p => p.Id).Select(p => new LinkedPerson(p.Id, p.Name)).ToListAsync(cancel);
        var phone = await PhoneAsync(account.PhoneHash, cancel);
        var others = phone is null ? [] : (await peopleOfPhone.ReadAsync(phone, cancel)).Where(p => !linkedIds.Contains(p.PersonId)).ToList();
        return new FamilyOfAccount(account, phone, linked, others);
    }

    /// <summary>The account keeps its phone hashed only; the ledger rows of the family have it protected.</summary>
    private async Task<string?> PhoneAsync(string? hash, CancellationToken cancel)
    {
        if (hash is null) return null;
        var stored = await db.Set<Person>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name])
            .Where(p => p.PhoneHash == hash && p.Phone != null).Select(p => p.Phone).FirstOrDefaultAsync(cancel);
        return stored is { } value ? personal.Reveal(value) : null;
    }
}

/// <param name="Account">The account itself.</param>
/// <param name="Phone">In clear, for confirming another person; null for a card's account.</param>
/// <param name="Linked">May be chosen at once.</param>
/// <param name="Others">Share the phone; have to confirm their last four first.</param>
public sealed record FamilyOfAccount(Account Account, string? Phone, IReadOnlyList<LinkedPerson> Linked, IReadOnlyList<PersonOfPhone> Others);

public sealed record LinkedPerson(long PersonId, string Name);

/// <summary>Whose card it is, for the page that asks before it signs in; shown masked.</summary>
public sealed class CardHolderView(JobMatchDbContext db, PersonalData personal)
{
    /// <returns>The masked name; null when the card is not valid.</returns>
    public async Task<string?> MaskedNameAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(token)) return null;
        var hash = personal.Hash("card", token.Trim());
        var name = await db.Set<QrCard>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name]).Where(c => c.TokenHash == hash && c.RevokedAt == null)
            .Join(db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name]), c => c.PersonId, p => p.Id, (_, p) => p.Name).SingleOrDefaultAsync(cancel);
        return name is null ? null : new PersonOfPhone(0, name, 0, null).MaskedName;
    }
}

/// <summary>What the development gateway kept, newest first, in clear: for the outbox page of a development machine.</summary>
public sealed class OutboxView(JobMatchDbContext db, PersonalData personal)
{
    public async Task<IReadOnlyList<(string Phone, string Text, DateTime SentAt)>> NewestAsync(int take, CancellationToken cancel)
    {
        var rows = await db.Set<SmsMessage>().AsNoTracking().OrderByDescending(m => m.Id).Take(take).ToListAsync(cancel);
        return [.. rows.Select(m => (personal.Reveal(m.Phone), personal.Reveal(m.Text), m.SentAt))];
    }
}
