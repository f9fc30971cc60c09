using JobMatch.Data;
using Microsoft.AspNetCore.Identity;

namespace JobMatch.Accounts;

/// <summary>An account with a password for staff, employers, supervisors or administrators, and where its roles hold.</summary>
public sealed record CreateAccountRequest(string UserName, string Password, string DisplayName, IReadOnlyList<(Role Role, GrantArea Area, long TargetId)> Grants);

public sealed class CreateAccount(UserManager<Account> users, TimeProvider clock)
{
    public async Task<Outcome<Account>> RunAsync(CreateAccountRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = new Account { UserName = request.UserName.Trim(), DisplayName = request.DisplayName.Trim(), CreatedAt = clock.UtcNow() };
        foreach (var (role, area, target) in request.Grants) account.Grants.Add(new AccountGrant { Role = role, Area = area, TargetId = target });
        var refusals = await CheckAsync(account, request.Password);
        if (account.DisplayName.Length == 0) refusals.Add(new Refusal("Required", "DisplayName"));
        if (account.Grants.Count == 0) refusals.Add(new Refusal("Account.GrantNeeded", "Grants"));
        if (refusals.Count > 0) return refusals;
        var created = await users.CreateAsync(account, request.Password);
        return created.Succeeded ? account : AccountRefusals.Of(created);
    }

    // Identity looks at the name only when the password is good; one answer shall name both.
    private async Task<List<Refusal>> CheckAsync(Account account, string password)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(account.UserName)) refusals.Add(new Refusal("Required", "UserName"));
        else foreach (var validator in users.UserValidators) refusals.AddRange(AccountRefusals.Of(await validator.ValidateAsync(users, account)));
        foreach (var validator in users.PasswordValidators) refusals.AddRange(AccountRefusals.Of(await validator.ValidateAsync(users, account, password)));
        return refusals;
    }
}

/// <summary>Identity's errors as refusals at the right field; their codes are resource keys.</summary>
internal static class AccountRefusals
{
    public static List<Refusal> Of(IdentityResult result) =>
        [.. result.Errors.Select(e => new Refusal("Account." + e.Code, e.Code.StartsWith("Password", StringComparison.Ordinal) ? "Password" : "UserName"))];
}
