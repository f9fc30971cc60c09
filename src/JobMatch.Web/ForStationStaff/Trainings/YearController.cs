using System.Globalization;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Sheets;
using JobMatch.Web.Shared.Trainings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>年度培训计划 of the station, person by person: to see, to print, to take along as a workbook.</summary>
[Route("/station/training/year")]
public sealed class YearController(JobMatchDbContext db, TrainingYearView view, TimeProvider clock, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Year(int? year, int? page, int? kind, bool all, CancellationToken cancel)
    {
        var (asked, rows, shown) = await ReadAsync(year, kind, cancel);
        var found = all ? TrainingYearPage.Whole(shown) : TrainingYearPage.Of(shown, page ?? 1);
        return View("~/ForStationStaff/Trainings/Year.cshtml", new YearPage(asked, found, await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel), YearPage.TotalsOf(rows), kind, all));
    }

    /// <summary>The same rows, filter and totals as the page shows. It names people, so who took it along is written down, for each settlement of it.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(int? year, int? kind, [FromServices] YearWorkbook workbook, [FromServices] AuditLog audit, CancellationToken cancel)
    {
        var (asked, rows, shown) = await ReadAsync(year, kind, cancel);
        var file = await workbook.OfAsync(asked, shown, YearPage.TotalsOf(rows), await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel), cancel);
        foreach (var settlement in shown.GroupBy(row => row.Household.SettlementId))
            await audit.WriteAsync(By, AuditAction.Exported, AuditSubject.Settlement, settlement.Key, string.Create(CultureInfo.InvariantCulture, $"training-year {asked.Year} kind {kind?.ToString(CultureInfo.InvariantCulture) ?? "all"} people {settlement.Count()}"), cancel);
        return File(file, Workbook.ContentType, Texts["Trainings.ExportFile", asked.Year]);
    }

    private async Task<(TrainingYearOf Asked, IReadOnlyList<TrainingYearRow> Rows, IReadOnlyList<TrainingYearRow> Shown)> ReadAsync(int? year, int? kind, CancellationToken cancel)
    {
        var asked = TrainingYearOf.Read(year, clock.Today(), view.Last);
        var rows = await view.ReadAsync(asked.Year, settlementId: null, cancel);
        return (asked, rows, kind is null ? rows : [.. rows.Select(row => row.Of(kind.Value)).Where(row => row.Waits || row.InClass)]);
    }
}
