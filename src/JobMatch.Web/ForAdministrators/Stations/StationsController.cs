using System.ComponentModel.DataAnnotations;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Stations;

public sealed class StationForm
{
    public int Version { get; set; }

    [Display(Name = "Stations.Name")]
    public string? Name { get; set; }

    [Display(Name = "Stations.Kind")]
    public StationKind Kind { get; set; } = StationKind.Station;

    [Display(Name = "Stations.Phone")]
    public string? Phone { get; set; }

    [Display(Name = "Stations.Address")]
    public string? Address { get; set; }

    [Display(Name = "Stations.Hours")]
    public string? OpeningHours { get; set; }

    [Display(Name = "Stations.Serves")]
    public List<long> SettlementIds { get; set; } = [];
}

public sealed record StationsPage(IReadOnlyList<Station> Stations, IReadOnlyDictionary<long, string> Settlements);

public sealed record StationPage(StationForm Form, IReadOnlyList<Settlement> Settlements, long? Id);

/// <summary>Service stations, windows and guidance centres, and whom they serve.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/stations")]
public sealed class StationsController(JobMatchDbContext db, SaveStation save, AuditLog audit, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(new StationsPage(
        await db.Set<Station>().AsNoTracking().Include(s => s.Serves).OrderBy(s => s.Name).ToListAsync(cancel),
        await db.Set<Settlement>().ToDictionaryAsync(s => s.Id, s => s.Name, cancel)));

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancel) => WriteAsync(new StationForm(), null, cancel);

    [HttpPost("new")]
    public Task<IActionResult> New([Bind(Prefix = "Form")] StationForm form, CancellationToken cancel) => SaveAsync(form, null, cancel);

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel)
    {
        var found = await db.Set<Station>().AsNoTracking().Include(s => s.Serves).SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (found is null) return NotFound();
        var form = new StationForm { Version = found.Version, Name = found.Name, Kind = found.Kind, Phone = found.Phone, Address = found.Address, OpeningHours = found.OpeningHours, SettlementIds = [.. found.Serves.Select(s => s.SettlementId)] };
        return await WriteAsync(form, id, cancel);
    }

    [HttpPost("{id:long}")]
    public Task<IActionResult> Edit(long id, [Bind(Prefix = "Form")] StationForm form, CancellationToken cancel) => SaveAsync(form, id, cancel);

    private async Task<IActionResult> SaveAsync(StationForm form, long? id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid) return await WriteAsync(form, id, cancel);
        // The county is the first served settlement's; the use case refuses settlements of another.
        var first = form.SettlementIds.FirstOrDefault();
        var county = await db.Set<Settlement>().Where(s => s.Id == first).Select(s => (int?)s.CountyCode).SingleOrDefaultAsync(cancel);
        var saved = await save.RunAsync(new SaveStationRequest
        {
            Id = id,
            Version = form.Version,
            Name = form.Name ?? "",
            Kind = form.Kind,
            CountyCode = county ?? 0,
            Phone = form.Phone ?? "",
            Address = form.Address ?? "",
            OpeningHours = form.OpeningHours ?? "",
            SettlementIds = form.SettlementIds,
        }, cancel);
        if (!saved.IsDone)
        {
            if (saved.Refusals.Contains(Refusal.NotFound)) return NotFound();
            // Without a settlement there is no county either; one error says it.
            ModelState.AddRefusals(saved.Refusals.Where(r => r.Field != nameof(SaveStationRequest.CountyCode)), texts, "Form");
            return await WriteAsync(form, id, cancel);
        }

        await audit.WriteAsync(User.AccountId(), id is null ? AuditAction.Created : AuditAction.Changed, AuditSubject.Settlement, saved.Value, "station", cancel);
        Flash.Set(TempData, new Flash(texts["Stations.Saved", form.Name!.Trim()]));
        return Redirect("/admin/stations");
    }

    private async Task<IActionResult> WriteAsync(StationForm form, long? id, CancellationToken cancel) =>
        View("Write", new StationPage(form, await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.CountyCode).ThenBy(s => s.Name).ToListAsync(cancel), id));
}
