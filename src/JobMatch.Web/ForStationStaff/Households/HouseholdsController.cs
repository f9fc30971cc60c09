using System.ComponentModel.DataAnnotations;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Households;

public sealed record HouseholdsPage(IReadOnlyList<HouseholdRow> Rows, int Total, string Words, long? SettlementId, string Only, int Page, int PageSize);

public sealed class HouseholdForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Household.Building"), StringLength(50)]
    public string? Building { get; set; }

    [Display(Name = "Station.Household.Address"), StringLength(100)]
    public string? Address { get; set; }

    [Display(Name = "Station.Household.MoveIn")]
    public DateOnly? MoveInDate { get; set; }

    [Display(Name = "Station.Household.PoorFrom")]
    public DateOnly? RegisteredPoorFrom { get; set; }

    [Display(Name = "Station.Household.PoorTo")]
    public DateOnly? RegisteredPoorTo { get; set; }

    [Display(Name = "Station.Household.MonitoredFrom")]
    public DateOnly? MonitoredFrom { get; set; }

    [Display(Name = "Station.Household.MonitoredTo")]
    public DateOnly? MonitoredTo { get; set; }

    [Display(Name = "Station.Household.LowIncomeFrom")]
    public DateOnly? LowIncomeFrom { get; set; }

    [Display(Name = "Station.Household.LowIncomeTo")]
    public DateOnly? LowIncomeTo { get; set; }
}

public sealed class MoveMemberForm
{
    public int Version { get; set; }

    /// <summary>The number of the household she moves to, or leaves for good, or has died.</summary>
    [Display(Name = "Station.Household.Move.What")]
    public string What { get; set; } = "move";

    [Display(Name = "Station.Household.Move.To")]
    public string? HouseholdId { get; set; }

    [Display(Name = "Station.Household.Move.On")]
    public DateOnly? From { get; set; }

    [Display(Name = "Station.Person.Relation")]
    public RelationToHead Relation { get; set; } = RelationToHead.Other;
}

/// <summary>户: the unit of coverage; members with their work, what was given, the running cases.</summary>
[Route("/station/households")]
public sealed class HouseholdsController(JobMatchDbContext db, CurrentScope scope, HouseholdReader households, AuditLog audit, TimeProvider clock, Texts texts) : StationController(texts)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? words, long? settlement, string? only, int page, CancellationToken cancel)
    {
        (page, words, only) = (Math.Clamp(page, 1, 10_000), words?.Trim() ?? "", only ?? "");
        ViewBag.SettlementChoices = await Choices.SettlementsAsync(db, scope, cancel);
        var today = clock.Today();
        var rows = only == "zero" ? db.ZeroEmploymentOn(today) : db.Set<Household>();
        rows = rows.AsNoTracking().Where(h => settlement == null || h.SettlementId == settlement);
        if (only == "monitored") rows = rows.Where(h => h.MonitoredFrom <= today && (h.MonitoredTo == null || h.MonitoredTo >= today));
        if (words.Length > 0) rows = rows.Where(h => h.Number.StartsWith(words) || h.Building.StartsWith(words) || h.Members.Any(p => p.Name.StartsWith(words)));
        var total = await rows.CountAsync(cancel);
        var list = await rows.OrderBy(h => h.SettlementId).ThenBy(h => h.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return View(new HouseholdsPage(await households.RowsAsync(list, cancel), total, words, settlement, only, page, PageSize));
    }

    [HttpGet("{id:long}")]
    public Task<IActionResult> One(long id, CancellationToken cancel) => ShowAsync(id, reveal: false, cancel);

    [HttpPost("{id:long}/reveal")]
    public Task<IActionResult> Reveal(long id, CancellationToken cancel) => ShowAsync(id, reveal: true, cancel);

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel)
    {
        var h = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancel);
        if (h is null) return NotFound();
        return Form(h, new HouseholdForm
        {
            Version = h.Version, Building = h.Building, MoveInDate = h.MoveInDate, RegisteredPoorFrom = h.RegisteredPoorFrom, RegisteredPoorTo = h.RegisteredPoorTo,
            MonitoredFrom = h.MonitoredFrom, MonitoredTo = h.MonitoredTo, LowIncomeFrom = h.LowIncomeFrom, LowIncomeTo = h.LowIncomeTo,
        });
    }

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, HouseholdForm form, [FromServices] EditHousehold edit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var done = await edit.RunAsync(new EditHouseholdRequest
            {
                HouseholdId = id, Version = form.Version, Building = form.Building ?? "", Address = string.IsNullOrWhiteSpace(form.Address) ? null : form.Address, MoveInDate = form.MoveInDate,
                RegisteredPoorFrom = form.RegisteredPoorFrom, RegisteredPoorTo = form.RegisteredPoorTo, MonitoredFrom = form.MonitoredFrom, MonitoredTo = form.MonitoredTo, LowIncomeFrom = form.LowIncomeFrom, LowIncomeTo = form.LowIncomeTo,
            }, cancel);
            if (done.IsDone || done.Refusals.Contains(Refusal.NotFound))
            {
                await audit.WriteAsync(By, AuditAction.Changed, AuditSubject.Household, id, cancel: cancel);
                return Back($"/station/households/{id}", done, Texts["Station.Fact.Saved"]);
            }

            Refused(done);
        }

        var household = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancel);
        return household is null ? NotFound() : Form(household, form);
    }

    [HttpGet("{id:long}/members/{person:long}")]
    public async Task<IActionResult> Member(long id, long person, CancellationToken cancel)
    {
        var found = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.HouseholdId == id, cancel);
        return found is null ? NotFound() : MemberForm(found, new MoveMemberForm { Version = found.Version, From = clock.Today() });
    }

    [HttpPost("{id:long}/members/{person:long}")]
    public async Task<IActionResult> Member(long id, long person, MoveMemberForm form, [FromServices] MovePerson move, [FromServices] RecordDeparture departure, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.HouseholdId == id, cancel);
        if (found is null) return NotFound();
        if (form.From is null) ModelState.AddFurther([new Refusal("Required", nameof(form.From))], Texts);
        var number = TypedText.Narrow(form.HouseholdId);
        if (form.What == "move" && number.Length == 0) ModelState.AddFurther([new Refusal("Required", nameof(form.HouseholdId))], Texts);
        if (!ModelState.IsValid) return MemberForm(found, form);
        var target = form.What == "move" ? await db.Set<Household>().Where(h => h.Number == number).Select(h => (long?)h.Id).SingleOrDefaultAsync(cancel) : null;
        if (form.What == "move" && target is null)
        {
            ModelState.AddRefusals([new Refusal("Household.NumberUnknown", nameof(form.HouseholdId))], Texts);
            return MemberForm(found, form);
        }

        var done = target is { } to
            ? await move.RunAsync(new MovePersonRequest { PersonId = person, Version = form.Version, HouseholdId = to, From = form.From!.Value, Relation = form.Relation }, cancel)
            : await departure.RunAsync(new RecordDepartureRequest { PersonId = person, Version = form.Version, Kind = form.What == "died" ? DepartureKind.Died : DepartureKind.LeftHome, On = form.From!.Value }, cancel);
        if (Refused(done)) return MemberForm(found, form);
        await audit.WriteAsync(By, AuditAction.Changed, AuditSubject.Person, person, form.What is "move" or "died" ? form.What : "left", cancel);
        return Back($"/station/households/{target ?? id}", done, Texts["Station.Household.Moved", found.Name]);
    }

    private async Task<IActionResult> ShowAsync(long id, bool reveal, CancellationToken cancel)
    {
        if (await households.OneAsync(id, reveal, cancel) is not { } page) return NotFound();
        await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Household, id, reveal ? "address" : "", cancel);
        if (reveal) Response.Headers.CacheControl = "no-store";
        ViewBag.Revealed = reveal;
        return View("One", page);
    }

    private ViewResult Form(Household household, HouseholdForm form)
    {
        ViewBag.Household = household;
        return View("Edit", form);
    }

    private ViewResult MemberForm(Person person, MoveMemberForm form)
    {
        ViewBag.Person = person;
        return View("Member", form);
    }
}
