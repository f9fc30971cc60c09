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
        // A missing contact name is the employer's refusal already; it must not hide what is wrong with the account.
        var contact = string.IsNullOrWhiteSpace(request.Employer.ContactName) ? "-" : request.Employer.ContactName;
        var account = await create.RunAsync(new CreateAccountRequest(request.UserName, request.Password, contact, [(Role.Employer, GrantArea.Employer, employer.Value)]));
        var refusals = employer.Refusals.Concat(account.Refusals).ToList();
        if (refusals.Count > 0) return refusals;
        await transaction.CommitAsync(cancel);
        return new EmployerRegistered(employer.Value, account.Value!);
    }
}
