using System.ComponentModel.DataAnnotations;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Postings;

public sealed record PostingQuestion(PostingState? State, PostingKind? Kind, long? SettlementId, string Words, bool Flagged, bool Mine, int Page);

public sealed record PostingsPage(IReadOnlyList<Posting> Rows, int Total, PostingQuestion Asked, int PageSize, IReadOnlyDictionary<long, Settlement> Settlements, IReadOnlyDictionary<long, int> Referred, IReadOnlySet<long> MayDecide);

public sealed record PostingPage(Posting Posting, IReadOnlyDictionary<long, Settlement> Settlements, IReadOnlyList<PostingReport> Reports, IReadOnlyDictionary<ReferralState, int> Standing, bool MayDecide)
{
    public SendBackForm SendBack { get; init; } = new();

    public CloseForm Close { get; init; } = new();
}

public sealed class SendBackForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Posting.SendBack.Reason")]
    public string? Reason { get; set; }
}

public sealed class CloseForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Posting.Close.Reason")]
    public PostingCloseReason? Reason { get; set; }

    [Display(Name = "Station.Posting.Close.Filling")]
    public PostingFilling? Filling { get; set; }
}

/// <summary>岗位: what has to be looked at first, then what is open; one posting with its decisions.</summary>
[Route("/station/postings")]
public sealed class PostingsController(
    JobMatchDbContext db, CurrentScope scope, EmployerReach reach, ApprovePosting approve, SendBackPosting sendBack, ClosePosting close, CloseReport closeReport, Texts texts) : StationController(texts)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(PostingState? state, PostingKind? kind, long? settlement, string? words, bool flagged, bool mine, int page, CancellationToken cancel)
    {
        var asked = new PostingQuestion(state, kind, settlement, words?.Trim() ?? "", flagged, mine, Math.Clamp(page, 1, 10_000));
        ViewBag.SettlementChoices = await Choices.SettlementsAsync(db, scope, cancel);
        var own = scope.Value.SettlementIds;
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var counties = settlements.Values.Where(s => own.Contains(s.Id)).Select(s => s.CountyCode).Distinct().ToList();
        // A draft is its employer's alone.
        var rows = db.Set<Posting>().AsNoTracking().Where(p => counties.Contains(p.CountyCode) && p.State != PostingState.Draft
            && (state == null ? p.State != PostingState.Closed : p.State == state) && (kind == null || p.Kind == kind) && (!flagged || p.Flag != "")
            && (settlement == null || p.Employer!.SettlementId == settlement || p.Quotas.Any(q => q.SettlementId == settlement))
            && (asked.Words == "" || p.Title.Contains(asked.Words) || p.Employer!.Name.Contains(asked.Words)));
        var lookedAfter = db.Set<Employer>().Where(await reach.LookedAfterAsync(cancel)).Select(e => e.Id);
        if (mine) rows = rows.Where(p => lookedAfter.Contains(p.EmployerId));
        var total = await rows.CountAsync(cancel);
        var list = await rows.Include(p => p.Employer).Include(p => p.Quotas)
            .OrderBy(p => p.State == PostingState.Submitted ? 0 : p.State == PostingState.Published ? 1 : 2).ThenByDescending(p => p.PublishedAt ?? p.CreatedAt).ThenBy(p => p.Id)
            .Skip((asked.Page - 1) * PageSize).Take(PageSize).AsSplitQuery().ToListAsync(cancel);
        var ids = list.ConvertAll(p => p.Id);
        var referred = await db.Set<Referral>().Where(r => ids.Contains(r.PostingId) && r.State != ReferralState.Suggested).GroupBy(r => r.PostingId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var employers = list.ConvertAll(p => p.EmployerId);
        var mayDecide = await lookedAfter.Where(id => employers.Contains(id)).ToHashSetAsync(cancel);
        return View(new PostingsPage(list, total, asked, PageSize, settlements, referred, mayDecide));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, CancellationToken cancel) => await ReadAsync(id, cancel) is { } page ? View("One", page) : NotFound();

    [HttpPost("{id:long}/approve")]
    public async Task<IActionResult> Approve(long id, int version, bool leaveOpen, CancellationToken cancel) =>
        Back($"/station/postings/{id}", await approve.RunAsync(new ApprovePostingRequest(id, version, By, leaveOpen), cancel), Texts["Station.Posting.Approved"]);

    /// <summary>What its words say and its fields left open, all of it at once; and what was ticked of what such work usually is.</summary>
    [HttpPost("{id:long}/fill-from-text")]
    public async Task<IActionResult> FillFromText(long id, int version, string[] usual, [FromServices] FillFromText fill, CancellationToken cancel) =>
        Back($"/station/postings/{id}", await fill.RunAsync(new FillFromTextRequest(id, version, By, usual), cancel), Texts["LeftOpen.Filled"]);

    [HttpPost("{id:long}/send-back")]
    public async Task<IActionResult> SendBack(long id, [Bind(Prefix = "SendBack")] SendBackForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await sendBack.RunAsync(new SendBackPostingRequest(id, form.Version, By, form.Reason ?? ""), cancel);
        if (!Refused(done, "SendBack")) return Back($"/station/postings/{id}", done, Texts["Station.Posting.SentBack"]);
        return await ReadAsync(id, cancel) is { } page ? View("One", page with { SendBack = form }) : NotFound();
    }

    [HttpPost("{id:long}/close")]
    public async Task<IActionResult> Close(long id, [Bind(Prefix = "Close")] CloseForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await close.RunAsync(new ClosePostingRequest(id, form.Version, By, form.Reason ?? default, form.Filling ?? default), cancel);
        if (!Refused(done, "Close")) return Back($"/station/postings/{id}", done, Texts["Station.Posting.ClosedNow"]);
        return await ReadAsync(id, cancel) is { } page ? View("One", page with { Close = form }) : NotFound();
    }

    /// <summary>What the station found behind a report; a right one closes the posting.</summary>
    [HttpPost("{id:long}/reports/{report:long}")]
    public async Task<IActionResult> Report(long id, long report, string? finding, bool closePosting, CancellationToken cancel) =>
        Back($"/station/postings/{id}", await closeReport.RunAsync(new CloseReportRequest(report, finding ?? "", closePosting, By), cancel), Texts["Station.Posting.ReportClosed"]);

    private async Task<PostingPage?> ReadAsync(long id, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == id && p.State != PostingState.Draft, cancel);
        if (posting is null) return null;
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var mine = scope.Value.SettlementIds;
        if (!settlements.Values.Any(s => mine.Contains(s.Id) && s.CountyCode == posting.CountyCode)) return null;
        var reports = await db.Set<PostingReport>().AsNoTracking().Where(r => r.PostingId == id).OrderBy(r => r.ClosedAt != null).ThenByDescending(r => r.At).ToListAsync(cancel);
        var standing = await db.Set<Referral>().Where(r => r.PostingId == id && r.State != ReferralState.Suggested).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new PostingPage(posting, settlements, reports, standing, await reach.MayLookAfterAsync(posting.Employer!, cancel))
        {
            SendBack = new SendBackForm { Version = posting.Version },
            Close = new CloseForm { Version = posting.Version },
        };
    }
}
