using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Referrals;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Seen;

/// <summary>Who sees me: agreement to employers in all, and the employers I had to do with or hid myself from.</summary>
public sealed record SeenPage(Worker? Worker, IReadOnlyList<(long Id, string Name, bool Hidden)> Employers);

[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me/employers"), ServiceFilter<UnreadMessages>]
public sealed class SeenController(JobMatchDbContext db, MyWorker mine, HideFromEmployer hide, ShowToEmployer show, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var person = User.PersonId();
        var hidden = await db.Set<HiddenFromEmployer>().Where(h => h.PersonId == person).Select(h => h.EmployerId).ToListAsync(cancel);
        var met = await db.Set<Referral>().Where(r => r.PersonId == person).Select(r => r.EmployerId).Distinct().ToListAsync(cancel);
        var ids = hidden.Union(met).ToList();
        var rows = await db.Set<Employer>().AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Name).Select(e => new { e.Id, e.Name }).ToListAsync(cancel);
        return View(new SeenPage(await mine.ReadAsync(cancel), [.. rows.Select(e => (e.Id, e.Name, hidden.Contains(e.Id)))]));
    }

    /// <summary>Where something is under way with this employer it is said first what hiding ends.</summary>
    [HttpPost("{employerId:long}/hide")]
    public async Task<IActionResult> Hide(long employerId, bool confirmed, CancellationToken cancel)
    {
        var person = User.PersonId() ?? 0;
        if (!confirmed)
        {
            var open = await db.Set<Referral>().AsNoTracking().Include(r => r.Posting!.Employer)
                .Where(r => r.PersonId == person && r.EmployerId == employerId && r.State > ReferralState.Suggested && r.State < ReferralState.Hired).OrderBy(r => r.Id).ToListAsync(cancel);
            if (open.Count > 0) return View(nameof(Hide), open);
        }

        var done = await hide.RunAsync(new HideFromEmployerRequest(person, employerId, User.AccountId()), cancel);
        return After(done, done.Value > 0 ? "Seen.HiddenAndWithdrawn" : "Seen.Hidden", $"/me/employers/{employerId}/show?undo=true");
    }

    /// <param name="employerId">Who may see her again.</param>
    /// <param name="undo">Hiding was a slip a moment ago: what it ended stands again too.</param>
    /// <param name="cancel">Stops it.</param>
    [HttpPost("{employerId:long}/show")]
    public async Task<IActionResult> Show(long employerId, bool undo, CancellationToken cancel)
    {
        var done = await show.RunAsync(new ShowToEmployerRequest(User.PersonId() ?? 0, employerId, User.AccountId(), undo), cancel);
        return After(done, done.Value > 0 ? "Seen.ShownAndRestored" : "Seen.Shown", $"/me/employers/{employerId}/hide?confirmed=true");
    }

    private RedirectToActionResult After(Outcome<int> done, string key, string undo)
    {
        Flash.Set(TempData, done.IsDone ? new Flash(texts[key], undo) : new Flash(texts.Of(done.Refusals[0]), Kind: "bad"));
        return RedirectToAction(nameof(Index));
    }
}
