using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Regions;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Regions;

public sealed class RegionForm
{
    [Display(Name = "Regions.Code")]
    public long? Code { get; set; }

    [Display(Name = "Regions.Name")]
    public string? Name { get; set; }
}

public sealed record RegionsPage(IReadOnlyList<Region> Regions, RegionForm Form);

/// <summary>Administrative divisions: a county that starts empty writes its own; an existing code is renamed.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/regions")]
public sealed class RegionsController(JobMatchDbContext db, EnsureRegions ensure, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken cancel) => ShowAsync(new RegionForm(), cancel);

    [HttpPost("")]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] RegionForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<Refusal> refused = [];
        if (form.Code is null) refused.Add(new Refusal("Required", nameof(form.Code)));
        if (string.IsNullOrWhiteSpace(form.Name)) refused.Add(new Refusal("Required", nameof(form.Name)));
        // A township without its county belongs to nobody; the code above it is the same without its last three digits.
        if (form.Code is > 99_999_999 and { } code && code / 1000 is var above && !await db.Set<Region>().AnyAsync(r => r.Code == above, cancel))
            refused.Add(new Refusal("Region.ParentMissing", nameof(form.Code), above.ToString(CultureInfo.InvariantCulture)));
        if (refused.Count == 0 && ModelState.IsValid)
        {
            var done = await ensure.RunAsync([new RegionToEnsure(form.Code!.Value, form.Name!)], cancel);
            refused.AddRange(done.Refusals);
            if (done.IsDone)
            {
                await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Settlement, form.Code.Value, "region", cancel);
                Flash.Set(TempData, new Flash(texts["Regions.Saved", form.Name!.Trim()]));
                return Redirect("/admin/regions");
            }
        }

        // A code that is no number has been told already.
        ModelState.AddRefusals(refused.Where(r => ModelState.GetFieldValidationState($"Form.{r.Field}") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid), texts, "Form");
        return await ShowAsync(form, cancel);
    }

    [HttpPost("{code:long}/remove")]
    public async Task<IActionResult> Remove(long code, [FromServices] RemoveRegion remove, CancellationToken cancel)
    {
        var removed = await remove.RunAsync(code, cancel);
        if (removed.Refusals.Contains(Refusal.NotFound)) return NotFound();
        if (removed.IsDone) await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Settlement, code, "region removed", cancel);
        Flash.Set(TempData, removed.IsDone ? new Flash(texts["Regions.Removed", removed.Value!]) : new Flash(string.Join(" ", removed.Refusals.Select(texts.Of)), Kind: "bad"));
        return Redirect("/admin/regions");
    }

    private async Task<IActionResult> ShowAsync(RegionForm form, CancellationToken cancel)
    {
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Level <= RegionLevel.Township).ToListAsync(cancel);
        // Sorted as a tree: a township's code begins with its county's, a county's with its city's.
        return View("Index", new RegionsPage([.. regions.OrderBy(r => Padded(r.Code)).ThenBy(r => r.Level)], form));
    }

    private static long Padded(long code) => code < 1_000_000 ? code * 1000 : code;
}
