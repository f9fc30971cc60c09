using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.SavedSearches;
using JobMatch.Tallies;
using JobMatch.Web.ForStationStaff.People;
using JobMatch.Web.Live;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForStationStaff.SavedSearches;

/// <summary>收藏的搜索: a clerk keeps a search of workers; the station is told of new people who match, once a day.</summary>
[Route("/station/searches")]
public sealed class SavedSearchesController(SavedSearchesView view, ChangeSavedSearch change, CurrentScope scope, Texts texts) : StationController(texts)
{
    private const string Home = "/station/searches";
    private const int MostNews = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] TodayView today, [FromServices] QuestionInWords said, CancellationToken cancel)
    {
        var rows = await view.ReadAsync(By, null, cancel);
        ViewBag.News = await today.SearchesAsync(0, MostNews, cancel);
        return View(new SavedSearchList(rows, Home, "/station/people", Texts["Saved.NoneTextStation"]) { Conditions = rows.ToDictionary(row => row.Search.Id, row => said.Of(row.Search.Workers)) });
    }

    /// <summary>Opens what a search has found, and takes it off the list of the day, or only takes it off.</summary>
    [HttpPost("news/{id:long}/seen")]
    public async Task<IActionResult> Seen(long id, bool open, string? returnUrl, [FromServices] Inbox inbox, CancellationToken cancel)
    {
        if (await inbox.MarkOneReadAsync(Addressee.Of(scope.Value), id, cancel) is not { } news) return NotFound();
        return LocalRedirect(open ? ReturnTo(LiveTexts.UrlOf(news), Home) : ReturnTo(returnUrl, Home));
    }

    /// <summary>The question stands in the address, as on the page of people.</summary>
    [HttpPost(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Save([FromQuery] SearchForm asked, [FromForm] string? name, [FromServices] SaveSearch save, [FromServices] PeopleSearch people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var address = "/station/people?" + asked.Query(1);
        if (scope.Value.SettlementIds.Length == 0) return Forbid();
        var told = asked.Settlement is { } chosen && scope.Value.CoversSettlement(chosen) ? chosen : scope.Value.SettlementIds[0];
        var owner = new SavedSearchOwner(By, Role.Staff, null, told);
        var saved = await save.RunAsync(new SaveSearchRequest(owner, name ?? "", null, await people.QuestionAsync(asked, 1, cancel), address), cancel);
        return Back(saved.IsDone ? Home : address, saved, Texts["Saved.Done", name ?? ""]);
    }

    [HttpPost("{id:long}/rename")]
    public async Task<IActionResult> Rename(long id, string? name, CancellationToken cancel) => Back(Home, await change.RenameAsync(By, id, name, cancel), Texts["Saved.Renamed"]);

    [HttpPost("{id:long}/stop")]
    public async Task<IActionResult> Stop(long id, CancellationToken cancel) => Back(Home, await change.StopAsync(By, id, cancel), Texts["Saved.IsStopped"]);

    [HttpPost("{id:long}/go-on")]
    public async Task<IActionResult> GoOn(long id, CancellationToken cancel) => Back(Home, await change.GoOnAsync(By, id, cancel), Texts["Saved.GoesOn"]);

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancel) => Back(Home, await change.DeleteAsync(By, id, cancel), Texts["Saved.Deleted"]);
}
