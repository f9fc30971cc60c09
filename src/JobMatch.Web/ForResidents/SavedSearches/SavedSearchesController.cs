using JobMatch.Accounts;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.SavedSearches;
using JobMatch.Web.ForResidents.Jobs;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForResidents.SavedSearches;

/// <summary>收藏的搜索: a resident keeps what she looks for and is told of new postings, once a day.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me/searches"), ServiceFilter<UnreadMessages>]
public sealed class SavedSearchesController(SavedSearchesView view, ChangeSavedSearch change, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] SavedConditions said, CancellationToken cancel)
    {
        var rows = await view.ReadAsync(User.AccountId(), User.PersonId(), cancel);
        var conditions = new Dictionary<long, string>();
        foreach (var row in rows) conditions[row.Search.Id] = await said.OfAsync(row.Search.Address, cancel);
        return View(new SavedSearchList(rows, "/me/searches", "/jobs", texts["Saved.NoneText"]) { Conditions = conditions });
    }

    /// <summary>The question stands in the address, as on the list of jobs.</summary>
    [HttpPost(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Save([FromQuery] JobFilter filter, [FromServices] SaveSearch save, [FromServices] UnderstandQuery understand, [FromServices] SavedConditions said, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (User.PersonId() is not { } person) return Forbid();
        var understood = filter.Literal ? UnderstoodQuery.Literally(filter.Words) : await understand.RunAsync(filter.Words, cancel);
        var asked = understood.Apply(filter.ToQuery(1));
        var name = await said.OfAsync(filter, understood, cancel);
        var owner = new SavedSearchOwner(User.AccountId(), Role.Resident, person, null);
        var saved = await save.RunAsync(new SaveSearchRequest(owner, name.Length > SavedSearch.LongestName ? name[..SavedSearch.LongestName] : name, asked, null, filter.Url()), cancel);
        if (saved.IsDone) Flash.Set(TempData, new Flash(texts["Saved.Done", saved.Value!.Name]));
        else Flash.Set(TempData, new Flash(string.Join(" ", saved.Refusals.Select(texts.Of)), Kind: "bad"));
        return LocalRedirect(saved.IsDone ? "/me/searches" : filter.Url());
    }

    [HttpPost("{id:long}/rename")]
    public async Task<IActionResult> Rename(long id, string? name, CancellationToken cancel) => After(await change.RenameAsync(User.AccountId(), id, name, cancel), "Saved.Renamed");

    [HttpPost("{id:long}/stop")]
    public async Task<IActionResult> Stop(long id, CancellationToken cancel) => After(await change.StopAsync(User.AccountId(), id, cancel), "Saved.IsStopped");

    [HttpPost("{id:long}/go-on")]
    public async Task<IActionResult> GoOn(long id, CancellationToken cancel) => After(await change.GoOnAsync(User.AccountId(), id, cancel), "Saved.GoesOn");

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancel) => After(await change.DeleteAsync(User.AccountId(), id, cancel), "Saved.Deleted");

    private IActionResult After(Outcome<bool> outcome, string done)
    {
        if (outcome.Refusals.Contains(Refusal.NotFound)) return NotFound();
        Flash.Set(TempData, outcome.IsDone ? new Flash(texts[done]) : new Flash(string.Join(" ", outcome.Refusals.Select(texts.Of)), Kind: "bad"));
        return LocalRedirect("/me/searches");
    }
}
