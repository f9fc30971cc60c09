using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Regions;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForResidents.Wishes;

/// <summary>What she wants, how far she goes, what she can: her own word, which counts at once.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me"), ServiceFilter<UnreadMessages>]
public sealed class WishesController(MyWorker mine, EditWishes editWishes, EditMobility editMobility, WishedPlaces places, FitNames names, Texts texts) : Controller
{
    private const int LongWord = 12;
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '/', '\n', '\r'];

    [HttpGet("wishes")]
    public async Task<IActionResult> Wishes(CancellationToken cancel)
    {
        if (await mine.ReadAsync(cancel) is not { } worker) return View("NoWorker");
        var wishes = worker.Wishes;
        return View(new WishesForm
        {
            PlaceChoices = await places.OfAsync(worker.CountyCode, wishes.RegionCodes, cancel),
            Version = worker.Version,
            Willing = worker.Willing ?? true,
            Kinds = Chosen(wishes.Kinds),
            Occupations = string.Join(texts["Fit.Comma"], wishes.OccupationIds.Select(names.OccupationTyped)),
            WageFloor = (int?)(wishes.WageFloorFen / 100),
            Shifts = Chosen(wishes.Shifts),
            CareFriendly = wishes.CareFriendly,
            Trainings = [.. wishes.TrainingKindIds],
            Words = wishes.Words,
        });
    }

    [HttpPost("wishes")]
    public async Task<IActionResult> Wishes(WishesForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await mine.ReadAsync(cancel) is not { } worker) return View("NoWorker");
        form.PlaceChoices = await places.OfAsync(worker.CountyCode, form.Places, cancel);
        var (occupations, unknown) = Read(form.Occupations, worker.Wishes.OccupationIds);
        if (unknown.Count > 0) ModelState.AddRefusals([new Refusal("Wishes.OccupationUnknown", nameof(form.Occupations), string.Join(texts["Fit.Comma"], unknown.Select(Short)))], texts);
        if (form.WageFloor is < 0 or > 100_000) ModelState.AddRefusals([new Refusal("Wishes.WageFloor", nameof(form.WageFloor))], texts);
        if (!ModelState.IsValid) return View(form);
        var done = await editWishes.RunAsync(new EditWishesRequest
        {
            WorkerId = worker.Id,
            Version = form.Version,
            Source = FactSource.Self,
            Willing = form.Willing,
            Wishes = worker.Wishes with
            {
                Kinds = form.Kinds.Aggregate(PostingKinds.None, (all, kind) => all | kind),
                OccupationIds = occupations,
                RegionCodes = form.PlaceChoices.Known,
                WageFloorFen = form.WageFloor is > 0 and { } yuan ? yuan * 100L : null,
                Shifts = form.Shifts.Aggregate(Shifts.None, (all, shift) => all | shift),
                CareFriendly = form.CareFriendly,
                TrainingKindIds = form.Trainings,
                Words = (form.Words ?? "").Trim(),
            },
        }, cancel);
        return done.IsDone ? Saved("Wishes.Saved", "/for-you") : Refused(done.Refusals, form);
    }

    [HttpGet("reach")]
    public async Task<IActionResult> Reach(CancellationToken cancel) => await mine.ReadAsync(cancel) is not { } worker ? View("NoWorker") : View(new ReachForm
    {
        Version = worker.Version,
        Mobility = worker.Mobility,
        Kilometres = worker.MobilityMetres / 1000m,
        Cannot = Chosen(worker.ImpossibleDuties),
    });

    [HttpPost("reach")]
    public async Task<IActionResult> Reach(ReachForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await mine.ReadAsync(cancel) is not { } worker) return View("NoWorker");
        if (form.Mobility == Mobility.Unknown) ModelState.AddRefusals([new Refusal("Required", nameof(form.Mobility))], texts);
        if (form.Mobility == Mobility.Metres && form.Kilometres is not (>= 0.1m and <= 200m)) ModelState.AddRefusals([new Refusal("Mobility.Metres", nameof(form.Kilometres))], texts);
        if (!ModelState.IsValid) return View(form);
        var done = await editMobility.RunAsync(new EditMobilityRequest
        {
            WorkerId = worker.Id,
            Version = form.Version,
            Source = FactSource.Self,
            Mobility = form.Mobility,
            Metres = form.Mobility == Mobility.Metres ? (int)(form.Kilometres!.Value * 1000) : null,
            ImpossibleDuties = form.Cannot.Aggregate(Duty.None, (all, duty) => all | duty),
        }, cancel);
        return done.IsDone ? Saved("Reach.Saved", "/for-you") : Refused(done.Refusals, form);
    }

    [HttpGet("skills")]
    public async Task<IActionResult> Skills(CancellationToken cancel) =>
        await mine.ReadAsync(cancel) is { } worker ? View(new SkillForm { Version = worker.Version, Worker = worker }) : View("NoWorker");

    [HttpPost("skills")]
    public async Task<IActionResult> Skills(SkillForm form, [FromServices] RecordSkill record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await mine.ReadAsync(cancel) is not { } worker) return View("NoWorker");
        form.Worker = worker;
        if (form.SkillId == 0) ModelState.AddRefusals([new Refusal("Required", nameof(form.SkillId))], texts);
        if (!ModelState.IsValid) return View(form);
        var done = await record.RunAsync(new RecordSkillRequest { WorkerId = worker.Id, Version = form.Version, Source = FactSource.Self, SkillId = form.SkillId, Level = form.Level }, cancel);
        return done.IsDone ? Saved("Skills.Saved", "/me/skills") : Refused(done.Refusals, form);
    }

    [HttpPost("skills/remove")]
    public async Task<IActionResult> RemoveSkill(int skillId, int version, [FromServices] RemoveSkill remove, CancellationToken cancel)
    {
        if (await mine.ReadAsync(cancel) is not { } worker) return View("NoWorker");
        var done = await remove.RunAsync(new RemoveSkillRequest { WorkerId = worker.Id, Version = version, Source = FactSource.Self, SkillId = skillId }, cancel);
        Flash.Set(TempData, done.IsDone ? new Flash(texts["Skills.Removed"]) : new Flash(texts.Of(done.Refusals[0]), Kind: "bad"));
        return Redirect("/me/skills");
    }

    private LocalRedirectResult Saved(string key, string next)
    {
        Flash.Set(TempData, new Flash(texts[key]));
        return LocalRedirect(next);
    }

    private ViewResult Refused(IReadOnlyList<Refusal> refusals, object form)
    {
        ModelState.AddRefusals(refusals, texts);
        return View(form);
    }

    /// <summary>The field above still shows the whole word.</summary>
    private static string Short(string word) => word.Length <= LongWord ? word : word[..LongWord] + "…";

    /// <summary>Each word names an occupation, or one that was wished before by the name the page showed.</summary>
    private (IReadOnlyList<int> Ids, IReadOnlyList<string> Unknown) Read(string? words, IReadOnlyList<int> before)
    {
        var (ids, unknown) = (new List<int>(), new List<string>());
        foreach (var word in (words ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            var kept = before.Where(id => names.OccupationTyped(id) == word).ToList();
            var found = kept.Count > 0 ? kept : OccupationResolver.Ids(OccupationResolver.Instance.ResolveWords(word));
            if (found.Count == 0) unknown.Add(word);
            ids.AddRange(found);
        }

        return ([.. ids.Distinct()], unknown);
    }

    private static List<T> Chosen<T>(T flags) where T : struct, Enum => [.. Enum.GetValues<T>().Where(flag => !flag.Equals(default(T)) && flags.HasFlag(flag))];
}
