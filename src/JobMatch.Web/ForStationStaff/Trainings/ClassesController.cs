using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Training;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>A class that was opened: who is in it; corrected, called off, and taken back.</summary>
[Route("/station/training/classes/{id:long}")]
public sealed class ClassesController(ClassReader reader, Texts texts) : StationController(texts)
{
    private const string AddView = "~/ForStationStaff/Trainings/AddPeople.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Class(long id, CancellationToken cancel) => await reader.ReadAsync(id, cancel) is { } page ? See("Class", page) : NotFound();

    [HttpGet("edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } page) return NotFound();
        if (page.Class.CancelledAt is not null) return LocalRedirect($"/station/training/classes/{id}");
        return Form(page, ClassForm.Of(page.Class, Attending(page).Select(p => p.Person.Id)));
    }

    /// <param name="id">The class.</param>
    /// <param name="form">As it shall be.</param>
    /// <param name="look">The page is shown once more with what stands in it; nothing is changed.</param>
    /// <param name="change">Changes it.</param>
    /// <param name="cancel">Stops it.</param>
    [HttpPost("edit")]
    public async Task<IActionResult> Edit(long id, [Bind(Prefix = "Form")] ClassForm form, bool look, [FromServices] ChangeTrainingClass change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await reader.ReadAsync(id, cancel) is not { } page) return NotFound();
        if (look) ModelState.Clear();
        else if (form.From is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.From))], Texts, "Form");
        if (look || !ModelState.IsValid) return Form(page, form);
        var done = await change.CorrectAsync(new CorrectTrainingClassRequest(id, form.Version, form.ToTerms(), form.PersonIds, By), cancel);
        if (done.Refusals.Contains(Refusal.NotFound)) return NotFound();
        if (!Refused(done, "Form")) return Back($"/station/training/classes/{id}", done, Texts["Trainings.Edited"]);
        if (!done.Refusals.Contains(Refusal.ChangedMeanwhile)) return Form(page, form);
        // Told of it, the next save is meant.
        form.Version = page.Class.Version;
        ModelState.Remove($"Form.{nameof(form.Version)}");
        return Form(page, form);
    }

    /// <summary>Asked once more: everybody in it is told.</summary>
    [HttpGet("cancel")]
    public async Task<IActionResult> Cancel(long id, CancellationToken cancel) =>
        await reader.ReadAsync(id, cancel) is not { } page ? NotFound() : page.Class.CancelledAt is null ? See("CancelClass", page) : LocalRedirect($"/station/training/classes/{id}");

    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel(long id, int version, [FromServices] ChangeTrainingClass change, CancellationToken cancel)
    {
        var done = await change.CancelAsync(id, version, cancel);
        return Back($"/station/training/classes/{id}", done, Texts["Trainings.Cancelled", done.Value], $"/station/training/classes/{id}/restore");
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] ChangeTrainingClass change, CancellationToken cancel)
    {
        var done = await change.RestoreAsync(id, cancel);
        return Back($"/station/training/classes/{id}", done, Texts["Trainings.Restored", done.Value]);
    }

    /// <summary>Who else might come: those who want it, and whoever is looked for.</summary>
    [HttpGet("people")]
    public async Task<IActionResult> Add(long id, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } page) return NotFound();
        return page.MayAdd ? View(AddView, await reader.AddableAsync(page.Row, [], who: null, cancel)) : LocalRedirect($"/station/training/classes/{id}");
    }

    [HttpPost("people"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Add(long id, [Bind(Prefix = "Form")] ClassForm form, string? who, bool look, [FromServices] AddToTrainingClass add, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await reader.ReadAsync(id, cancel) is not { } page) return NotFound();
        ModelState.Clear();
        if (!look)
        {
            var done = await add.RunAsync(new AddToTrainingClassRequest(id, form.PersonIds), cancel);
            if (done.Refusals.Contains(Refusal.NotFound)) return NotFound();
            if (!Refused(done, "Form")) return Back($"/station/training/classes/{id}", done, Texts["Trainings.AddDone", done.Value]);
        }

        return View(AddView, await reader.AddableAsync(page.Row, form.PersonIds, who, cancel));
    }

    private static List<(Person Person, Household Household, TrainingRecord Record)> Attending(ClassPage page) => [.. page.People.Where(p => p.Record.Result == TrainingResult.Attending)];

    private ViewResult Form(ClassPage page, ClassForm form) => View("~/ForStationStaff/Trainings/EditClass.cshtml", new EditClassPage(page.Class.Id, page.Class.KindId, page.Class.Title, form, Attending(page)));

    private ViewResult See(string view, ClassPage page) => View($"~/ForStationStaff/Trainings/{view}.cshtml", page);
}
