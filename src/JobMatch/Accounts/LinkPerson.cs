using System.Security.Cryptography;
using System.Text;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>
/// After the code: says who one is and confirms the last four of the ID number. Makes the phone's account at the first time and links
/// the person to it. Five wrong tries in fifteen minutes lock the phone's account for as long.
/// </summary>
public sealed class LinkPerson(JobMatchDbContext db, PersonalData personal, PeopleOfPhoneView peopleOfPhone, TimeProvider clock)
{
    private const int Tries = 5;
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    public async Task<Outcome<AccountPerson>> RunAsync(string phone, long personId, string? lastFour, CancellationToken cancel)
    {
        var person = (await peopleOfPhone.ReadAsync(phone, cancel)).FirstOrDefault(p => p.PersonId == personId);
        if (person is null) return Refusal.NotFound;
        if (person.LastFour is null) return new Refusal("Link.NoIdNumber", "LastFour");
        // What was forgotten is no try.
        var given = TypedText.Narrow(lastFour).ToUpperInvariant();
        if (given.Length == 0) return new Refusal("Required", "LastFour");
        var account = await FindOrMakeAsync(personal.HashPhone(phone), cancel);
        var now = clock.GetUtcNow();
        if (account.LockoutEnd > now) return new Refusal("Link.Locked", "LastFour", (int)LockFor.TotalMinutes);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(person.LastFour)))
            return await CountWrongAsync(account, now, cancel);
        account.AccessFailedCount = 0;
        var link = account.People.Find(p => p.PersonId == personId) ?? Add(account, person);
        await db.SaveChangesAsync(cancel);
        return link;
    }

    private async Task<Account> FindOrMakeAsync(string phoneHash, CancellationToken cancel)
    {
        var account = await db.Set<Account>().Include(a => a.People).IgnoreQueryFilters([ScopeFilters.Name]).SingleOrDefaultAsync(a => a.PhoneHash == phoneHash, cancel);
        if (account is not null) return account;
        var name = "phone-" + Guid.NewGuid().ToString("N")[..16];
        account = new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            PhoneHash = phoneHash,
            CreatedAt = clock.UtcNow(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            ConcurrencyStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        account.Grants.Add(new AccountGrant { Role = Role.Resident, Area = GrantArea.System });
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        return account;
    }

    private async Task<Outcome<AccountPerson>> CountWrongAsync(Account account, DateTimeOffset now, CancellationToken cancel)
    {
        account.AccessFailedCount++;
        var left = Tries - account.AccessFailedCount;
        if (left <= 0) (account.LockoutEnd, account.AccessFailedCount) = (now + LockFor, 0);
        await db.SaveChangesAsync(cancel);
        return left <= 0 ? new Refusal("Link.Locked", "LastFour", (int)LockFor.TotalMinutes) : new Refusal("Link.Wrong", "LastFour", left);
    }

    private AccountPerson Add(Account account, PersonOfPhone person)
    {
        var link = new AccountPerson { PersonId = person.PersonId, SettlementId = person.SettlementId, LinkedAt = clock.UtcNow() };
        account.People.Add(link);
        return link;
    }
}
