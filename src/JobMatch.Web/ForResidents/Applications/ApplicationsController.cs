using System.ComponentModel.DataAnnotations;
using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Postings;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Applications;

/// <summary>Why she takes it back.</summary>
public sealed class WithdrawForm
{
    [Display(Name = "Applications.WithdrawReason")]
    public WithdrawalReason? Reason { get; set; }

    public int Version { get; set; }

    public Referral? Referral { get; set; }
}

/// <summary>Where each application and each suggestion of the station stands, with its history; taking back, and taking that back.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me/applications"), ServiceFilter<UnreadMessages>]
public sealed class ApplicationsController(JobMatchDbContext db, WithdrawReferral withdraw, ReopenReferral reopen, PostingTexts jobs, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var mine = await Mine().Include(r => r.Moves).Include(r => r.Posting!.Quotas).AsSplitQuery().OrderByDescending(r => r.ChangedAt).Take(100).ToListAsync(cancel);
        var person = User.PersonId();
        ViewBag.Hidden = await db.Set<HiddenFromEmployer>().Where(h => h.PersonId == person).Select(h => h.EmployerId).ToHashSetAsync(cancel);
        ViewBag.Places = await PlacesAsync(mine, cancel);
        return View(mine.OrderByDescending(r => r.IsOpen).ToList());
    }

    /// <summary>Where a plan or a hire sends her, of a posting with several places.</summary>
    private async Task<Dictionary<long, string>> PlacesAsync(List<Referral> mine, CancellationToken cancel)
    {
        var settlements = mine.Exists(r => r.QuotaId is not null) ? await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel) : [];
        return mine.Where(r => r.QuotaId is not null).ToDictionary(r => r.Id, r => jobs.PlaceOf(r.Posting!, r.QuotaId, settlements));
    }

    [HttpGet("{id:long}/withdraw")]
    public async Task<IActionResult> Withdraw(long id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { IsOpen: true } mine ? View(new WithdrawForm { Referral = mine, Version = mine.Version }) : NotFound();

    [HttpPost("{id:long}/withdraw")]
    public async Task<IActionResult> Withdraw(long id, WithdrawForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(id, cancel) is not { } mine) return NotFound();
        ModelState.Clear();
        var done = form.Reason is { } reason
            ? await withdraw.RunAsync(new WithdrawReferralRequest(id, form.Version, User.AccountId(), reason), cancel)
            : new Refusal("Required", nameof(form.Reason));
        if (!done.IsDone)
        {
            (form.Referral, form.Version) = (mine, mine.Version);
            ModelState.AddRefusals(done.Refusals, texts);
            return View(form);
        }

        Flash.Set(TempData, new Flash(texts["Applications.Withdrawn"], UndoUrl: $"/me/applications/{id}/reopen"));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes back an application that was made a moment ago.</summary>
    [HttpPost("{id:long}/undo")]
    public async Task<IActionResult> Undo(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } mine) return NotFound();
        return After(await withdraw.RunAsync(new WithdrawReferralRequest(id, mine.Version, User.AccountId(), WithdrawalReason.ChangedMind), cancel), "Applications.Withdrawn");
    }

    /// <summary>Takes back that she withdrew.</summary>
    [HttpPost("{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } mine) return NotFound();
        var done = await reopen.RunAsync(new ReopenReferralRequest(id, mine.Version, User.AccountId()), cancel);
        var now = await FindAsync(id, cancel);
        return After(done, now?.State == ReferralState.Referred ? "Applications.ReferredAgain" : "Applications.Reopened");
    }

    private RedirectToActionResult After(Outcome<bool> done, string key)
    {
        Flash.Set(TempData, done.IsDone ? new Flash(texts[key]) : new Flash(texts.Of(done.Refusals[0]), Kind: "bad"));
        return RedirectToAction(nameof(Index));
    }

    private IQueryable<Referral> Mine() => db.Set<Referral>().AsNoTracking().Include(r => r.Posting!.Employer).Where(r => r.PersonId == User.PersonId() && r.State != ReferralState.Suggested);

    private Task<Referral?> FindAsync(long id, CancellationToken cancel) => Mine().SingleOrDefaultAsync(r => r.Id == id, cancel);
}
