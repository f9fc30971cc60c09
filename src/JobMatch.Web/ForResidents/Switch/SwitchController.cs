using System.ComponentModel.DataAnnotations;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForResidents.Switch;

/// <summary>Whom to become, and the last four where that person is not linked yet.</summary>
public sealed class SwitchForm
{
    [Display(Name = "Switch.Who")]
    public long PersonId { get; set; }

    [Display(Name = "Enter.LastFour.Label")]
    public string? LastFour { get; set; }

    public FamilyOfAccount? Family { get; set; }
}

/// <summary>A family shares a phone: another of them takes over, without signing out first.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me/switch"), ServiceFilter<UnreadMessages>]
public sealed class SwitchController(FamilyOfAccountView families, LinkPerson link, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        await families.ReadAsync(User.AccountId(), cancel) is { } family ? View(new SwitchForm { Family = family }) : Forbid();

    [HttpPost(""), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(SwitchForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await families.ReadAsync(User.AccountId(), cancel) is not { } family) return Forbid();
        if (family.Linked.Any(p => p.PersonId == form.PersonId))
            return await this.EnterAsync(families, audit, Linked(family, form.PersonId), returnUrl: null, cancel);

        var missing = new List<Refusal>();
        if (form.PersonId <= 0) missing.Add(new("Required", nameof(form.PersonId)));
        if (string.IsNullOrWhiteSpace(form.LastFour)) missing.Add(new("Required", nameof(form.LastFour)));
        Outcome<AccountPerson> linked = missing.Count > 0 ? missing : family.Phone is { } phone ? await link.RunAsync(phone, form.PersonId, form.LastFour, cancel) : Refusal.NotFound;
        if (linked.IsDone) return await this.EnterAsync(families, audit, linked.Value!, returnUrl: null, cancel);
        form.Family = family;
        ModelState.AddRefusals(linked.Refusals, texts);
        return View(form);
    }

    private static AccountPerson Linked(FamilyOfAccount family, long personId) => family.Account.People.Single(p => p.PersonId == personId);
}
