using System.Buffers.Text;
using System.Security.Cryptography;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>The card a station prints: its token is shown once, in the printed code, and stored hashed. A new card revokes the old one.</summary>
public sealed class IssueQrCard(JobMatchDbContext db, PersonalData personal, TimeProvider clock)
{
    /// <returns>The token for the printed code.</returns>
    public async Task<Outcome<string>> RunAsync(long personId, long settlementId, long byAccountId, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        foreach (var old in await db.Set<QrCard>().Where(c => c.PersonId == personId && c.RevokedAt == null).ToListAsync(cancel)) old.RevokedAt = now;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        db.Add(new QrCard { PersonId = personId, SettlementId = settlementId, TokenHash = personal.Hash("card", token), IssuedAt = now, IssuedBy = byAccountId });
        await db.SaveChangesAsync(cancel);
        return token;
    }
}

public sealed class RevokeQrCard(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(long personId, CancellationToken cancel)
    {
        var cards = await db.Set<QrCard>().Where(c => c.PersonId == personId && c.RevokedAt == null).ToListAsync(cancel);
        foreach (var card in cards) card.RevokedAt = clock.UtcNow();
        await db.SaveChangesAsync(cancel);
        return cards.Count > 0;
    }
}

/// <summary>Signs in with a card: makes the card's own account at the first time, linked to this person alone.</summary>
public sealed class SignInByCard(JobMatchDbContext db, PersonalData personal, TimeProvider clock)
{
    public async Task<Outcome<AccountPerson>> RunAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(token)) return new Refusal("Card.Invalid");
        var hash = personal.Hash("card", token.Trim());
        var card = await db.Set<QrCard>().IgnoreQueryFilters([ScopeFilters.Name]).SingleOrDefaultAsync(c => c.TokenHash == hash, cancel);
        if (card is null || card.RevokedAt is not null) return new Refusal("Card.Invalid");
        var name = $"card-{card.PersonId}";
        var account = await db.Set<Account>().Include(a => a.People).IgnoreQueryFilters([ScopeFilters.Name]).SingleOrDefaultAsync(a => a.UserName == name, cancel);
        if (account is null)
        {
            account = new Account
            {
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                CreatedAt = clock.UtcNow(),
                SecurityStamp = Guid.NewGuid().ToString("N"),
                ConcurrencyStamp = Guid.NewGuid().ToString("N"),
            };
            account.Grants.Add(new AccountGrant { Role = Role.Resident, Area = GrantArea.System });
            account.People.Add(new AccountPerson { PersonId = card.PersonId, SettlementId = card.SettlementId, LinkedAt = clock.UtcNow() });
            db.Add(account);
            await db.SaveChangesAsync(cancel);
        }

        return account.DisabledAt is null ? account.People.Single(p => p.PersonId == card.PersonId) : new Refusal("Card.Invalid");
    }
}
