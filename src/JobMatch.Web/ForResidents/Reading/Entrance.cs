using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>The last step of every way in for residents.</summary>
internal static class Entrance
{
    /// <summary>Signs in as a person that is linked to an account and goes where she wanted to go.</summary>
    internal static async Task<IActionResult> EnterAsync(
        this Controller page, FamilyOfAccountView families, AuditLog audit, AccountPerson linked, string? returnUrl, CancellationToken cancel)
    {
        var family = await families.ReadAsync(linked.AccountId, cancel);
        if (family?.Linked.FirstOrDefault(p => p.PersonId == linked.PersonId) is not { } person) return page.Forbid();
        await page.HttpContext.SignInAsync(family.Account, person.Name, [Role.Resident], person.PersonId);
        await audit.WriteAsync(family.Account.Id, AuditAction.SignedIn, AuditSubject.Person, person.PersonId, cancel: cancel);
        return page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl! : "/for-you");
    }
}
