using System.ComponentModel.DataAnnotations;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Trainings;

public sealed record ClassRow(TrainingClass Class, int People, string? PostingTitle);

public sealed record TrainingsPage(PlacementPlan? Demand, IReadOnlyList<ClassRow> Classes);

/// <param name="Of">Who wants it and where they would go.</param>
/// <param name="Form">The class to open; those picked on any page.</param>
/// <param name="Page">From 1.</param>
public sealed record DemandPage(TrainingDemandOf Of, ClassForm Form, int Page)
{
    private const int Size = 50;

    public int Pages => Math.Max(1, (Of.People.Count + Size - 1) / Size);

    public IReadOnlyList<WantingPerson> People => [.. Of.People.Skip((Page - 1) * Size).Take(Size)];

    /// <summary>Picked on other pages: they go along.</summary>
    public IReadOnlyList<long> PickedElsewhere => [.. Form.PersonIds.Except(People.Select(p => p.Person.Id))];
}

public sealed record ClassPage(TrainingClass Class, string? PostingTitle, IReadOnlyList<(Person Person, Household Household, TrainingRecord Record)> People);

public sealed record YearPage(int Year, IReadOnlyList<TrainingYearRow> Rows, IReadOnlyDictionary<long, Settlement> Settlements);

/// <summary>A class as it is opened from the demand.</summary>
public sealed class ClassForm
{
    [Display(Name = "Trainings.ClassTitle")]
    public string? Title { get; set; }

    [Display(Name = "Trainings.Order")]
    public long? PostingId { get; set; }

    [Display(Name = "Trainings.Seats")]
    public int Seats { get; set; }

    [Display(Name = "Trainings.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "Trainings.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "Trainings.People")]
    public List<long> PersonIds { get; set; } = [];
}

/// <summary>培训需求: which class would bring how many into work, the classes opened from it, and the year's plan person by person.</summary>
[Route("/station/training")]
public sealed class TrainingsController(JobMatchDbContext db, TrainingDemandView demands, TimeProvider clock, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var classes = await db.Set<TrainingClass>().AsNoTracking().OrderByDescending(c => c.From).ThenByDescending(c => c.Id).Take(50)
            .Select(c => new ClassRow(c, db.Set<TrainingRecord>().Count(t => t.ClassId == c.Id), db.Set<Posting>().Where(p => p.Id == c.PostingId).Select(p => p.Title).FirstOrDefault())).ToListAsync(cancel);
        return View(new TrainingsPage(await demands.NewestAsync(cancel), classes));
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run([FromServices] AskTrainingDemand ask, CancellationToken cancel) => Back("/station/training", await ask.RunAsync(By, cancel), Texts["Trainings.Started"]);

    [HttpGet("demand/{kind:int}")]
    public async Task<IActionResult> Demand(int kind, CancellationToken cancel)
    {
        if (await demands.OfKindAsync(kind, cancel) is not { } page) return NotFound();
        // Those for whom it changes something; where it is not known for whom, the first.
        var picked = page.People.Where(p => p.WouldBePlaced || p.Gained is null or > 0).Take(50).Select(p => p.Person.Id).ToList();
        return View("Demand", new DemandPage(page, new ClassForm
        {
            From = clock.Today().AddDays(14), Seats = Math.Clamp(picked.Count, 1, 50), PersonIds = picked, PostingId = page.Postings.Count > 0 ? page.Postings[0].Id : null,
        }, 1));
    }

    /// <summary>Another page of the people; what was filled in and picked stays.</summary>
    [HttpPost("demand/{kind:int}/page")]
    public async Task<IActionResult> Turn(int kind, int page, [Bind(Prefix = "Form")] ClassForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, cancel) is not { } found) return NotFound();
        ModelState.Clear();
        var shown = new DemandPage(found, form, 1);
        return View("Demand", shown with { Page = Math.Clamp(page, 1, shown.Pages) });
    }

    [HttpPost("demand/{kind:int}")]
    public async Task<IActionResult> Open(int kind, [Bind(Prefix = "Form")] ClassForm form, [FromServices] OpenTrainingClass open, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, cancel) is not { } page) return NotFound();
        if (form.From is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.From))], Texts, "Form");
        if (ModelState.IsValid)
        {
            var order = page.Postings.FirstOrDefault(p => p.Id == form.PostingId);
            var opened = await open.RunAsync(new OpenTrainingClassRequest(kind, form.Title ?? "", order?.EmployerId, order?.Id, form.Seats, form.From!.Value, form.To, form.PersonIds, By), cancel);
            if (opened.Refusals.Contains(Refusal.NotFound)) return NotFound();
            if (!Refused(opened, "Form")) return Back($"/station/training/classes/{opened.Value}", opened, Texts["Trainings.Opened", form.PersonIds.Count]);
        }

        return View("Demand", new DemandPage(page, form, 1));
    }

    [HttpGet("classes/{id:long}")]
    public async Task<IActionResult> Class(long id, CancellationToken cancel)
    {
        var found = await db.Set<TrainingClass>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is null) return NotFound();
        var people = await (from record in db.Set<TrainingRecord>().AsNoTracking()
                            join person in db.Set<Person>() on record.PersonId equals person.Id
                            join household in db.Set<Household>() on person.HouseholdId equals household.Id
                            where record.ClassId == id
                            orderby household.Id, person.Id
                            select new { person, household, record }).ToListAsync(cancel);
        var title = await db.Set<Posting>().Where(p => p.Id == found.PostingId).Select(p => p.Title).FirstOrDefaultAsync(cancel);
        return View("Class", new ClassPage(found, title, people.ConvertAll(p => (p.person, p.household, p.record))));
    }

    [HttpGet("year")]
    public async Task<IActionResult> Year(int? year, [FromServices] TrainingYearView view, CancellationToken cancel)
    {
        var asked = Math.Clamp(year ?? clock.Today().Year, 2015, 2100);
        return View("Year", new YearPage(asked, await view.ReadAsync(asked, settlementId: null, cancel), await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel)));
    }
}
