using System.ComponentModel.DataAnnotations;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.Shared.SignIn;

/// <summary>Name and password of a work account.</summary>
public sealed class PasswordForm
{
    [Display(Name = "SignIn.UserName")]
    public string? UserName { get; set; }

    [Display(Name = "SignIn.Password")]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>
/// The door: residents go on to phone or card, work accounts give name and password. Signing out ends this session at once.
/// </summary>
[AllowAnonymous]
public sealed class SignInController(SignInByPassword byPassword, AccountPlaceView places, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("/sign-in")]
    public IActionResult Index(string? returnUrl) => ForWork(returnUrl) ? RedirectToAction(nameof(Work), new { returnUrl }) : View(new PasswordForm { ReturnUrl = returnUrl });

    [HttpGet("/sign-in/work")]
    public IActionResult Work(string? returnUrl) => View(new PasswordForm { ReturnUrl = returnUrl });

    [HttpPost("/sign-in/work")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Work(PasswordForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (string.IsNullOrWhiteSpace(form.UserName)) ModelState.AddRefusals([new Refusal("Required", nameof(form.UserName))], texts);
        if (string.IsNullOrEmpty(form.Password)) ModelState.AddRefusals([new Refusal("Required", nameof(form.Password))], texts);
        if (!ModelState.IsValid) return View(form);
        var signedIn = await byPassword.RunAsync(form.UserName, form.Password, cancel);
        if (!signedIn.IsDone)
        {
            await audit.WriteAsync(0, AuditAction.SignInFailed, AuditSubject.Account, 0, cancel: cancel);
            ModelState.AddRefusals(signedIn.Refusals, texts);
            return View(form);
        }

        var account = signedIn.Value!;
        var roles = account.Grants.Select(g => g.Role).Distinct().ToList();
        await HttpContext.SignInAsync(account, account.DisplayName, roles, place: await places.ReadAsync(account, cancel));
        await audit.WriteAsync(account.Id, AuditAction.SignedIn, AuditSubject.Account, account.Id, cancel: cancel);
        return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) && !IsDoor(form.ReturnUrl!) ? form.ReturnUrl! : SignedIn.HomeOf(roles));
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated == true) await audit.WriteAsync(User.AccountId(), AuditAction.SignedOut, AuditSubject.Account, User.AccountId(), cancel: cancel);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Flash.Set(TempData, new Flash(texts["SignIn.SignedOut"]));
        return LocalRedirect("/");
    }

    /// <summary>The residents' front page is where one comes from without a wish: whoever signs in there is at work and wants her desk.</summary>
    private static bool IsDoor(string url) => url.TrimStart('~').Split('?', '#')[0] is "/" or "";

    private static bool ForWork(string? returnUrl) => returnUrl is not null && WorkPaths.Any(path => new PathString(returnUrl.Split('?')[0]).StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] WorkPaths = ["/station", "/employer", "/county", "/admin"];
}
