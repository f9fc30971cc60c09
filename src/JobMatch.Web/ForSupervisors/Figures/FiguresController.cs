using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForSupervisors.Figures;

/// <summary>Which number is opened; as its address says.</summary>
public sealed record FigureQuery
{
    public FigureName Figure { get; init; }

    public int? Month { get; init; }

    public long? Settlement { get; init; }

    public long? Township { get; init; }

    public bool From800 { get; init; }

    public Channel? Channel { get; init; }

    public ChannelGroup? Group { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Every row on one page, to be printed.</summary>
    public bool All { get; init; }

    internal Within Within => new(Settlement, Township, From800);

    internal IReadOnlyList<Channel> Channels => Channel is { } one ? [one] : Group?.Channels() ?? [];
}

/// <summary>One page of the rows behind a number; either households or people.</summary>
public sealed record FigurePage(
    FigureQuery Query, Data.Month Month, string Place, RowsBehind<HouseholdBehind>? Households, RowsBehind<PersonBehind>? People, IReadOnlyDictionary<long, Case> Clocks, int Page, int PageSize)
{
    public int Total => Households?.Total ?? People!.Total;
}

/// <summary>The households and people behind each number, out of the stored rows of the month; names are masked, a household's evidence is logged when it is opened.</summary>
[Route("/county")]
public sealed class FiguresController(
    BehindFigureView behind, CoverageView coverage, HouseholdEvidenceView evidence, CasesView cases, TownshipNames townships, AuditLog audit, JobMatchDbContext db) : SupervisorController
{
    private const int PageSize = 50;

    /// <summary>More rows than any printer is given.</summary>
    private const int MostRows = 20_000;

    [HttpGet("figures")]
    public async Task<IActionResult> Index(FigureQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!ModelState.IsValid || !Enum.IsDefined(query.Figure) || (query.Channel is { } channel && !Enum.IsDefined(channel)) || (query.Group is { } group && !Enum.IsDefined(group))) return NotFound();
        if ((MonthOf(query.Month) ?? await coverage.LatestMonthAsync(cancel)) is not { } month || !await coverage.IsCountedAsync(month, cancel) || !await IsInScopeAsync(query, cancel)) return NotFound();
        var (page, size) = query.All ? (1, MostRows) : (Math.Clamp(query.Page, 1, 100_000), PageSize);
        var households = query.Figure.Households() is { } of ? await behind.HouseholdsAsync(of, month, query.Within, page - 1, size, cancel) : null;
        var people = households is null ? await behind.PeopleOfChannelsAsync(query.Figure.People(), query.Channels, month, query.Within, page - 1, size, cancel) : null;
        var clocks = query.Figure == FigureName.ZeroEmployment ? await evidence.ClocksAsync([.. households!.Page.Select(h => h.HouseholdId)], cancel) : new Dictionary<long, Case>();
        return View(new FigurePage(query, month, await PlaceAsync(query, cancel), households, people, clocks, page, size));
    }

    /// <summary>What makes a household count as it does.</summary>
    [HttpGet("households/{id:long}")]
    public async Task<IActionResult> Household(long id, int? month, CancellationToken cancel)
    {
        if ((MonthOf(month) ?? await coverage.LatestMonthAsync(cancel)) is not { } of || await evidence.RunAsync(id, of, cancel) is not { } found) return NotFound();
        await audit.WriteAsync(User.AccountId(), AuditAction.Looked, AuditSubject.Household, id, cancel: cancel);
        ViewBag.Month = of;
        return View(found);
    }

    /// <summary>Zero-employment households whose clock has run out today.</summary>
    [HttpGet("overdue")]
    public async Task<IActionResult> Overdue(int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 100_000);
        (ViewBag.Page, ViewBag.PageSize) = (page, PageSize);
        return View(await cases.RunAsync(new CaseQuery { Kinds = [CaseKind.ZeroEmploymentHousehold], OnlyOverdue = true, Page = page - 1, PageSize = PageSize }, cancel));
    }

    /// <summary>Nought for a place that one may not see would be a figure, and a wrong one.</summary>
    private async Task<bool> IsInScopeAsync(FigureQuery query, CancellationToken cancel)
    {
        if (query.Settlement is { } settlement) return await db.Set<Settlement>().AnyAsync(s => s.Id == settlement, cancel);
        return query.Township is not { } township || await db.Set<Settlement>().AnyAsync(s => s.TownshipCode == township, cancel);
    }

    private async Task<string> PlaceAsync(FigureQuery query, CancellationToken cancel)
    {
        if (query.Settlement is { } settlement) return await db.Set<Settlement>().Where(s => s.Id == settlement).Select(s => s.Name).SingleOrDefaultAsync(cancel) ?? "";
        return query.Township is { } township ? (await townships.ReadAsync([township], cancel))[township] : "";
    }
}
