using JobMatch.Web.ForResidents.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForResidents.Help;

/// <summary>Whom to call: the stations and their phones, one's own first.</summary>
[Area("ForResidents"), AllowAnonymous, ServiceFilter<UnreadMessages>]
public sealed class HelpController(CountyPlaces places, Home home) : Controller
{
    [HttpGet("/help")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var mine = await home.SettlementAsync(cancel);
        var stations = await places.StationsAsync(cancel);
        return View(stations.OrderByDescending(s => mine is not null && s.Serves.Contains(mine.Name)).ToList());
    }
}
