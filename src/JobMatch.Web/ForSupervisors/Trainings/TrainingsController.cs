using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.Training;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Web.Shared.Trainings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForSupervisors.Trainings;

/// <summary>The newest answer, how many classes were opened or got other people after it was asked, and about how many settlements it is.</summary>
public sealed record TrainingsPage(PlacementPlan? Demand, DemandAsked Asked, int Since, int Settlements);

/// <summary>What one training would change, with where its people live. Month: where a household's evidence opens; null when none is counted.</summary>
public sealed record DemandPage(TrainingDemandOf Of, IReadOnlyDictionary<long, Settlement> Settlements, Data.Month? Month)
{
    /// <summary>Who wants it too and is not counted.</summary>
    public IReadOnlyList<NotCounted> NotCounted { get; init; } = [];
}

/// <summary>The year's plan of a settlement in counts of people: who has a class, whose wish waits (somebody with several wishes may be both), and who waits longer than she should.</summary>
public sealed record YearLine(Settlement Settlement, int Households, int People, int ThisYear, int NotYet, int Overdue);

public sealed record YearPage(TrainingYearOf Year, IReadOnlyList<YearLine> Lines);

/// <summary>The year's plan of one settlement, person by person.</summary>
public sealed record YearOfPage(TrainingYearOf Year, Settlement Settlement, TrainingYearPage Found, Data.Month? Month);

/// <summary>培训需求: which training would bring how many into work, and the year's plan family by family; the station's use cases under the supervisor's scope.</summary>
[Route("/county/training")]
public sealed class TrainingsController(JobMatchDbContext db, CurrentScope scope, TrainingDemandView demands, TrainingYearView years, CoverageView coverage, TimeProvider clock, Texts texts) : SupervisorController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var asked = await DemandAsked.ReadAsync(Request.Query, "/county/training", db, clock.Today(), cancel);
        var newest = await demands.NewestAsync(asked.Scope, cancel);
        return View(new TrainingsPage(newest, asked, newest is null ? 0 : await demands.ClassesSinceAsync(newest, cancel), scope.Value.SettlementIds.Length));
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run([FromServices] AskTrainingDemand ask, CancellationToken cancel)
    {
        var of = DemandAsked.Read(Request.Query);
        var asked = await ask.RunAsync(of, User.AccountId(), cancel);
        if (asked.Refusals.Contains(Refusal.NotFound)) return NotFound();
        Flash.Set(TempData, asked.IsDone ? new Flash(texts["Trainings.Started"]) : new Flash(string.Join(" ", asked.Refusals.Select(texts.Of)), Kind: "bad"));
        return LocalRedirect(DemandAsked.Path("/county/training", of));
    }

    /// <summary>Asked for every second while it is worked out; when it is done the page is loaded anew.</summary>
    [HttpGet("progress/{id:long}")]
    public async Task<IActionResult> Progress(long id, CancellationToken cancel)
    {
        if (await demands.OneAsync(id, cancel) is not { } plan) return NotFound();
        if (plan.State != PlanState.Running) Response.Headers["HX-Refresh"] = "true";
        return PartialView("_PlanProgress", new PlanProgress(plan, $"/county/training/progress/{id}"));
    }

    [HttpGet("demand/{kind:int}")]
    public async Task<IActionResult> Demand(int kind, [FromServices] NotCountedReader notCounted, CancellationToken cancel) =>
        await demands.OfKindAsync(kind, DemandAsked.Read(Request.Query), cancel) is { } of
            ? View(new DemandPage(of, await SettlementsAsync(cancel), await coverage.LatestMonthAsync(cancel)) { NotCounted = await notCounted.ReadAsync(of, cancel) }) : NotFound();

    [HttpGet("year")]
    public async Task<IActionResult> Year(int? year, CancellationToken cancel)
    {
        var (asked, today) = (Asked(year), clock.Today());
        var rows = (await years.ReadAsync(asked.Year, settlementId: null, cancel)).ToLookup(r => r.Household.SettlementId);
        var settlements = await SettlementsAsync(cancel);
        return View(new YearPage(asked, [.. settlements.Values.OrderByDescending(s => s.Population).Select(s => Line(s, [.. rows[s.Id]], today))]));
    }

    [HttpGet("year/{settlement:long}")]
    public async Task<IActionResult> YearOf(long settlement, int? year, int? page, CancellationToken cancel)
    {
        if (!(await SettlementsAsync(cancel)).TryGetValue(settlement, out var at)) return NotFound();
        var asked = Asked(year);
        return View(new YearOfPage(asked, at, TrainingYearPage.Of(await years.ReadAsync(asked.Year, settlement, cancel), page ?? 1), await coverage.LatestMonthAsync(cancel)));
    }

    private static YearLine Line(Settlement settlement, List<TrainingYearRow> rows, DateOnly today) => new(
        settlement, rows.Select(r => r.Household.Id).Distinct().Count(), rows.Count, rows.Count(r => r.InClass), rows.Count(r => r.Waits), rows.Count(r => !r.InClass && r.DueBy < today));

    private TrainingYearOf Asked(int? year) => TrainingYearOf.Read(year, clock.Today(), years.Last);

    private Task<Dictionary<long, Settlement>> SettlementsAsync(CancellationToken cancel)
    {
        var mine = scope.Value.SettlementIds;
        return db.Set<Settlement>().AsNoTracking().Where(s => mine.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
    }
}
