using JobMatch.Accounts;
using JobMatch.Data;

namespace JobMatch.Employers;

/// <param name="Employer">What the firm says of itself; its contact person owns the account.</param>
/// <param name="UserName">To sign in with.</param>
/// <param name="Password">Checked by the rules for passwords.</param>
public sealed record RegisterEmployerAccountRequest(RegisterEmployerRequest Employer, string UserName, string Password);

public sealed record EmployerRegistered(long EmployerId, Account Account);

/// <summary>A firm registers itself: employer and account are made together or not at all, and everything wrong is said at once.</summary>
public sealed class RegisterEmployerAccount(JobMatchDbContext db, RegisterEmployer register, CreateAccount create)
{
    public async Task<Outcome<EmployerRegistered>> RunAsync(RegisterEmployerAccountRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Both are tried even when the first is refused, so that one answer names every field; the transaction takes the other back.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var employer = await register.RunAsync(request.Employer, cancel);
        var account = await create.RunAsync(new CreateAccountRequest(request.UserName, request.Password, request.Employer.ContactName, [(Role.Employer, GrantArea.Employer, employer.Value)]));
        // The account's name is the contact's, which the employer's part has checked already.
        var refusals = employer.Refusals.Concat(account.Refusals.Where(r => r.Field != nameof(CreateAccountRequest.DisplayName))).ToList();
        if (refusals.Count > 0) return refusals;
        await transaction.CommitAsync(cancel);
        return new EmployerRegistered(employer.Value, account.Value!);
    }
}
