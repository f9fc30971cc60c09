using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Web.ForStationStaff.Plans;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Trainings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>培训需求: which class would bring how many into work, and the classes opened from it.</summary>
[Route("/station/training")]
public sealed class TrainingsController(JobMatchDbContext db, TrainingDemandView demands, ClassReader classes, WhyUnchanged why, NotCountedReader notCounted, TimeProvider clock, Texts texts) : StationController(texts)
{
    private DemandScope Asked => DemandAsked.Read(Request.Query);

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var asked = await DemandAsked.ReadAsync(Request.Query, "/station/training", db, clock.Today(), cancel);
        var newest = await demands.NewestAsync(asked.Scope, cancel);
        return View(new TrainingsPage(newest, asked, newest is null ? 0 : await demands.ClassesSinceAsync(newest, cancel), await classes.ListAsync(cancel)));
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run([FromServices] AskTrainingDemand ask, CancellationToken cancel) =>
        Back(DemandAsked.Path("/station/training", Asked), await ask.RunAsync(Asked, By, cancel), Texts["Trainings.Started"]);

    /// <summary>The posts of a new plant, say: chosen one by one, then they stand in the address.</summary>
    [HttpGet("postings")]
    public async Task<IActionResult> Postings(PostingsAsked list, [FromServices] PostingPicker picker, CancellationToken cancel) => View("Postings", new DemandPostingsPage(await picker.ReadAsync(list, Asked.PostingIds, cancel), Asked));

    [HttpPost("postings")]
    public async Task<IActionResult> Postings([Bind(Prefix = "Form")] DemandForm form, PostingsAsked list, [FromServices] PostingPicker picker, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(list);
        if (!list.IsAsked && form.PostingIds.Count is > 0 and <= DemandScope.MostPostings) return LocalRedirect(DemandAsked.Path("/station/training", DemandScope.OfPostings(form.PostingIds, Asked.LeastScore)));
        if (!list.IsAsked) ModelState.AddRefusals([form.PostingIds.Count == 0 ? new Refusal("Plan.NoPostings", nameof(form.PostingIds)) : new Refusal("Training.TooManyPostings", nameof(form.PostingIds), DemandScope.MostPostings)], Texts, "Form");
        return View("Postings", new DemandPostingsPage(await picker.ReadAsync(list, form.PostingIds, cancel), Asked));
    }

    [HttpGet("demand/{kind:int}")]
    public async Task<IActionResult> Demand(int kind, CancellationToken cancel)
    {
        if (await demands.OfKindAsync(kind, Asked, cancel) is not { } page) return NotFound();
        // Those for whom it changes something and who are in no class for it yet; where it is not known for whom, the first.
        var picked = page.People.Where(p => p.Attends is null && (p.WouldBePlaced || p.Gained is null or > 0)).Take(50).Select(p => p.Person.Id).ToList();
        return await ShowAsync(page, new ClassForm { From = clock.Today().AddDays(14), Seats = Math.Clamp(picked.Count, 1, 50), PersonIds = picked }, 1, cancel);
    }

    /// <summary>Another page of the people; what was filled in and picked stays.</summary>
    [HttpPost("demand/{kind:int}/page")]
    public async Task<IActionResult> Turn(int kind, int page, [Bind(Prefix = "Form")] ClassForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, Asked, cancel) is not { } found) return NotFound();
        ModelState.Clear();
        return await ShowAsync(found, form, page, cancel);
    }

    /// <summary>The people are picked; what is asked now is when, where and by whom. Nothing is stored yet.</summary>
    [HttpPost("demand/{kind:int}/class")]
    public async Task<IActionResult> Prepare(int kind, [Bind(Prefix = "Form")] ClassForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, Asked, cancel) is not { } found) return NotFound();
        ModelState.Clear();
        if (form.PersonIds.Count == 0)
        {
            ModelState.AddRefusals([new Refusal("Training.Nobody", nameof(form.PersonIds))], Texts, "Form");
            return await ShowAsync(found, form, 1, cancel);
        }

        form.Seats = Math.Max(form.Seats, form.PersonIds.Count);
        // The order follows the people: where the training would bring just these.
        form.PostingIds = [.. found.PostingsFor(form.PersonIds).Select(p => p.Id)];
        return View("OpenClass", new OpenClassPage(found, form));
    }

    /// <summary>Those picked join a class that is there already.</summary>
    [HttpPost("demand/{kind:int}/join")]
    public async Task<IActionResult> Join(int kind, long classId, [Bind(Prefix = "Form")] ClassForm form, [FromServices] AddToTrainingClass add, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, Asked, cancel) is not { } found) return NotFound();
        ModelState.Clear();
        var done = await add.RunAsync(new AddToTrainingClassRequest(classId, form.PersonIds), cancel);
        if (done.Refusals.Contains(Refusal.NotFound)) return NotFound();
        return Refused(done, "Form") ? await ShowAsync(found, form, 1, cancel) : Back($"/station/training/classes/{classId}", done, Texts["Trainings.AddDone", done.Value]);
    }

    /// <param name="kind">Of training.</param>
    /// <param name="form">The class.</param>
    /// <param name="look">The page is shown once more with what stands in it; nothing is opened.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="cancel">Stops it.</param>
    [HttpPost("demand/{kind:int}")]
    public async Task<IActionResult> Open(int kind, [Bind(Prefix = "Form")] ClassForm form, bool look, [FromServices] OpenTrainingClass open, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await demands.OfKindAsync(kind, Asked, cancel) is not { } page) return NotFound();
        if (look) ModelState.Clear();
        else if (form.From is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.From))], Texts, "Form");
        if (!look && ModelState.IsValid)
        {
            var orders = page.Postings.Select(p => p.Id).Where(form.PostingIds.Contains).ToList();
            var opened = await open.RunAsync(new OpenTrainingClassRequest(kind, form.ToTerms(), orders, form.PersonIds, By), cancel);
            if (opened.Refusals.Contains(Refusal.NotFound)) return NotFound();
            if (!Refused(opened, "Form")) return Back($"/station/training/classes/{opened.Value}", opened, Texts["Trainings.Opened", form.PersonIds.Distinct().Count()]);
        }

        return View("OpenClass", new OpenClassPage(page, form));
    }

    private async Task<IActionResult> ShowAsync(TrainingDemandOf found, ClassForm form, int page, CancellationToken cancel)
    {
        var shown = new DemandPage(found, form, 1, await classes.JoinableAsync(found.Row.KindId, cancel));
        shown = shown with { Page = Math.Clamp(page, 1, shown.Pages) };
        return View("Demand", shown with { Why = await why.OfAsync(found, shown.People, cancel), NotCounted = await notCounted.ReadAsync(found, cancel) });
    }
}
