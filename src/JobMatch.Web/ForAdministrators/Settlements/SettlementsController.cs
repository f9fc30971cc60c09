using System.ComponentModel.DataAnnotations;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Settlements;

public sealed class SettlementForm
{
    public int Version { get; set; }

    [Display(Name = "Settlements.Name")]
    public string? Name { get; set; }

    [Display(Name = "Settlements.Township")]
    public long? TownshipCode { get; set; }

    [Display(Name = "Settlements.Population")]
    public int? Population { get; set; }

    [Display(Name = "Settlements.Latitude")]
    public double? Latitude { get; set; }

    [Display(Name = "Settlements.Longitude")]
    public double? Longitude { get; set; }
}

public sealed record SettlementRow(Settlement Settlement, string Township, IReadOnlyList<string> Stations);

public sealed record SettlementsPage(IReadOnlyList<SettlementRow> Rows);

public sealed record SettlementPage(SettlementForm Form, IReadOnlyList<Region> Regions, long? Id);

/// <summary>Resettlement communities: made and changed here; county and township stay as they were registered.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/settlements")]
public sealed class SettlementsController(JobMatchDbContext db, SaveSettlement save, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var settlements = await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.TownshipCode).ThenBy(s => s.Name).ToListAsync(cancel);
        var townships = await db.Set<Region>().Where(r => r.Level == RegionLevel.Township).ToDictionaryAsync(r => r.Code, r => r.Name, cancel);
        var stations = await db.Set<Station>().AsNoTracking().Include(s => s.Serves).ToListAsync(cancel);
        return View(new SettlementsPage([.. settlements.Select(s => new SettlementRow(s, townships.GetValueOrDefault(s.TownshipCode, ""), [.. stations.Where(t => t.Serves.Exists(v => v.SettlementId == s.Id)).Select(t => t.Name)]))]));
    }

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancel) => WriteAsync(new SettlementForm(), null, cancel);

    [HttpPost("new")]
    public Task<IActionResult> New([Bind(Prefix = "Form")] SettlementForm form, CancellationToken cancel) => SaveAsync(form, null, cancel);

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel)
    {
        var found = await db.Set<Settlement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (found is null) return NotFound();
        return await WriteAsync(new SettlementForm { Version = found.Version, Name = found.Name, TownshipCode = found.TownshipCode, Population = found.Population, Latitude = found.Latitude, Longitude = found.Longitude }, id, cancel);
    }

    [HttpPost("{id:long}")]
    public Task<IActionResult> Edit(long id, [Bind(Prefix = "Form")] SettlementForm form, CancellationToken cancel) => SaveAsync(form, id, cancel);

    private async Task<IActionResult> SaveAsync(SettlementForm form, long? id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<Refusal> missing = [];
        if (string.IsNullOrWhiteSpace(form.Name)) missing.Add(new Refusal("Required", nameof(form.Name)));
        if (id is null && form.TownshipCode is null) missing.Add(new Refusal("Required", nameof(form.TownshipCode)));
        if (form.Population is null && !ModelState.Any(e => e.Key.EndsWith(nameof(form.Population), StringComparison.Ordinal) && e.Value!.Errors.Count > 0)) missing.Add(new Refusal("Required", nameof(form.Population)));
        ModelState.AddRefusals(missing, texts, "Form");
        if (!ModelState.IsValid) return await WriteAsync(form, id, cancel);
        var saved = await save.RunAsync(new SaveSettlementRequest
        {
            Id = id,
            Version = form.Version,
            Name = form.Name ?? "",
            CountyCode = Region.CountyOf(form.TownshipCode ?? 0),
            TownshipCode = form.TownshipCode ?? 0,
            Population = form.Population ?? 0,
            Latitude = form.Latitude,
            Longitude = form.Longitude,
        }, cancel);
        if (!saved.IsDone)
        {
            if (saved.Refusals.Contains(Refusal.NotFound)) return NotFound();
            ModelState.AddRefusals(saved.Refusals, texts, "Form");
            return await WriteAsync(form, id, cancel);
        }

        await audit.WriteAsync(User.AccountId(), id is null ? AuditAction.Created : AuditAction.Changed, AuditSubject.Settlement, saved.Value, cancel: cancel);
        Flash.Set(TempData, new Flash(texts["Settlements.Saved", form.Name!.Trim()]));
        return Redirect("/admin/settlements");
    }

    private async Task<IActionResult> WriteAsync(SettlementForm form, long? id, CancellationToken cancel) =>
        View("Write", new SettlementPage(form, await db.Set<Region>().AsNoTracking().Where(r => r.Level == RegionLevel.Township || r.Level == RegionLevel.County).OrderBy(r => r.Code).ToListAsync(cancel), id));
}
