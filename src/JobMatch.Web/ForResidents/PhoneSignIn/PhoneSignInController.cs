using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForResidents.PhoneSignIn;

/// <summary>Phone, code, who one is: one question a page. Nobody learns whether a phone is on the ledger before its code was right.</summary>
[Area("ForResidents"), AllowAnonymous]
public sealed partial class PhoneSignInController(
    KeptPhone kept, PeopleOfPhoneView peopleOfPhone, FamilyOfAccountView families, CountyPlaces places, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("/sign-in/phone")]
    public IActionResult Phone(string? returnUrl) => View(new PhoneForm { ReturnUrl = returnUrl });

    [HttpPost("/sign-in/phone"), EnableRateLimiting(RateLimits.Codes)]
    public async Task<IActionResult> Phone(PhoneForm form, [FromServices] SendSignInCode send, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var sent = await send.RunAsync(form.Phone, cancel);
        if (!sent.IsDone)
        {
            // The code of a moment ago is still good: one may go on with it.
            form.HasCode = sent.Refusals.Any(refusal => refusal.Code == "Code.TooSoon") && Accounts.Phone.TryParse(form.Phone, out var phone) && kept.Sent() == phone;
            ModelState.AddRefusals(sent.Refusals, texts);
            return View(form);
        }

        kept.KeepSent(sent.Value!);
        return RedirectToAction(nameof(Code), new { form.ReturnUrl });
    }

    [HttpGet("/sign-in/code")]
    public IActionResult Code(string? returnUrl) => kept.Sent() is { } phone
        ? View(new CodeForm { ReturnUrl = returnUrl, MaskedPhone = Accounts.Phone.Mask(phone) })
        : RedirectToAction(nameof(Phone), new { returnUrl });

    [HttpPost("/sign-in/code"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Code(CodeForm form, [FromServices] ConfirmSignInCode confirm, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (kept.Sent() is not { } phone) return RedirectToAction(nameof(Phone), new { form.ReturnUrl });
        var confirmed = await confirm.RunAsync(phone, form.Code, cancel);
        if (!confirmed.IsDone)
        {
            form.MaskedPhone = Accounts.Phone.Mask(phone);
            ModelState.AddRefusals(confirmed.Refusals, texts);
            return View(form);
        }

        kept.KeepConfirmed(phone);
        var people = await peopleOfPhone.ReadAsync(phone, cancel);
        return RedirectToAction(people.Count > 0 ? nameof(Who) : nameof(Register), new { form.ReturnUrl });
    }

    [HttpGet("/sign-in/who")]
    public async Task<IActionResult> Who(string? returnUrl, CancellationToken cancel)
    {
        if (kept.Confirmed() is not { } phone) return RedirectToAction(nameof(Phone), new { returnUrl });
        var people = await peopleOfPhone.ReadAsync(phone, cancel);
        return View(new WhoForm { ReturnUrl = returnUrl, People = people, PersonId = people.Count == 1 ? people[0].PersonId : 0 });
    }

    [HttpPost("/sign-in/who"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Who(WhoForm form, [FromServices] LinkPerson link, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (kept.Confirmed() is not { } phone) return RedirectToAction(nameof(Phone), new { form.ReturnUrl });
        var missing = new List<Refusal>();
        if (form.PersonId <= 0) missing.Add(new("Required", nameof(form.PersonId)));
        if (string.IsNullOrWhiteSpace(form.LastFour)) missing.Add(new("Required", nameof(form.LastFour)));
        Outcome<AccountPerson> linked = missing.Count == 0 ? await link.RunAsync(phone, form.PersonId, form.LastFour, cancel) : missing;
        if (!linked.IsDone)
        {
            if (missing.Count == 0) await audit.WriteAsync(0, AuditAction.SignInFailed, AuditSubject.Person, form.PersonId, cancel: cancel);
            form.People = await peopleOfPhone.ReadAsync(phone, cancel);
            ModelState.AddRefusals(linked.Refusals, texts);
            return View(form);
        }

        kept.Forget();
        return await this.EnterAsync(families, audit, linked.Value!, form.ReturnUrl, cancel);
    }

    [HttpGet("/sign-in/register")]
    public async Task<IActionResult> Register(string? returnUrl, CancellationToken cancel) => kept.Confirmed() is null
        ? RedirectToAction(nameof(Phone), new { returnUrl })
        : View(new RegisterForm { ReturnUrl = returnUrl, Settlements = await places.SettlementNamesAsync(cancel) });

    [HttpPost("/sign-in/register"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Register(RegisterForm form, [FromServices] RequestRegistration request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (kept.Confirmed() is not { } phone) return RedirectToAction(nameof(Phone), new { form.ReturnUrl });
        var made = await request.RunAsync(new RequestRegistrationRequest(phone, form.Name ?? "", form.SettlementId, PostingOf(form.ReturnUrl)), cancel);
        if (!made.IsDone)
        {
            form.Settlements = await places.SettlementNamesAsync(cancel);
            ModelState.AddRefusals(made.Refusals, texts);
            return View(form);
        }

        kept.Forget();
        return View("Registered", await places.StationOfAsync(form.SettlementId, cancel));
    }

    /// <summary>The posting that made her come, from the address she wants to go back to.</summary>
    private static long? PostingOf(string? returnUrl) =>
        PostingPath().Match(returnUrl ?? "") is { Success: true } match && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"^/jobs/(\d{1,18})(?:$|[/?])")]
    private static partial Regex PostingPath();
}
