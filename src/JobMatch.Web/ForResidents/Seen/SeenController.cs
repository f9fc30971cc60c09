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

    [HttpPost("{employerId:long}/hide")]
    public async Task<IActionResult> Hide(long employerId, CancellationToken cancel) =>
        After(await hide.RunAsync(new HideFromEmployerRequest(User.PersonId() ?? 0, employerId, User.AccountId()), cancel), "Seen.Hidden", $"/me/employers/{employerId}/show");

    [HttpPost("{employerId:long}/show")]
    public async Task<IActionResult> Show(long employerId, CancellationToken cancel) =>
        After(await show.RunAsync(new ShowToEmployerRequest(User.PersonId() ?? 0, employerId, User.AccountId()), cancel), "Seen.Shown", $"/me/employers/{employerId}/hide");

    private RedirectToActionResult After(Outcome<bool> done, string key, string undo)
    {
        Flash.Set(TempData, done.IsDone ? new Flash(texts[key], undo) : new Flash(texts.Of(done.Refusals[0]), Kind: "bad"));
        return RedirectToAction(nameof(Index));
    }
}
