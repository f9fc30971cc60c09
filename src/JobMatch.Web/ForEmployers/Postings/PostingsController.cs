using System.ComponentModel.DataAnnotations;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Postings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForEmployers.Postings;

/// <summary>The employer's postings: the list, one of them as residents see it, and what may be done with it.</summary>
[Area("ForEmployers"), Authorize(Policy = Audiences.Employer), ServiceFilter<EmployerCounts>]
public sealed class PostingsController(PostingPages pages, CandidateView candidates, PoolProjection pool, Texts texts) : Controller
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    [HttpGet("/employer")]
    public IActionResult Home() => Redirect("/employer/postings");

    [HttpGet("/employer/postings")]
    public async Task<IActionResult> Index(PostingState? state, CancellationToken cancel) =>
        await pages.ListAsync(state is { } asked && Enum.IsDefined(asked) ? asked : null, cancel) is { } list ? View(list) : NotFound();

    [HttpGet("/employer/postings/{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancel)
    {
        if (await pages.PostingAsync(id, cancel) is not { Employer: { } employer } posting) return NotFound();
        var (waiting, all) = await pages.CountReferralsAsync(id, cancel);
        return View(new PostingPage(posting, employer, await pages.StationAsync(employer, cancel), await pages.SettlementsAsync(employer, cancel), await FitNowAsync(posting, cancel), waiting, all));
    }

    [HttpPost("/employer/postings/{id:long}/publish")]
    public async Task<IActionResult> Publish(long id, int version, bool leaveOpen, [FromServices] SubmitPosting submit, CancellationToken cancel)
    {
        var done = await submit.RunAsync(new SubmitPostingRequest(id, version, User.AccountId(), leaveOpen), cancel);
        if (!done.IsDone) return Told(done, id, "");
        var posting = await pages.PostingAsync(id, cancel);
        return Told(done, id, posting?.State == PostingState.Published ? texts["Postings.Published"] : texts["Postings.Waits"]);
    }

    /// <summary>What the words say and the fields left open, all of it at once; and what was ticked of what such work usually is.</summary>
    [HttpPost("/employer/postings/{id:long}/fill-from-text")]
    public async Task<IActionResult> FillFromText(long id, int version, string[] usual, [FromServices] FillFromText fill, CancellationToken cancel)
    {
        var done = await fill.RunAsync(new FillFromTextRequest(id, version, User.AccountId(), usual), cancel);
        return Told(done.IsDone ? true : done.Refusals.ToList(), id, texts["LeftOpen.Filled"]);
    }

    [HttpPost("/employer/postings/{id:long}/pause")]
    public async Task<IActionResult> Pause(long id, int version, [FromServices] PausePosting pause, CancellationToken cancel)
    {
        var done = await pause.RunAsync(new PausePostingRequest(id, version, User.AccountId()), cancel);
        return Told(done, id, texts["Postings.Paused"], undo: FormattableString.Invariant($"/employer/postings/{id}/resume?version={version + 1}"));
    }

    [HttpPost("/employer/postings/{id:long}/resume")]
    public async Task<IActionResult> Resume(long id, int version, [FromServices] ResumePosting resume, CancellationToken cancel) =>
        Told(await resume.RunAsync(new ResumePostingRequest(id, version, User.AccountId()), cancel), id, texts["Postings.Resumed"]);

    /// <summary>The answer to "still hiring?", from the list or from the posting.</summary>
    [HttpPost("/employer/postings/{id:long}/still-open")]
    public async Task<IActionResult> StillOpen(long id, bool list, [FromServices] ConfirmPostingOpen confirm, CancellationToken cancel)
    {
        var done = await confirm.RunAsync(new ConfirmPostingOpenRequest(id, User.AccountId()), cancel);
        return Told(done, id, texts["Postings.StillOpenDone"], to: list ? "/employer/postings" : null);
    }

    [HttpGet("/employer/postings/{id:long}/close")]
    public async Task<IActionResult> Close(long id, CancellationToken cancel) =>
        await pages.PostingAsync(id, cancel) is { } posting ? View(new ClosePage(posting, new CloseForm { Version = posting.Version })) : NotFound();

    [HttpPost("/employer/postings/{id:long}/close")]
    public async Task<IActionResult> Close(long id, [Bind(Prefix = "Form")] CloseForm form, [FromServices] ClosePosting close, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await pages.PostingAsync(id, cancel) is not { } posting) return NotFound();
        List<Refusal> missing = [];
        if (form.Reason is null) missing.Add(new Refusal("Required", nameof(form.Reason)));
        if (form.Filling is null) missing.Add(new Refusal("Required", nameof(form.Filling)));
        Outcome<bool> done = missing.Count > 0 ? missing : await close.RunAsync(new ClosePostingRequest(id, form.Version, User.AccountId(), form.Reason!.Value, form.Filling!.Value), cancel);
        if (done.IsDone) return Told(done, id, texts["Postings.Closed"]);
        ModelState.AddRefusals(done.Refusals, texts, "Form");
        return View(new ClosePage(posting, form));
    }

    private async Task<int?> FitNowAsync(Posting posting, CancellationToken cancel)
    {
        if (!posting.IsPublic) return null;
        try
        {
            await pool.WaitForAsync(await pages.NewestSeqAsync(cancel), cancel).WaitAsync(LongestWait, cancel);
        }
        catch (TimeoutException)
        {
            // A count a moment old is better than no page.
        }

        return (await candidates.RankedAsync(posting.Id, 1, cancel))?.Eligible;
    }

    private IActionResult Told(Outcome<bool> done, long id, string said, string? undo = null, string? to = null)
    {
        if (done.Refusals.Contains(Refusal.NotFound)) return NotFound();
        Flash.Set(TempData, done.IsDone ? new Flash(said, undo) : new Flash(texts.ForEmployer(done.Refusals[0]), Kind: "bad"));
        return Redirect(to ?? FormattableString.Invariant($"/employer/postings/{id}"));
    }
}

public sealed class CloseForm
{
    public int Version { get; set; }

    [Display(Name = "Postings.CloseReason")]
    public PostingCloseReason? Reason { get; set; }

    [Display(Name = "Postings.Filling")]
    public PostingFilling? Filling { get; set; }
}

public sealed record ClosePage(Posting Posting, CloseForm Form);
