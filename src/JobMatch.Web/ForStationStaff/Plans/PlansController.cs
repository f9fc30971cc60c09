using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>招聘会和安置方案: who comes, who goes where, confirmed as one.</summary>
[Route("/station/plans")]
public sealed class PlansController(PlanReader reader, PostingPicker picker, PeopleFinder finder, Texts texts) : StationController(texts)
{
    private static readonly string[] Views = ["posting", "household", "check", "left", "unplaced", "without", "notasked", "underway"];

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await reader.ListAsync(cancel));

    [HttpGet("fairs/new")]
    public async Task<IActionResult> NewFair(PostingsAsked list, CancellationToken cancel)
    {
        var choices = await reader.ChoicesAsync(cancel);
        return View("Fair", new FairPage(null, new FairForm { On = choices.Today.AddDays(7), SettlementIds = Mine(choices) }, choices, await picker.ReadAsync(list, [], cancel), []));
    }

    [HttpGet("fairs/{id:long}")]
    public async Task<IActionResult> Fair(long id, PostingsAsked list, CancellationToken cancel)
    {
        if (await reader.FairAsync(id, cancel) is not { } fair) return NotFound();
        var form = new FairForm
        {
            Version = fair.Version, Name = fair.Name, On = fair.On, Place = fair.Place, PostingIds = [.. fair.PostingIds], SettlementIds = [.. fair.Invited.SettlementIds], Wanted = fair.Invited.Wanted,
        };
        return View("Fair", new FairPage(id, form, await reader.ChoicesAsync(cancel), await picker.ReadWithClosedAsync(list, form.PostingIds, cancel), await reader.PlansOfAsync(id, cancel)));
    }

    [HttpPost("fairs/new")]
    public Task<IActionResult> MakeFair([Bind(Prefix = "Form")] FairForm form, PostingsAsked list, [FromServices] SaveFair save, CancellationToken cancel) => SaveFairAsync(null, form, list, save, cancel);

    [HttpPost("fairs/{id:long}")]
    public Task<IActionResult> ChangeFair(long id, [Bind(Prefix = "Form")] FairForm form, PostingsAsked list, [FromServices] SaveFair save, CancellationToken cancel) => SaveFairAsync(id, form, list, save, cancel);

    [HttpGet("new")]
    public async Task<IActionResult> New(long? fair, PostingsAsked list, CancellationToken cancel)
    {
        var (choices, of) = (await reader.ChoicesAsync(cancel), await reader.FairAsync(fair, cancel));
        if (fair is not null && of is null) return NotFound();
        var form = of is null
            ? new PlanForm { Name = Texts["Plans.DefaultName", choices.Today.Month, choices.Today.Day], SettlementIds = Mine(choices) }
            : new PlanForm { FairId = of.Id, Name = of.Name, PostingIds = [.. of.PostingIds], SettlementIds = [.. of.Invited.SettlementIds], Wanted = of.Invited.Wanted };
        return View(new NewPlanPage(form, choices, await picker.ReadAsync(list, form.PostingIds, cancel), await NamedPeople.ReadAsync(new(), form, finder, cancel), of));
    }

    [HttpPost("new"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Make([Bind(Prefix = "Form")] PlanForm form, PostingsAsked list, PeopleAsked people, [FromServices] MakePlan make, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(people);
        // Looking for postings or people sends the whole form, so that nothing ticked or written is lost; as an address it would grow too long.
        if (list.IsAsked || people.IsAsked) ModelState.Clear();
        else
        {
            var made = await make.RunAsync(new MakePlanRequest(form.Name ?? "", form.FairId, form.PostingIds, form.People, form.PeopleCount, By, form.LeastScore), cancel);
            if (!Refused(made, "Form")) return LocalRedirect($"/station/plans/{made.Value}");
        }

        var named = await NamedPeople.ReadAsync(people, form, finder, cancel);
        return View("New", new NewPlanPage(form, await reader.ChoicesAsync(cancel), await picker.ReadAsync(list, form.PostingIds, cancel), named, await reader.FairAsync(form.FairId, cancel)));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, string? view, int? page, string? open, [FromServices] NotHelped notHelped, [FromServices] PeopleNotAsked notAsked, [FromServices] LostLocks lost, CancellationToken cancel)
    {
        var asked = Views.Contains(view) ? view! : Views[0];
        if (await reader.ReadAsync(id, asked, cancel) is not { } found) return NotFound();
        if (found.Plan.Outcome is not { } outcome || found.Plan.State == PlanState.Running) return View("One", found);
        var silent = await notAsked.ReadAsync(found.Plan, asked == "notasked" ? page ?? 1 : null, cancel);
        // Who was not asked is not helped either, unless another of the family is.
        var left = outcome.HouseholdsLeft.Union(silent.HouseholdIds.Except(found.HelpedIds)).ToList();
        return View("One", found with
        {
            Page = page ?? 1,
            Broken = await reader.BrokenCountAsync(found.Plan, cancel),
            OpenIds = (open ?? "").Split('.').Select(part => long.TryParse(part, out var posting) ? posting : 0).ToHashSet(),
            NotAsked = silent,
            LeftIds = left,
            LostLocks = await lost.ReadAsync(found.Plan, found.LostLocks, cancel),
            Left = asked == "left" ? await notHelped.HouseholdsAsync(found.Plan, left, page ?? 1, cancel) : null,
            Without = asked switch
            {
                "without" => await notHelped.PeopleAsync(found.Plan, outcome.PeopleWithoutPair, page ?? 1, cancel),
                "unplaced" => await notHelped.PeopleAsync(found.Plan, outcome.PeopleUnplaced, page ?? 1, cancel),
                "underway" => await notHelped.PeopleAsync(found.Plan, outcome.PeopleUnderWay, page ?? 1, cancel),
                _ => null,
            },
        });
    }

    /// <summary>Asked for every second while it is worked out; when it is done the page is loaded anew.</summary>
    [HttpGet("{id:long}/progress")]
    public async Task<IActionResult> Progress(long id, CancellationToken cancel)
    {
        if (await reader.PlanAsync(id, cancel) is not { } plan) return NotFound();
        if (plan.State != PlanState.Running) Response.Headers["HX-Refresh"] = "true";
        return PartialView("_PlanProgress", new PlanProgress(plan, $"/station/plans/{id}/progress"));
    }

    [HttpPost("{id:long}/lock")]
    public async Task<IActionResult> Lock(long id, List<long> rowIds, bool locked, string? view, int? page, [FromServices] ChangePlan change, CancellationToken cancel)
    {
        var done = await change.LockAsync(id, rowIds, locked, cancel);
        // What she was at stays open.
        var open = string.Join('.', await reader.PostingsOfAsync(id, rowIds, cancel));
        return Back($"/station/plans/{id}?view={(Views.Contains(view) ? view : Views[0])}&page={page ?? 1}&open={open}#list", done, Texts[locked ? "Plans.Locked" : "Plans.Unlocked", rowIds.Count]);
    }

    /// <summary>Not this pair, or not this person at all; then the plan is worked out again.</summary>
    [HttpPost("{id:long}/bar")]
    public async Task<IActionResult> Bar(long id, List<long> rowIds, bool wholly, string? view, [FromServices] ChangePlan change, CancellationToken cancel) =>
        Back($"/station/plans/{id}?view={(Views.Contains(view) ? view : Views[0])}", await change.BarAsync(id, rowIds, wholly, cancel), Texts[wholly ? "Plans.Bars.PersonDone" : "Plans.Bars.PairDone", rowIds.Count]);

    [HttpPost("{id:long}/unbar")]
    public async Task<IActionResult> Unbar(long id, long personId, long? postingId, [FromServices] ChangePlan change, CancellationToken cancel) =>
        Back($"/station/plans/{id}", await change.UnbarAsync(id, new PlanBar(personId, postingId), cancel), Texts["Plans.Bars.Undone"]);

    [HttpPost("{id:long}/again")]
    public async Task<IActionResult> Again(long id, int? least, [FromServices] ChangePlan change, CancellationToken cancel) =>
        Back($"/station/plans/{id}", await change.RunAgainAsync(id, least, cancel), Texts["Plans.Again.Started"]);

    [HttpPost("{id:long}/stop")]
    public async Task<IActionResult> Stop(long id, [FromServices] ChangePlan change, CancellationToken cancel) =>
        Back($"/station/plans/{id}", await change.StopAsync(id, cancel), Texts[await reader.PlanAsync(id, cancel) is { State: PlanState.Draft } ? "Plans.StopKept" : "Plans.Stopped"]);

    [HttpPost("{id:long}/discard")]
    public async Task<IActionResult> Discard(long id, [FromServices] ChangePlan change, CancellationToken cancel)
    {
        var done = await change.DiscardAsync(id, cancel);
        return Back(done.IsDone ? "/station/plans" : $"/station/plans/{id}", done, Texts["Plans.Discarded"]);
    }

    [HttpGet("{id:long}/confirm")]
    public async Task<IActionResult> Confirm(long id, CancellationToken cancel) =>
        await reader.ConfirmAsync(id, cancel) is { Page.Rows: > 0 } page ? View("Confirm", page) : LocalRedirect($"/station/plans/{id}");

    [HttpPost("{id:long}/confirm")]
    public async Task<IActionResult> Confirm(long id, int version, [FromServices] ConfirmPlan confirm, CancellationToken cancel)
    {
        var done = await confirm.RunAsync(new ConfirmPlanRequest(id, version, By), cancel);
        // The page that asked says who it is and why.
        return done.Refusals.Any(r => r.Code == "Plan.Changed") ? Back($"/station/plans/{id}/confirm", done, "") : Back($"/station/plans/{id}", done, Texts["Plans.Confirmed", done.Value]);
    }

    /// <summary>Asked once more, as confirming is.</summary>
    [HttpGet("{id:long}/undo")]
    public async Task<IActionResult> Undo(long id, [FromServices] UndoPlan undo, CancellationToken cancel) =>
        await reader.ReadAsync(id, Views[0], cancel) is { MayUndo: true } page ? View("Undo", new UndoPage(page, await undo.StatesAsync(id, cancel))) : LocalRedirect($"/station/plans/{id}");

    [HttpPost("{id:long}/undo")]
    public async Task<IActionResult> TakeBack(long id, [FromServices] UndoPlan undo, CancellationToken cancel)
    {
        var done = await undo.RunAsync(new UndoPlanRequest(id, By), cancel);
        if (done.Value is not { } undone || undone.Left + undone.Begun + undone.Ended == 0) return Back($"/station/plans/{id}", done, Texts["Plans.Undone", done.Value?.Taken ?? 0]);
        var stay = new[] { ("Left", undone.Left), ("Begun", undone.Begun), ("Ended", undone.Ended) }.Where(part => part.Item2 > 0).Select(part => Texts[$"Plans.UndonePartly.{part.Item1}", part.Item2]);
        Flash.Set(TempData, new Flash(Texts["Plans.UndonePartly", undone.Taken, string.Join(Texts["Plans.Unfilled.And"], stay)], Kind: "gap"));
        return LocalRedirect($"/station/plans/{id}");
    }

    private async Task<IActionResult> SaveFairAsync(long? id, FairForm form, PostingsAsked list, SaveFair save, CancellationToken cancel)
    {
        if (list.IsAsked) ModelState.Clear();
        else if (form.On is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.On))], Texts, "Form");
        if (!list.IsAsked && ModelState.IsValid)
        {
            var invited = new PeopleChoice { SettlementIds = form.SettlementIds, Wanted = Enum.IsDefined(form.Wanted) ? form.Wanted : PeopleWanted.WithoutWork };
            var saved = await save.RunAsync(new SaveFairRequest(id, form.Version, form.Name ?? "", form.On!.Value, form.Place ?? "", form.PostingIds, invited, By), cancel);
            if (saved.Refusals.Contains(Refusal.NotFound)) return NotFound();
            if (!Refused(saved, "Form")) return Back($"/station/plans/fairs/{saved.Value}", saved, Texts["Plans.Fair.Saved"]);
        }

        return View("Fair", new FairPage(id, form, await reader.ChoicesAsync(cancel), await picker.ReadWithClosedAsync(list, form.PostingIds, cancel), id is { } known ? await reader.PlansOfAsync(known, cancel) : []));
    }

    private static List<long> Mine(PlanChoices choices) => [.. choices.Mine.Select(item => long.Parse(item.Value, System.Globalization.CultureInfo.InvariantCulture))];
}
