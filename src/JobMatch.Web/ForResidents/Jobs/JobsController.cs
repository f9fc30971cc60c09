using System.ComponentModel.DataAnnotations;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>What is wrong with a posting, in somebody's words.</summary>
public sealed class ReportForm
{
    [Display(Name = "Report.Reason")]
    public PostingReportReason? Reason { get; set; }

    [Display(Name = "Report.Text")]
    public string? Text { get; set; }

    public string Title { get; set; } = "";
}

/// <summary>Look for work, look at one posting, apply, report one that cheats. All but applying works for everybody.</summary>
[Area("ForResidents"), ServiceFilter<UnreadMessages>]
public sealed class JobsController(JobList jobs, JobReader reader, Texts texts) : Controller
{
    [HttpGet("/"), HttpGet("/jobs"), AllowAnonymous, EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(JobFilter filter, CancellationToken cancel)
    {
        // An address that somebody shortened or mistyped shows what it can, and says what it could not.
        var unread = UnreadPiece.Of(ModelState);
        ModelState.Clear();
        return View(await jobs.ReadAsync(filter, unread, cancel));
    }

    /// <summary>Titles, places and work for what is being typed, as a plain list of links.</summary>
    [HttpGet("/jobs/suggestions"), AllowAnonymous, EnableRateLimiting(RateLimits.Suggest)]
    public async Task<IActionResult> Suggestions(string? q, [FromServices] SuggestSearches suggest, CancellationToken cancel)
    {
        const int most = 6;
        var typed = (q ?? "").Trim();
        return PartialView("_Suggestions", typed.Length is > 0 and <= 40 ? await suggest.RunAsync(typed, most, cancel) : []);
    }

    [HttpGet("/jobs/{id:long}"), AllowAnonymous]
    public async Task<IActionResult> Job(long id, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is { } page) return View(page);
        if (!await reader.IsLookedAtAgainAsync(id, cancel)) return NotFound();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LookedAtAgain");
    }

    /// <summary>Where the browser comes back to after signing in for an application that it had sent before.</summary>
    [HttpGet("/jobs/{id:long}/apply"), AllowAnonymous]
    public IActionResult ApplyAgain(long id) => RedirectToAction(nameof(Job), new { id });

    [HttpPost("/jobs/{id:long}/apply"), Authorize(Policy = Audiences.Resident), EnableRateLimiting(RateLimits.Apply)]
    public async Task<IActionResult> Apply(long id, [FromServices] ApplyToPosting apply, CancellationToken cancel)
    {
        if (User.PersonId() is not { } person) return Forbid();
        var applied = await apply.RunAsync(new ApplyToPostingRequest(person, id, User.AccountId()), cancel);
        if (applied.IsDone)
        {
            Flash.Set(TempData, new Flash(texts["Jobs.Applied"], UndoUrl: $"/me/applications/{applied.Value}/undo"));
            return Redirect("/me/applications");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await reader.ReadAsync(id, cancel) is { } page ? View(nameof(Job), page with { Refused = applied.Refusals }) : NotFound();
    }

    [HttpGet("/jobs/{id:long}/report"), AllowAnonymous]
    public async Task<IActionResult> Report(long id, CancellationToken cancel) =>
        await reader.ReadAsync(id, cancel) is { } page ? View(new ReportForm { Title = page.Posting.Title }) : NotFound();

    [HttpPost("/jobs/{id:long}/report"), AllowAnonymous, EnableRateLimiting(RateLimits.Report)]
    public async Task<IActionResult> Report(long id, ReportForm form, [FromServices] ReportPosting report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await reader.ReadAsync(id, cancel) is not { } page) return NotFound();
        var reported = form.Reason is { } reason
            ? await report.RunAsync(new ReportPostingRequest(id, reason, form.Text ?? ""), cancel)
            : new Refusal("Required", nameof(form.Reason));
        if (!reported.IsDone)
        {
            form.Title = page.Posting.Title;
            ModelState.Clear();
            ModelState.AddRefusals(reported.Refusals, texts);
            return View(form);
        }

        Flash.Set(TempData, new Flash(texts["Report.Thanks"]));
        return RedirectToAction(nameof(Job), new { id });
    }
}
