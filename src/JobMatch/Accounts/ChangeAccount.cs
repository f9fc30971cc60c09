using JobMatch.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>What an administrator may change; null leaves a part as it is. Any change signs the account out everywhere.</summary>
public sealed record ChangeAccountRequest(
    long AccountId, string? DisplayName = null, string? NewPassword = null, bool? Disabled = null, IReadOnlyList<(Role Role, GrantArea Area, long TargetId)>? Grants = null);

public sealed class ChangeAccount(JobMatchDbContext db, UserManager<Account> users, TimeProvider clock)
{
    public async Task<Outcome<Account>> RunAsync(ChangeAccountRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = await db.Set<Account>().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == request.AccountId, cancel);
        if (account is null) return Refusal.NotFound;
        if (request.Grants is { Count: 0 }) return new Refusal("Account.GrantNeeded", "Grants");
        if (request.NewPassword is { } password && await CheckAsync(account, password) is { Count: > 0 } refused) return refused;
        if (request.DisplayName is { } name) account.DisplayName = name.Trim();
        if (request.Disabled is { } disabled) account.DisabledAt = disabled ? clock.UtcNow() : null;
        if (request.Grants is { } grants) ReplaceGrants(account, grants);
        if (request.NewPassword is { } newPassword) account.PasswordHash = users.PasswordHasher.HashPassword(account, newPassword);
        var updated = await users.UpdateSecurityStampAsync(account);
        return updated.Succeeded ? account : AccountRefusals.Of(updated);
    }

    private async Task<List<Refusal>> CheckAsync(Account account, string password)
    {
        var refused = new List<Refusal>();
        foreach (var validator in users.PasswordValidators) refused.AddRange(AccountRefusals.Of(await validator.ValidateAsync(users, account, password)));
        return refused;
    }

    private static void ReplaceGrants(Account account, IReadOnlyList<(Role Role, GrantArea Area, long TargetId)> grants)
    {
        account.Grants.Clear();
        foreach (var (role, area, target) in grants) account.Grants.Add(new AccountGrant { Role = role, Area = area, TargetId = target });
    }
}
