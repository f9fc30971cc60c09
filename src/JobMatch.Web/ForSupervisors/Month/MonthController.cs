using JobMatch.Tallies;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForSupervisors.Month;

/// <summary>The month of the county, or of the township for whom only that is hers: pictures first, each figure opens to its people.</summary>
[Route("/county")]
public sealed class MonthController(MonthReader reader, SettlementSeriesView series) : SupervisorController
{
    [HttpGet("")]
    public IActionResult Home() => LocalRedirect("/county/month");

    [HttpGet("month")]
    public async Task<IActionResult> Index(int? month, int? months, CancellationToken cancel)
    {
        if (month is not null && MonthOf(month) is null) return NotFound();
        var page = await reader.ReadAsync(MonthOf(month), months == 12 ? 12 : 24, cancel);
        return page is not null ? View(page) : View("NotCounted", (MonthOf(month), await series.CountedAsync(cancel)));
    }
}
