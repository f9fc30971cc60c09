using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Search;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>Who stands at the counter. Sent by POST: an ID number has no business in an address.</summary>
public sealed class LookUpForm
{
    [Display(Name = "Station.Person.IdNumber")]
    public string? IdNumber { get; set; }

    [Display(Name = "Station.Person.Name")]
    public string? Name { get; set; }

    [Display(Name = "Station.Person.Phone")]
    public string? Phone { get; set; }
}

/// <summary>What the clerk looks for among the workers; stands in the address.</summary>
public sealed class SearchForm
{
    public string? Words { get; set; }

    public int? Skill { get; set; }

    public int? Certificate { get; set; }

    public int? Training { get; set; }

    public LabourCapacity? Capacity { get; set; }

    /// <summary>"without" or "in"; empty is both.</summary>
    public string? Work { get; set; }

    public WorkerNeed? Need { get; set; }

    public int? Occupation { get; set; }

    public long? Settlement { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>Where the page before ended.</summary>
    public string? After { get; set; }

    public bool Asks => Words is { Length: > 0 } || Skill is not null || Certificate is not null || Training is not null || Capacity is not null || Work is { Length: > 0 } || Settlement is not null || Need is not null || Occupation is not null;

    public string Query(int page, string? after = null) =>
        $"words={Uri.EscapeDataString(Words ?? "")}&skill={Skill}&certificate={Certificate}&training={Training}&occupation={Occupation}&capacity={Capacity}&need={Need}&work={Work}&settlement={Settlement}&page={page}"
        + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");

    public WorkerQuery ToQuery(int pageSize) => new()
    {
        Words = (Words ?? "").Trim(),
        SkillIds = Skill is { } skill ? [skill] : [],
        CertificateKindIds = Certificate is { } certificate ? [certificate] : [],
        TrainingKindIds = Training is { } training ? [training] : [],
        OccupationIds = Occupation is { } occupation ? [occupation] : [],
        Capacities = Capacity is { } capacity && Enum.IsDefined(capacity) ? [capacity] : [],
        Needs = Need is { } need && Enum.IsDefined(need) ? [need] : [],
        WithoutWork = Work switch { "without" => true, "in" => false, _ => null },
        SettlementId = Settlement,
        Page = Math.Clamp(Page, 1, 300) - 1,
        After = After,
        PageSize = pageSize,
    };
}

public sealed record FoundWorker(Person Person, Worker Worker, string Building, string Settlement, bool Working, WorkerNeed Need, IReadOnlyList<HighlightPart> Snippet);

public sealed record PeoplePage(LookUpForm LookUp, PersonLookUp? Found, SearchForm Search, IReadOnlyList<FoundWorker> Workers, int Total, int PageSize)
{
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; init; }

    /// <summary>The search server did not answer; the index of this node did.</summary>
    public bool FromFallback { get; init; }

    /// <summary>What of the question could not be read or used, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The index that answered is far behind the database.</summary>
    public bool IsFarBehind { get; init; }
}

/// <summary>人员: looks before anybody is created, and searches the workers of the scope by what they can do.</summary>
[Route("/station/people")]
public sealed class PeopleController(JobMatchDbContext db, CurrentScope scope, LookUpPerson lookUp, IWorkerSearch search, IndexFreshness freshness, AuditLog audit, TimeProvider clock, Texts texts) : StationController(texts)
{
    private const int PageSize = 30;
    private const int MostPages = 300;

    [HttpGet(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(SearchForm asked, CancellationToken cancel)
    {
        // An address that somebody shortened or mistyped shows what it can, and says what it could not.
        var unread = UnreadPiece.Of(ModelState);
        ModelState.Clear();
        return View("Index", await PageAsync(new LookUpForm(), null, asked, unread, cancel));
    }

    [HttpPost("look-up"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> LookUp([Bind(Prefix = "LookUp")] LookUpForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await lookUp.RunAsync(new LookUpPersonRequest { IdNumber = form.IdNumber, Name = form.Name, Phone = form.Phone }, cancel);
        Refused(found, "LookUp");
        if (found.Value?.Identified is { } hit) await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, hit.Id, "look-up", cancel);
        return View("Index", await PageAsync(form, found.Value, new SearchForm(), [], cancel));
    }

    private async Task<PeoplePage> PageAsync(LookUpForm form, PersonLookUp? found, SearchForm asked, IReadOnlyList<UnreadPiece> unread, CancellationToken cancel)
    {
        var settlements = await Choices.SettlementsAsync(db, scope, cancel);
        ViewBag.SettlementChoices = settlements;
        var notes = SearchNotes.Read(asked, unread, settlements.Select(s => long.Parse(s.Value, CultureInfo.InvariantCulture)), Texts);
        if (!asked.Asks) return new PeoplePage(form, found, asked, [], 0, PageSize) { Notes = notes };
        var page = asked.Page;
        asked.Page = Math.Clamp(page, 1, MostPages);
        var hits = await search.SearchAsync(asked.ToQuery(PageSize), scope.Value, cancel);
        if (hits is { Total: > 0, Page.Count: 0 } && asked is { Page: > 1, After: null })
        {
            var pages = Math.Min(MostPages, (hits.Total + PageSize - 1) / PageSize);
            notes.Add(Texts["Search.Note.Page", page, pages]);
            asked.Page = pages;
            hits = await search.SearchAsync(asked.ToQuery(PageSize), scope.Value, cancel);
        }

        return new PeoplePage(form, found, asked, await WorkersAsync(hits, cancel), hits.Total, PageSize) { Next = hits.Next, FromFallback = hits.FromFallback, Notes = notes, IsFarBehind = await freshness.IsFarBehindAsync(hits.FromFallback, cancel) };
    }

    /// <summary>The index gives ids; the rows and whether they may be seen come from the database.</summary>
    private async Task<IReadOnlyList<FoundWorker>> WorkersAsync(WorkerHits hits, CancellationToken cancel)
    {
        var (ids, today) = (hits.Page.Select(h => h.Id).ToList(), clock.Today());
        var rows = await (from worker in db.Set<Worker>().AsNoTracking()
                          join person in db.Set<Person>() on worker.Id equals person.Id
                          join household in db.Set<Household>() on person.HouseholdId equals household.Id
                          join settlement in db.Set<Settlement>() on person.SettlementId equals settlement.Id
                          where ids.Contains(worker.Id)
                          select new { worker, person, household.Building, settlement.Name, Working = db.Set<EmploymentSpell>().Any(s => s.PersonId == worker.Id && s.Start <= today && (s.End == null || s.End >= today)) })
            .ToDictionaryAsync(r => r.worker.Id, cancel);
        return [.. hits.Page.Where(h => rows.ContainsKey(h.Id)).Select(h => (Hit: h, Row: rows[h.Id])).Select(x => new FoundWorker(x.Row.person, x.Row.worker, x.Row.Building, x.Row.Name, x.Row.Working, x.Hit.Need, x.Hit.Snippet))];
    }
}
