using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForEmployers.Register;

/// <summary>A firm registers and has its account at once; a station verifies it before anything is public.</summary>
[Area("ForEmployers"), AllowAnonymous, Route("/employers/register")]
public sealed class RegisterController(RegisterEmployerAccount register, JobMatchDbContext db, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(new RegisterPage(new RegisterForm(), await PlacesAsync(cancel)));

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] RegisterForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var places = await PlacesAsync(cancel);
        var registered = await register.RunAsync(form.ToRequest(places), cancel);
        if (registered.Value is not { } done)
        {
            ModelState.AddRefusals(registered.Refusals.Select(AtPlace), texts, "Form");
            return View(new RegisterPage(form, places));
        }

        await audit.WriteAsync(done.Account.Id, AuditAction.Created, AuditSubject.Employer, done.EmployerId, cancel: cancel);
        await HttpContext.SignInAsync(done.Account, done.Account.DisplayName, [Role.Employer], place: form.Name!.Trim());
        Flash.Set(TempData, new Flash(texts["Register.Done"]));
        return Redirect("/employer/postings");
    }

    // County and settlement are one question of the form.
    private static Refusal AtPlace(Refusal refusal) => refusal.Field switch
    {
        nameof(RegisterEmployerRequest.CountyCode) => new Refusal("Required", nameof(RegisterForm.Place)),
        nameof(RegisterEmployerRequest.SettlementId) => refusal with { Field = nameof(RegisterForm.Place) },
        _ => refusal,
    };

    private async Task<IReadOnlyList<HomePlace>> PlacesAsync(CancellationToken cancel)
    {
        var settlements = await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.CountyCode).ThenBy(s => s.Name).ToListAsync(cancel);
        var codes = settlements.Select(s => (long)s.CountyCode).Distinct().ToList();
        var names = await db.Set<Region>().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancel);
        return
        [
            .. settlements.GroupBy(s => s.CountyCode).SelectMany(county =>
            {
                var name = names.GetValueOrDefault(county.Key, texts["Site.County"]);
                return county.Select(s => new HomePlace(s.CountyCode, name, s.Id, s.Name)).Append(new HomePlace(county.Key, name, null, texts["Register.Elsewhere", name]));
            }),
        ];
    }
}
