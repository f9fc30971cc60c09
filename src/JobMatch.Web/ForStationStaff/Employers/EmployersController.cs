using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Employers;

public sealed record EmployerRow(Employer Employer, string? Settlement, int OpenPostings);

public sealed record EmployersPage(IReadOnlyList<EmployerRow> Rows, int Total, EmployerState? State, string Words, int Page, int PageSize);

/// <summary>One employer; contact name and phone only after they were asked for.</summary>
public sealed record EmployerPage(Employer Employer, string? Settlement, IReadOnlyList<Posting> Postings, string? ContactName, string? ContactPhone)
{
    public DecisionForm Decision { get; init; } = new();
}

public sealed class DecisionForm
{
    public int Version { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Station.Employer.Reason")]
    public string? Reason { get; set; }
}

/// <summary>用工单位: the station sees identity and licence before anything of an employer is public.</summary>
[Route("/station/employers")]
public sealed class EmployersController(
    JobMatchDbContext db, CurrentScope scope, EmployerReach reach, VerifyEmployer verify, RejectEmployer reject, SuspendEmployer suspend, PersonalData personal, AuditLog audit, Texts texts) : StationController(texts)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(EmployerState? state, string? words, int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 10_000);
        words = words?.Trim() ?? "";
        var mine = scope.Value.SettlementIds;
        var counties = await db.Set<Settlement>().Where(s => mine.Contains(s.Id)).Select(s => s.CountyCode).Distinct().ToListAsync(cancel);
        var rows = db.Set<Employer>().AsNoTracking().Where(e => counties.Contains(e.CountyCode) && (e.SettlementId == null || mine.Contains(e.SettlementId.Value))
            && (state == null || e.State == state) && (words == "" || e.Name.Contains(words)));
        var total = await rows.CountAsync(cancel);
        var list = await (from e in rows.OrderBy(e => e.State).ThenByDescending(e => e.RegisteredAt).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)
                          join s in db.Set<Settlement>() on e.SettlementId equals s.Id into places
                          from s in places.DefaultIfEmpty()
                          select new EmployerRow(e, s == null ? null : s.Name, db.Set<Posting>().Count(p => p.EmployerId == e.Id && p.State == PostingState.Published))).ToListAsync(cancel);
        return View(new EmployersPage([.. list.OrderBy(r => r.Employer.State).ThenByDescending(r => r.Employer.RegisteredAt)], total, state, words, page, PageSize));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, CancellationToken cancel) => await ReadAsync(id, reveal: false, cancel) is { } page ? View("One", page) : NotFound();

    /// <summary>Shows contact name and phone on this page only; it is logged.</summary>
    [HttpPost("{id:long}/reveal")]
    public async Task<IActionResult> Reveal(long id, CancellationToken cancel)
    {
        if (await ReadAsync(id, reveal: true, cancel) is not { } page) return NotFound();
        await audit.WriteAsync(By, AuditAction.RevealedPhone, AuditSubject.Employer, id, cancel: cancel);
        return View("One", page);
    }

    [HttpPost("{id:long}/verify")]
    public async Task<IActionResult> Verify(long id, int version, CancellationToken cancel)
    {
        var done = await verify.RunAsync(new VerifyEmployerRequest(id, version, By), cancel);
        return Back($"/station/employers/{id}", done, Texts["Station.Employer.Verified", done.Value]);
    }

    [HttpPost("{id:long}/reject")]
    public async Task<IActionResult> Reject(long id, [Bind(Prefix = "Decision")] DecisionForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await DecidedAsync(id, form, await reject.RunAsync(new RejectEmployerRequest(id, form.Version, form.Reason ?? "", By), cancel), Texts["Station.Employer.Rejected"], cancel);
    }

    [HttpPost("{id:long}/suspend")]
    public async Task<IActionResult> Suspend(long id, [Bind(Prefix = "Decision")] DecisionForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await suspend.RunAsync(new SuspendEmployerRequest(id, form.Version, form.Reason ?? "", By), cancel);
        return await DecidedAsync(id, form, done, Texts["Station.Employer.Suspended", done.Value], cancel);
    }

    private async Task<IActionResult> DecidedAsync<T>(long id, DecisionForm form, Outcome<T> done, string said, CancellationToken cancel)
    {
        if (!Refused(done, "Decision")) return Back($"/station/employers/{id}", done, said);
        return await ReadAsync(id, reveal: false, cancel) is { } page ? View("One", page with { Decision = form }) : NotFound();
    }

    private async Task<EmployerPage?> ReadAsync(long id, bool reveal, CancellationToken cancel)
    {
        var employer = await db.Set<Employer>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (employer is null || !await reach.MayLookAfterAsync(employer, cancel)) return null;
        var settlement = employer.SettlementId is { } at ? await db.Set<Settlement>().Where(s => s.Id == at).Select(s => s.Name).SingleOrDefaultAsync(cancel) : null;
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Where(p => p.EmployerId == id).OrderBy(p => p.State == PostingState.Closed).ThenByDescending(p => p.Id).Take(50).ToListAsync(cancel);
        return new EmployerPage(employer, settlement, postings, Clear(employer.ContactName, reveal), Clear(employer.ContactPhone, reveal)) { Decision = new DecisionForm { Version = employer.Version } };
    }

    private string? Clear(Protected? value, bool reveal) => reveal && value is not null ? personal.Reveal(value) : null;
}
