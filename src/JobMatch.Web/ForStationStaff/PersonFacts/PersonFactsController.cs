using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Training;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Regions;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.PersonFacts;

/// <summary>One form per fact of a person, each with who says so and when it was checked.</summary>
[Route("/station/people/{id:long}/edit")]
public sealed class PersonFactsController(JobMatchDbContext db, FitNames names, WishedPlaces places, SpellEntry spells, AuditLog audit, TimeProvider clock, Texts texts) : StationController(texts)
{
    [HttpGet("{fact}")]
    public async Task<IActionResult> Edit(long id, string fact, long? record, CancellationToken cancel)
    {
        var person = await PersonAsync(id, cancel);
        if (person is null) return NotFound();
        await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, id, fact.Length <= 20 ? fact : "", cancel);
        var worker = await WorkerAsync(id, cancel);
        object? form = fact switch
        {
            "identity" => new IdentityForm { Version = person.Version, Name = person.Name, Relation = person.Relation, InEducation = person.InEducation },
            "worker" => worker is null ? new WorkerForm() : null,
            _ when worker is null => null,
            "capacity" => new CapacityForm { Version = worker.Version, Capacity = worker.Capacity, Restrictions = [.. Of(worker.Restrictions)] },
            "wishes" => Wishes(worker),
            "mobility" => new MobilityForm { Version = worker.Version, Mobility = worker.Mobility, Metres = worker.MobilityMetres / 1000m, ImpossibleDuties = [.. Of(worker.ImpossibleDuties)] },
            "education" => new EducationForm { Version = worker.Version, Education = worker.Education, Mandarin = worker.Mandarin },
            "skill" => new SkillForm { Version = worker.Version },
            "certificate" => new CertificateForm { Version = worker.Version },
            "experience" => new ExperienceForm { Version = worker.Version },
            "hardship" => new HardshipForm { Version = worker.Version },
            "registration" => new RegistrationForm { Version = worker.Version },
            "training" => await TrainingAsync(worker, record, cancel),
            "spell" => new SpellForm(),
            "spell-end" => await db.Set<EmploymentSpell>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == record && s.PersonId == id && s.End == null, cancel) is { } spell ? new SpellEndForm { Record = spell.Id, Version = spell.Version } : null,
            _ => null,
        };
        return form is null ? NotFound() : await ShowAsync(fact, form, person, worker, cancel);
    }

    [HttpPost("identity")]
    public async Task<IActionResult> Identity(long id, IdentityForm form, [FromServices] EditPerson edit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var request = new EditPersonRequest
        {
            PersonId = id, Version = form.Version, Name = form.Name ?? "", IdNumber = form.IdNumber, Relation = form.Relation, InEducation = form.InEducation,
            Phone = form.NoPhone ? "" : string.IsNullOrWhiteSpace(form.Phone) ? null : form.Phone, HealthNote = string.IsNullOrWhiteSpace(form.HealthNote) ? null : form.HealthNote,
        };
        return await SaveAsync(id, "identity", form, () => edit.RunAsync(request, cancel), cancel);
    }

    [HttpPost("worker")]
    public Task<IActionResult> Worker(long id, WorkerForm form, [FromServices] RecordWorker record, CancellationToken cancel) => SaveAsync(id, "worker", form, () => record.RunAsync(
        new RecordWorkerRequest { PersonId = id, Capacity = form.Capacity, Willing = form.Willing, Education = form.Education, Mandarin = form.Mandarin, Source = form.Source, CheckedOn = form.CheckedOn }, cancel), cancel);

    [HttpPost("capacity")]
    public Task<IActionResult> Capacity(long id, CapacityForm form, [FromServices] EditCapacity edit, CancellationToken cancel) => SaveAsync(id, "capacity", form, () => edit.RunAsync(new EditCapacityRequest
    {
        WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, Capacity = form.Capacity, Restrictions = form.Restrictions.Aggregate(WorkRestriction.None, (all, one) => all | one),
    }, cancel), cancel);

    [HttpPost("wishes")]
    public async Task<IActionResult> Wishes(long id, WishesForm form, [FromServices] EditWishes edit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var worker = await WorkerAsync(id, cancel);
        var occupations = Read(form.Occupations, nameof(form.Occupations));
        return await SaveAsync(id, "wishes", form, async () => await edit.RunAsync(new EditWishesRequest
        {
            WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, Willing = form.Willing,
            Wishes = (worker?.Wishes ?? WorkWishes.None) with
            {
                Kinds = form.Kinds.Aggregate(PostingKinds.None, (all, one) => all | one.AsSet()),
                OccupationIds = occupations,
                RegionCodes = worker is null ? [] : (await places.OfAsync(worker.CountyCode, form.Places, cancel)).Known,
                Shifts = form.Shifts.Where(s => s != Shift.Unknown).Aggregate(Shifts.None, (all, one) => all | (Shifts)(1 << ((int)one - 1))),
                CareFriendly = form.CareFriendly,
                WageFloorFen = form.WageFloor is { } yuan ? yuan * 100L : null,
                TrainingKindIds = form.TrainingKindIds,
                Words = form.Words ?? "",
            },
        }, cancel), cancel);
    }

    [HttpPost("mobility")]
    public Task<IActionResult> Mobility(long id, MobilityForm form, [FromServices] EditMobility edit, CancellationToken cancel) => SaveAsync(id, "mobility", form, () => edit.RunAsync(new EditMobilityRequest
    {
        WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, Mobility = form.Mobility, Metres = (int?)(form.Metres * 1000m), ImpossibleDuties = form.ImpossibleDuties.Aggregate(Duty.None, (all, one) => all | one),
    }, cancel), cancel);

    [HttpPost("education")]
    public Task<IActionResult> Education(long id, EducationForm form, [FromServices] EditEducation edit, CancellationToken cancel) => SaveAsync(id, "education", form, () => edit.RunAsync(
        new EditEducationRequest { WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, Education = form.Education, Mandarin = form.Mandarin }, cancel), cancel);

    [HttpPost("skill")]
    public Task<IActionResult> Skill(long id, SkillForm form, [FromServices] RecordSkill record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.SkillId, nameof(form.SkillId));
        return SaveAsync(id, "skill", form, () => record.RunAsync(
            new RecordSkillRequest { WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, SkillId = form.SkillId ?? 0, Level = form.Level, Evidence = form.Evidence ?? "" }, cancel), cancel);
    }

    [HttpPost("certificate")]
    public Task<IActionResult> Certificate(long id, CertificateForm form, [FromServices] RecordCertificate record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.KindId, nameof(form.KindId));
        return SaveAsync(id, "certificate", form, () => record.RunAsync(
            new RecordCertificateRequest { WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, KindId = form.KindId ?? 0, ValidFrom = form.ValidFrom, ValidTo = form.ValidTo }, cancel), cancel);
    }

    [HttpPost("experience")]
    public Task<IActionResult> Experience(long id, ExperienceForm form, [FromServices] RecordExperience record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.OccupationId, nameof(form.OccupationId));
        var occupation = Read(form.OccupationId, nameof(form.OccupationId)).FirstOrDefault();
        return SaveAsync(id, "experience", form, () => record.RunAsync(new RecordExperienceRequest
        {
            WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, OccupationId = occupation, Workplace = form.Workplace ?? "", From = form.From, To = form.To, Months = form.Months,
        }, cancel), cancel);
    }

    [HttpPost("hardship")]
    public Task<IActionResult> Hardship(long id, HardshipForm form, [FromServices] RecordHardship record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.Group, nameof(form.Group));
        if (form.Group is { } group && group != HardshipGroup.None) Require(form.From, nameof(form.From));
        return SaveAsync(id, "hardship", form, () => record.RunAsync(
            new RecordHardshipRequest { WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, Group = form.Group!.Value, From = form.From, To = form.To }, cancel), cancel);
    }

    [HttpPost("registration")]
    public Task<IActionResult> Registration(long id, RegistrationForm form, [FromServices] RecordUnemploymentRegistration record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.On, nameof(form.On));
        return SaveAsync(id, "registration", form, () => record.RunAsync(new RecordUnemploymentRegistrationRequest { WorkerId = id, Version = form.Version, Source = form.Source, Employed = form.Employed, On = form.On!.Value }, cancel), cancel);
    }

    [HttpPost("training")]
    public Task<IActionResult> Training(long id, TrainingForm form, [FromServices] RecordTraining record, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        // A training that is known has its kind and first day; what is new needs both.
        Require(form.KindId, nameof(form.KindId));
        Require(form.From, nameof(form.From));
        if (form.Result != TrainingResult.Attending) Require(form.To, nameof(form.To));
        return SaveAsync(id, "training", form, () => record.RunAsync(new RecordTrainingRequest
        {
            WorkerId = id, Version = form.Version, Source = form.Source, CheckedOn = form.CheckedOn, TrainingId = form.Record, KindId = form.KindId ?? 0, Title = form.Title ?? "", Form = form.Way, From = form.From!.Value, To = form.To, Result = form.Result,
        }, cancel), cancel);
    }

    [HttpPost("consent")]
    public async Task<IActionResult> Consent(long id, int version, bool agrees, [FromServices] SetConsent set, CancellationToken cancel) =>
        Back($"/station/people/{id}", await set.RunAsync(new SetConsentRequest { WorkerId = id, Version = version, Agrees = agrees }, cancel), Texts["Station.Fact.Saved"]);

    [HttpPost("spell")]
    public async Task<IActionResult> Spell(long id, SpellForm form, [FromServices] StartSpell start, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.Start, nameof(form.Start));
        Require(form.Channel, nameof(form.Channel));
        var occupation = Read(form.Occupation, nameof(form.Occupation)).Select(o => (int?)o).FirstOrDefault();
        var said = new SpellSaid
        {
            PersonId = id, Start = form.Start ?? clock.Today(), End = form.End, EndReason = form.EndReason, Channel = form.Channel ?? Channel.NearbyEnterprise, Workplace = form.Workplace ?? "", OccupationId = occupation,
            WageFenPerMonth = form.WageFenPerMonth is { } yuan ? yuan * 100L : null, ContractUntil = form.ContractUntil, Insured = form.Insured,
            Business = string.IsNullOrWhiteSpace(form.Business) ? null : new BusinessSaid(form.Business),
        };
        // What is missing and what is wrong are said in one answer.
        if (!ModelState.IsValid) ModelState.AddFurther(await spells.RefusalsAsync(said, cancel), Texts);
        return await SaveAsync(id, "spell", form, () => start.RunAsync(new StartSpellRequest { Source = form.Source, Spell = said }, cancel), cancel);
    }

    /// <summary>Work that ended. When she lost it, a case opens with it; the report ends the running work itself.</summary>
    [HttpPost("spell-end")]
    public Task<IActionResult> SpellEnd(long id, SpellEndForm form, [FromServices] FinishSpell finish, [FromServices] ReportJobLoss lost, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        Require(form.LastDay, nameof(form.LastDay));
        Require(form.Reason, nameof(form.Reason));
        return SaveAsync(id, "spell-end", form, () => form.Lost
            ? lost.RunAsync(new ReportJobLossRequest { PersonId = id, LastDay = form.LastDay!.Value, Reason = form.Reason!.Value, Source = FactSource.Station }, cancel)
            : finish.RunAsync(new FinishSpellRequest { SpellId = form.Record, Version = form.Version, LastDay = form.LastDay!.Value, Reason = form.Reason!.Value }, cancel), cancel);
    }

    /// <summary>What is not filled in is named; what was filled in and cannot be read has its message already.</summary>
    private void Require(object? value, string field)
    {
        if (value is null or "") ModelState.AddFurther([new Refusal("Required", field)], Texts);
    }

    private async Task<IActionResult> SaveAsync<T>(long id, string fact, object form, Func<Task<Outcome<T>>> save, CancellationToken cancel)
    {
        var person = await PersonAsync(id, cancel);
        if (person is null) return NotFound();
        if (ModelState.IsValid)
        {
            var done = await save();
            if (done.IsDone)
            {
                await audit.WriteAsync(By, AuditAction.Changed, AuditSubject.Person, id, fact, cancel);
                return Back($"/station/people/{id}", done, Texts["Station.Fact.Saved"]);
            }

            if (done.Refusals.Contains(Refusal.NotFound)) return NotFound();
            Refused(done);
            // What was typed stays; having read that somebody else changed it, saving once more is a decision.
            if (done.Refusals.Contains(Refusal.ChangedMeanwhile)) await RenewVersionAsync(id, form, cancel);
        }

        return await ShowAsync(fact, form, person, await WorkerAsync(id, cancel), cancel);
    }

    private async Task RenewVersionAsync(long id, object form, CancellationToken cancel)
    {
        ModelState.Remove(nameof(FactForm.Version));
        var people = db.Set<Person>().AsNoTracking();
        if (form is FactForm fact) fact.Version = await db.Set<Worker>().Where(w => w.Id == id).Select(w => w.Version).SingleAsync(cancel);
        else if (form is IdentityForm identity) identity.Version = await people.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(cancel);
        else if (form is SpellEndForm end) end.Version = await db.Set<EmploymentSpell>().Where(s => s.Id == end.Record).Select(s => s.Version).SingleOrDefaultAsync(cancel);
        ViewBag.ChangedMeanwhile = true;
    }

    private async Task<ViewResult> ShowAsync(string fact, object form, Person person, Worker? worker, CancellationToken cancel)
    {
        (ViewBag.Person, ViewBag.Worker, ViewBag.Fact) = (person, worker, fact);
        if (form is WishesForm wishes && worker is not null) ViewBag.Places = await places.OfAsync(worker.CountyCode, wishes.Places, cancel);
        return View("Edit", form);
    }

    private Task<Person?> PersonAsync(long id, CancellationToken cancel) => db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);

    private Task<Worker?> WorkerAsync(long id, CancellationToken cancel) => db.Set<Worker>().AsNoTracking().Include(w => w.Skills).Include(w => w.Hardships).AsSplitQuery().SingleOrDefaultAsync(w => w.Id == id, cancel);

    private async Task<TrainingForm?> TrainingAsync(Worker worker, long? record, CancellationToken cancel)
    {
        if (record is not { } id) return new TrainingForm { Version = worker.Version };
        var found = await db.Set<TrainingRecord>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.PersonId == worker.Id, cancel);
        return found is null ? null : new TrainingForm { Version = worker.Version, Record = id, KindId = found.KindId, Title = found.Title, Way = found.Form, From = found.From, To = found.To, Result = TrainingResult.Passed };
    }

    private WishesForm Wishes(Worker worker) => new()
    {
        Version = worker.Version,
        Willing = worker.Willing,
        Kinds = [.. Enum.GetValues<PostingKind>().Where(k => worker.Wishes.Kinds.HasFlag(k.AsSet()))],
        Occupations = string.Join(Texts["Fit.Comma"], worker.Wishes.OccupationIds.Select(names.OccupationTyped)),
        Shifts = [.. Enum.GetValues<Shift>().Where(s => s != Shift.Unknown && worker.Wishes.Shifts.HasFlag((Shifts)(1 << ((int)s - 1))))],
        CareFriendly = worker.Wishes.CareFriendly,
        WageFloor = worker.Wishes.WageFloorFen is { } fen ? (int)(fen / 100) : null,
        Places = [.. worker.Wishes.RegionCodes],
        TrainingKindIds = [.. worker.Wishes.TrainingKindIds],
        Words = worker.Wishes.Words,
    };

    /// <summary>Occupations from everyday words; a word that means none is an error at its field.</summary>
    private List<int> Read(string? words, string field)
    {
        var found = new List<int>();
        foreach (var word in (words ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ids = OccupationResolver.Ids(OccupationResolver.Instance.ResolveWords(word));
            if (ids.Count == 0) ModelState.AddModelError(field, Texts["Station.Fact.OccupationNotKnown", word]);
            else found.AddRange(ids);
        }

        return [.. found.Distinct()];
    }

    private static readonly char[] Separators = [',', '\u3001', '\uFF0C', ';', '\uFF1B', '/', ' ', '\u3000'];

    private static IReadOnlyList<TEnum> Of<TEnum>(TEnum flags) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(f => Convert.ToInt64(f, System.Globalization.CultureInfo.InvariantCulture) != 0 && flags.HasFlag(f))];
}
