using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForResidents.Tell;

/// <summary>What she tells the station: it is wrong, I need help, I found work, I lost my job. A person answers.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me"), ServiceFilter<UnreadMessages>]
public sealed class TellController(MyRequestsView requests, TimeProvider clock, Texts texts) : Controller
{
    private long Person => User.PersonId() ?? 0;

    [HttpGet("correction")]
    public IActionResult Correction() => View(new CorrectionForm());

    [HttpPost("correction")]
    public async Task<IActionResult> Correction(CorrectionForm form, [FromServices] RequestCorrection request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await request.RunAsync(new RequestCorrectionRequest { PersonId = Person, Text = form.Text ?? "" }, cancel);
        return done.IsDone ? Told("Correction.Sent", "/me/help") : Refused(done.Refusals, form);
    }

    [HttpGet("help")]
    public async Task<IActionResult> Help(HelpTopic? topic, CancellationToken cancel) => View(new HelpForm { Topic = topic, Mine = await requests.RunAsync(cancel) });

    [HttpPost("help")]
    public async Task<IActionResult> Help(HelpForm form, [FromServices] AskForHelp ask, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var done = await ask.RunAsync(new AskForHelpRequest { PersonId = Person, Topic = form.Topic ?? HelpTopic.None, Text = form.Text ?? "" }, cancel);
        if (done.IsDone) return Told("Ask.Sent", "/me/help");
        form.Mine = await requests.RunAsync(cancel);
        return Refused(done.Refusals, form);
    }

    [HttpGet("found-work")]
    public IActionResult FoundWork() => View(new FoundWorkForm { Start = clock.Today() });

    [HttpPost("found-work")]
    public async Task<IActionResult> FoundWork(FoundWorkForm form, [FromServices] ReportFoundWork report, [FromServices] SpellEntry spells, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Start is null) ModelState.AddFurther([new Refusal("Required", nameof(form.Start))], texts);
        if (form.Channel is null) ModelState.AddFurther([new Refusal("Required", nameof(form.Channel))], texts);
        var said = new SpellSaid
        {
            PersonId = Person,
            Start = form.Start ?? clock.Today(),
            Channel = form.Channel ?? Channel.NearbyEnterprise,
            Workplace = form.Workplace ?? "",
            WageFenPerMonth = form.WageFenPerMonth * 100L,
            Business = form.Channel == Channel.SelfEmployment ? new BusinessSaid(form.Business ?? "") : null,
        };
        if (!ModelState.IsValid)
        {
            // What is missing and what is wrong are said in one answer.
            ModelState.AddFurther(await spells.RefusalsAsync(said, cancel), texts);
            return View(form);
        }

        var done = await report.RunAsync(said, cancel);
        return done.IsDone ? Told("Found.Sent", "/me/facts") : Refused(done.Refusals, form);
    }

    [HttpGet("lost-job")]
    public IActionResult LostJob() => View(new LostJobForm { LastDay = clock.Today() });

    [HttpPost("lost-job")]
    public async Task<IActionResult> LostJob(LostJobForm form, [FromServices] ReportJobLoss report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.LastDay is null) ModelState.AddFurther([new Refusal("Required", nameof(form.LastDay))], texts);
        // The reason ends her work in the ledger; it is never guessed.
        if (form.Reason is null) ModelState.AddFurther([new Refusal("Required", nameof(form.Reason))], texts);
        if (!ModelState.IsValid) return View(form);
        // The reason stands in the case in words too: where the ledger knew of no work there is no spell that could keep it.
        var said = texts["Lost.Said", texts[$"Lost.Reason.{form.Reason}"], (form.Text ?? "").Trim()].Trim();
        var done = await report.RunAsync(new ReportJobLossRequest { PersonId = Person, LastDay = form.LastDay!.Value, Reason = form.Reason!.Value, Text = said }, cancel);
        return done.IsDone ? Told("Lost.Sent", "/for-you") : Refused(done.Refusals, form);
    }

    private LocalRedirectResult Told(string key, string next)
    {
        Flash.Set(TempData, new Flash(texts[key]));
        return LocalRedirect(next);
    }

    private ViewResult Refused(IReadOnlyList<Refusal> refusals, object form)
    {
        ModelState.AddRefusals(refusals, texts);
        return View(form);
    }
}
