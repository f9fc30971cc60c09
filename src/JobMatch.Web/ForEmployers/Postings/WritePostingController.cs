using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForEmployers.Postings;

/// <summary>Writing a posting: from a template, from an old one or from nothing; saved as a draft that the next page shows as residents will see it.</summary>
[Area("ForEmployers"), Authorize(Policy = Audiences.Employer), ServiceFilter<EmployerCounts>]
public sealed class WritePostingController(PostingPages pages, SavePosting save, CopyPosting copy, Texts texts) : Controller
{
    private const int EmptyPlaces = 1;
    private const int EmptyOthers = 1;
    private const int MorePlaces = 3;

    [HttpGet("/employer/postings/new")]
    public async Task<IActionResult> Choose(CancellationToken cancel) =>
        await pages.ListAsync(null, cancel) is { } mine ? View("~/ForEmployers/Postings/Choose.cshtml", mine) : NotFound();

    [HttpGet("/employer/postings/new/form")]
    public async Task<IActionResult> New(string? template, long? from, CancellationToken cancel)
    {
        if (await pages.EmployerAsync(cancel) is not { } employer) return NotFound();
        if (template is null && from is null) return Write(await PageAsync(employer, Blank(employer), cancel));
        var filled = await copy.RunAsync(new CopyPostingRequest(employer.Id, User.AccountId(), from, template ?? ""), cancel);
        return filled.Value is { } request ? Write(await PageAsync(employer, PostingFields.Of(request), cancel)) : NotFound();
    }

    [HttpGet("/employer/postings/{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel)
    {
        if (await pages.PostingAsync(id, cancel) is not { Employer: { } employer } posting) return NotFound();
        if (posting.State == PostingState.Closed)
        {
            Flash.Set(TempData, new Flash(texts["Postings.ClosedNoEdit"], Kind: "bad"));
            return Redirect(FormattableString.Invariant($"/employer/postings/{id}"));
        }

        return Write(await PageAsync(employer, PostingFields.Of(PostingForm.Of(posting, User.AccountId())), cancel, posting.State));
    }

    [HttpPost("/employer/postings/new/form")]
    public Task<IActionResult> New([Bind(Prefix = "Form")] PostingFields form, string? act, string[] usual, CancellationToken cancel) => SaveAsync(form, null, act, usual, cancel);

    [HttpPost("/employer/postings/{id:long}/edit")]
    public Task<IActionResult> Edit(long id, [Bind(Prefix = "Form")] PostingFields form, string? act, string[] usual, CancellationToken cancel) => SaveAsync(form, id, act, usual, cancel);

    /// <summary>While one types: words that the law forbids, and what a station would look at first.</summary>
    [HttpPost("/employer/postings/hints")]
    [EnableRateLimiting(RateLimits.Search)]
    public IActionResult Hints([Bind(Prefix = "Form")] PostingFields form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return PartialView("~/ForEmployers/Postings/_Hints.cshtml", form);
    }

    private async Task<IActionResult> SaveAsync(PostingFields form, long? id, string? act, string[] usual, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await pages.EmployerAsync(cancel) is not { } employer) return NotFound();
        var posting = id is { } known ? await pages.PostingAsync(known, cancel) : null;
        if (id is not null && posting is null) return NotFound();
        form.PostingId = id;
        var state = posting?.State ?? PostingState.Draft;
        if (act is "read" or "more")
        {
            // The fields are shown as they now are, not as they were sent.
            ModelState.Clear();
            if (act == "read")
            {
                form.FillHoursFromPay();
                form.FillFromText(employer.Name);
            }

            return Write(await PageAsync(employer, form, cancel, state, act == "more" ? MorePlaces : EmptyPlaces));
        }

        if (!ModelState.IsValid)
        {
            ModelState.AddFurther((await save.RefusalsAsync(form.ToRequest(employer.Id, User.AccountId()), cancel)).Select(form.AtField), texts, "Form");
            return Write(await PageAsync(employer, form, cancel, state, keepRows: true));
        }

        var filled = form.FillHoursFromPay();
        if (act == "fill") form.FillOpen(employer.Name, usual);
        var saved = await save.RunAsync(form.ToRequest(employer.Id, User.AccountId()) with { LeaveOpen = act == "leave" }, cancel);
        if (saved.Refusals.Contains(LeftOpen.Refusal))
            return Write(await PageAsync(employer, form, cancel, state) with { LeftOpen = LeftOpen.In(form.ToRequest(employer.Id, User.AccountId()), employer.Name) });
        if (!saved.IsDone)
        {
            ModelState.AddRefusals(saved.Refusals.Select(form.AtField), texts, "Form");
            var page = await PageAsync(employer, form, cancel, state, keepRows: true);
            if (!saved.Refusals.Contains(Refusal.ChangedMeanwhile)) return Write(page);
            // Shown what happened, the next save is meant: it takes the place of what the other one wrote.
            form.Version = posting!.Version;
            ModelState.Remove($"Form.{nameof(form.Version)}");
            return Write(page with { Stored = posting.Title });
        }

        var said = texts[state is PostingState.Draft or PostingState.SentBack ? "Postings.Saved" : "Postings.Changed"];
        Flash.Set(TempData, new Flash(filled ? $"{said} {texts["Postings.HoursFromPay", form.WageText]}" : said));
        return Redirect(FormattableString.Invariant($"/employer/postings/{saved.Value}"));
    }

    private ViewResult Write(PostingFormPage page) => View("~/ForEmployers/Postings/Write.cshtml", page);

    // Errors stand at rows by their number, so rows keep their places when a form comes back with errors.
    private async Task<PostingFormPage> PageAsync(Employer employer, PostingFields form, CancellationToken cancel, PostingState state = PostingState.Draft, int empty = EmptyPlaces, bool keepRows = false)
    {
        if (!keepRows || form.Places.Count == 0) form.MakeRoom(empty, EmptyOthers);
        return new PostingFormPage(form, await pages.PlacesAsync(employer, cancel), form.PostingId is null, state);
    }

    private static PostingFields Blank(Employer employer) => new()
    {
        Kind = employer.Kind switch
        {
            EmployerKind.AidWorkshop or EmployerKind.CommunityFactory => PostingKind.AidWorkshop,
            EmployerKind.PublicWelfareOwner => PostingKind.PublicWelfare,
            EmployerKind.WorkReliefProject => PostingKind.WorkRelief,
            EmployerKind.LabourAgency => PostingKind.LabourExport,
            _ => PostingKind.Enterprise,
        },
        Places = [new PlaceRow { Where = employer.SettlementId is { } home ? PlaceRow.Key(QuotaPlace.Settlement, home) : PlaceRow.Key(QuotaPlace.County, employer.CountyCode), Vacancies = 1, Suggested = 1 }],
    };
}
