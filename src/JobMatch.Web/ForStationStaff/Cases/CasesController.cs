using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Cases;

public sealed record CaseHelp(ServiceRecord Record, string By);

/// <summary>A case with whom it is about, what was done, and the three forms.</summary>
public sealed record CasePageModel(CaseRow Row, IReadOnlyList<Member> Members, IReadOnlyList<CaseHelp> Helped, string Owner)
{
    public HelpForm Help { get; init; } = new();

    public FinishForm Finish { get; init; } = new();

    public DropForm Drop { get; init; } = new();
}

public sealed class HelpForm
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Help.Kind")]
    public ServiceKind? Kind { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Help.On")]
    public DateOnly? On { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Help.Person")]
    public long? PersonId { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Help.Note")]
    public string? Note { get; set; }
}

public sealed class FinishForm
{
    public int Version { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Finish.Outcome")]
    public CaseOutcome? Outcome { get; set; }
}

public sealed class DropForm
{
    public int Version { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Case.Drop.Reason")]
    public string? Reason { get; set; }
}

/// <summary>帮扶事项: what was done, with what outcome; a case that is no case is dropped with a reason.</summary>
[Route("/station/cases")]
public sealed class CasesController(JobMatchDbContext db, CasesView cases, RecordHelp help, FinishCase finish, DropCase drop, AuditLog audit, TimeProvider clock, Texts texts) : StationController(texts)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(CaseKind? kind, bool ended, bool overdue, int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 10_000);
        var kinds = kind is CaseKind.HelpRequest or CaseKind.Rights or CaseKind.Correction ? [CaseKind.HelpRequest, CaseKind.Rights, CaseKind.Correction] : kind is { } one ? new[] { one } : [];
        (ViewBag.Kind, ViewBag.Ended, ViewBag.Overdue, ViewBag.Page, ViewBag.PageSize) = (kind, ended, overdue, page, PageSize);
        return View(await cases.RunAsync(new CaseQuery { Kinds = kinds, Open = !ended, OnlyOverdue = overdue && !ended, Page = page - 1, PageSize = PageSize }, cancel));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, CancellationToken cancel)
    {
        var page = await ReadAsync(id, cancel);
        if (page is null) return NotFound();
        if (page.Row.Case.PersonId is { } person) await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, person, "case", cancel);
        return View("One", page);
    }

    [HttpPost("{id:long}/help")]
    public async Task<IActionResult> Help(long id, [Bind(Prefix = "Help")] HelpForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Kind is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.Kind))], Texts, "Help");
        if (ModelState.IsValid)
        {
            var done = await help.RunAsync(new RecordHelpRequest { CaseId = id, PersonId = form.PersonId, Kind = form.Kind!.Value, On = form.On, Note = form.Note ?? "", ByAccountId = By }, cancel);
            if (!Refused(done, "Help")) return Back($"/station/cases/{id}", done, Texts["Station.Case.Helped"]);
        }

        return await ReadAsync(id, cancel) is { } page ? View("One", page with { Help = form }) : NotFound();
    }

    [HttpPost("{id:long}/finish")]
    public async Task<IActionResult> Finish(long id, [Bind(Prefix = "Finish")] FinishForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Outcome is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.Outcome))], Texts, "Finish");
        if (ModelState.IsValid)
        {
            var done = await finish.RunAsync(new FinishCaseRequest(id, form.Version, form.Outcome!.Value, By), cancel);
            if (!Refused(done, "Finish")) return Back("/station/today", done, Texts["Station.Case.Finished", Texts.Of(form.Outcome.Value)], $"/station/cases/{id}/reopen");
        }

        return await ReadAsync(id, cancel) is { } page ? View("One", page with { Finish = form }) : NotFound();
    }

    [HttpPost("{id:long}/drop")]
    public async Task<IActionResult> Drop(long id, [Bind(Prefix = "Drop")] DropForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await drop.RunAsync(new DropCaseRequest(id, form.Version, form.Reason ?? "", By), cancel);
        if (!Refused(done, "Drop")) return Back("/station/today", done, Texts["Station.Case.Dropped"], $"/station/cases/{id}/reopen");
        return await ReadAsync(id, cancel) is { } page ? View("One", page with { Drop = form }) : NotFound();
    }

    /// <summary>Takes a closing of today back.</summary>
    [HttpPost("{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id, [FromServices] ReopenCase reopen, CancellationToken cancel) =>
        Back($"/station/cases/{id}", await reopen.RunAsync(new ReopenCaseRequest(id), cancel), Texts["Station.Case.Reopened"]);

    private async Task<CasePageModel?> ReadAsync(long id, CancellationToken cancel)
    {
        var found = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is null) return null;
        var row = await cases.OfAsync(found, cancel);
        var members = found.HouseholdId is { } household ? await db.MembersOn(clock.Today()).Where(m => m.HouseholdId == household).OrderBy(m => m.Person.Relation).ToListAsync(cancel) : [];
        var helped = await db.Set<ServiceRecord>().AsNoTracking().Where(s => s.CaseId == id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).ToListAsync(cancel);
        var accounts = helped.Select(s => s.ByAccountId).Append(found.OwnerId ?? 0).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
        return new CasePageModel(row, members, helped.ConvertAll(s => new CaseHelp(s, names.GetValueOrDefault(s.ByAccountId, ""))), found.OwnerId is { } owner ? names.GetValueOrDefault(owner, "") : "")
        {
            Help = new HelpForm { On = clock.Today() },
            Finish = new FinishForm { Version = found.Version },
            Drop = new DropForm { Version = found.Version },
        };
    }
}
