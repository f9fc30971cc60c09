using JobMatch.EmploymentSpells;
using JobMatch.Tallies;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForStationStaff.Today;

/// <summary>The lists of the day, and who is still owed a service this year.</summary>
public sealed record TodayPage(Tallies.Today Day, RowsBehind<ServiceDue> Services);

/// <summary>今天: one list of who needs help, each row with what to do about it.</summary>
[Route("/station")]
public sealed class TodayController(TodayView today, ServiceDueView services, StationFigures figures, ConfirmSpell confirm, Texts texts) : StationController(texts)
{
    private const int RowsEach = 12;
    private const int ServicesPage = 50;
    private const int ListPage = 50;

    [HttpGet("")]
    public IActionResult Home() => LocalRedirect("/station/today");

    [HttpGet("today")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(new TodayPage(await today.RunAsync(RowsEach, cancel), await services.ServicesAsync(null, 0, 8, cancel)));

    /// <summary>The figures of the rail, for the page that was told that something came.</summary>
    [HttpGet("counts"), Produces("application/json")]
    public async Task<IActionResult> Figures(CancellationToken cancel) => Ok(await figures.ReadAsync(By, anew: true, cancel));

    /// <summary>Everybody to whom the year still owes a service (131).</summary>
    [HttpGet("services")]
    public async Task<IActionResult> Services(int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 10_000);
        ViewBag.Page = page;
        ViewBag.PageSize = ServicesPage;
        ViewBag.Trainings = page == 1 ? await services.TrainingsAsync(null, cancel) : [];
        return View(await services.ServicesAsync(null, page - 1, ServicesPage, cancel));
    }

    /// <summary>All work that residents reported and that waits to be looked at.</summary>
    [HttpGet("today/spells")]
    public async Task<IActionResult> Spells(int page, CancellationToken cancel) => View(await today.SpellsAsync(Skip(page), ListPage, cancel));

    /// <summary>All reports about postings that wait for this station.</summary>
    [HttpGet("today/reports")]
    public async Task<IActionResult> Reports(int page, CancellationToken cancel) => View(await today.ReportsAsync(Skip(page), ListPage, cancel));

    private int Skip(int page)
    {
        ViewBag.Page = page = Math.Clamp(page, 1, 10_000);
        ViewBag.PageSize = ListPage;
        return (page - 1) * ListPage;
    }

    /// <summary>Work that a resident reported: the station asked, and it is so, or it is not: that deletes it, so it is asked for once more.</summary>
    [HttpPost("spells/{id:long}/confirm")]
    public async Task<IActionResult> Confirm(long id, int version, bool isTrue, bool confirmed, string? returnUrl, CancellationToken cancel)
    {
        if (!isTrue && !confirmed)
        {
            if (await today.SpellAsync(id, cancel) is not { } spell) return NotFound();
            ViewBag.Back = ReturnTo(returnUrl, "/station/today");
            return View("Deny", spell with { Version = version });
        }

        var done = await confirm.RunAsync(new ConfirmSpellRequest { SpellId = id, Version = version, IsTrue = isTrue }, cancel);
        return Back(ReturnTo(returnUrl, "/station/today"), done, Texts[isTrue ? "Station.Today.SpellConfirmed" : "Station.Today.SpellDenied"]);
    }
}
