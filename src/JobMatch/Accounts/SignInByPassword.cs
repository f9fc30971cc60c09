using JobMatch.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>
/// Name and password of staff, employers, supervisors and administrators. Five wrong tries lock the account for fifteen minutes. An
/// unknown name and a wrong password are told the same and take as long.
/// </summary>
public sealed class SignInByPassword(JobMatchDbContext db, UserManager<Account> users, TimeProvider clock)
{
    private static readonly Account Nobody = new() { UserName = "nobody" };

    public async Task<Outcome<Account>> RunAsync(string? userName, string? password, CancellationToken cancel)
    {
        var wrong = new Refusal("SignIn.Wrong", "Password");
        var name = users.NormalizeName((userName ?? "").Trim());
        var account = await db.Set<Account>().Include(a => a.Grants).SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancel);
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.HashPassword(Nobody, password ?? "");
            return wrong;
        }

        if (await users.IsLockedOutAsync(account)) return new Refusal("SignIn.Locked", "Password", 15);
        if (!await users.CheckPasswordAsync(account, password ?? ""))
        {
            await users.AccessFailedAsync(account);
            return wrong;
        }

        if (account.DisabledAt is not null) return new Refusal("SignIn.Disabled", "UserName");
        await users.ResetAccessFailedCountAsync(account);
        account.LastSeenAt = clock.UtcNow();
        await db.SaveChangesAsync(cancel);
        return account;
    }
}
