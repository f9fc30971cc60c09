using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Register;

/// <summary>A person, and the household when it is new too.</summary>
public sealed class RegisterForm
{
    /// <summary>The household she joins; null registers a new one with her as its head.</summary>
    public long? HouseholdId { get; set; }

    /// <summary>The request that this answers.</summary>
    public long? RequestId { get; set; }

    public int RequestVersion { get; set; }

    [Display(Name = "Station.Person.Name")]
    public string? Name { get; set; }

    [Display(Name = "Station.Person.IdNumber")]
    public string? IdNumber { get; set; }

    [Display(Name = "Station.Person.Phone")]
    public string? Phone { get; set; }

    [Display(Name = "Station.Person.BirthDate")]
    public DateOnly? BirthDate { get; set; }

    [Display(Name = "Station.Person.Sex")]
    public Sex? Sex { get; set; }

    [Display(Name = "Station.Person.Relation")]
    public RelationToHead Relation { get; set; } = RelationToHead.Other;

    [Display(Name = "Station.Person.InEducation")]
    public bool InEducation { get; set; }

    [Display(Name = "Station.Household.Number")]
    public string? Number { get; set; }

    [Display(Name = "Station.Household.Settlement")]
    public long? SettlementId { get; set; }

    [Display(Name = "Station.Household.Building")]
    public string? Building { get; set; }

    [Display(Name = "Station.Household.Address")]
    public string? Address { get; set; }

    [Display(Name = "Station.Household.MoveIn")]
    public DateOnly? MoveInDate { get; set; }

    [Display(Name = "Station.Register.AsWorker")]
    public bool AsWorker { get; set; } = true;

    [Display(Name = "Station.Fact.Capacity")]
    public LabourCapacity Capacity { get; set; }

    [Display(Name = "Station.Fact.Willing")]
    public bool? Willing { get; set; }
}

/// <summary>登记: somebody who is not on the ledger yet, into a new household or one that is there.</summary>
[Route("/station/people/new")]
public sealed class RegisterController(JobMatchDbContext db, CurrentScope scope, PersonalData personal, AuditLog audit, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long? household, long? request, CancellationToken cancel)
    {
        var form = new RegisterForm { HouseholdId = household };
        if (request is { } id)
        {
            var asked = await db.Set<RegistrationRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.AnsweredAt == null, cancel);
            if (asked is null) return NotFound();
            (form.RequestId, form.RequestVersion, form.Name, form.SettlementId) = (asked.Id, asked.Version, asked.Name, asked.SettlementId);
            form.Phone = personal.Reveal(asked.Phone);
        }

        return await ShowAsync(form, cancel);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(
        RegisterForm form, [FromServices] RegisterHousehold household, [FromServices] RegisterPerson member, [FromServices] RecordWorker worker, [FromServices] AnswerRegistration answer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid) return await ShowAsync(form, cancel);
        var person = new NewPerson { Name = form.Name ?? "", IdNumber = form.IdNumber, Phone = form.Phone, BirthDate = form.BirthDate, Sex = form.Sex, Relation = form.Relation, InEducation = form.InEducation };
        var registered = form.HouseholdId is { } home ? await JoinAsync(member, home, person, cancel) : await FoundAsync(household, form, person, cancel);
        if (!registered.IsDone)
        {
            foreach (var refusal in registered.Refusals) ModelState.AddModelError(refusal.Field.Replace("Head.", "", StringComparison.Ordinal), Texts.Of(refusal));
            // Already on the ledger: a way there, rather than a wall.
            ViewBag.Known = registered.Refusals.FirstOrDefault(r => r.Code == "Person.AlreadyOnLedger")?.Values[0];
            return await ShowAsync(form, cancel);
        }

        var id = registered.Value;
        await audit.WriteAsync(By, AuditAction.Created, AuditSubject.Person, id, cancel: cancel);
        if (form.RequestId is { } request) await answer.RunAsync(new AnswerRegistrationRequest(request, form.RequestVersion, id, By), cancel);
        var labour = form.AsWorker && !form.InEducation ? await worker.RunAsync(new RecordWorkerRequest { PersonId = id, Capacity = form.Capacity, Willing = form.Willing }, cancel) : id;
        Flash.Set(TempData, labour.IsDone ? new Flash(Texts["Station.Register.Done", form.Name ?? ""]) : new Flash(Texts["Station.Register.DoneNoWorker", form.Name ?? "", string.Join(" ", labour.Refusals.Select(Texts.Of))], Kind: "gap"));
        return LocalRedirect("/station/people/" + id.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<Outcome<long>> JoinAsync(RegisterPerson member, long household, NewPerson person, CancellationToken cancel)
    {
        var joined = await member.RunAsync(new RegisterPersonRequest { HouseholdId = household, Person = person }, cancel);
        return joined.IsDone ? joined.Value!.PersonId : joined.Refusals.ToList();
    }

    private static async Task<Outcome<long>> FoundAsync(RegisterHousehold household, RegisterForm form, NewPerson person, CancellationToken cancel)
    {
        var founded = await household.RunAsync(new RegisterHouseholdRequest
        {
            Number = form.Number ?? "", SettlementId = form.SettlementId ?? 0, Building = form.Building ?? "", Address = form.Address ?? "", MoveInDate = form.MoveInDate, Head = person,
        }, cancel);
        return founded.IsDone ? founded.Value!.HeadId : founded.Refusals.ToList();
    }

    private async Task<IActionResult> ShowAsync(RegisterForm form, CancellationToken cancel)
    {
        ViewBag.Settlements = await Choices.SettlementsAsync(db, scope, cancel);
        if (form.HouseholdId is { } id)
        {
            var home = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancel);
            if (home is null) return NotFound();
            ViewBag.Home = home;
        }

        return View("Index", form);
    }
}
