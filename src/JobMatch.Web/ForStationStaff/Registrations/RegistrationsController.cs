using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Registrations;

/// <summary>A request with who on the ledger it may be from.</summary>
public sealed record RegistrationPage(RegistrationRequest Request, string Settlement, string? PostingTitle, string Phone, IReadOnlyList<PersonHit> Candidates);

/// <summary>
/// An unknown phone asks to be registered. The station calls, finds her on the ledger and writes the phone down, or registers her. A name or a
/// phone alone never decides who she is: the clerk does.
/// </summary>
[Route("/station/registrations")]
public sealed class RegistrationsController(
    JobMatchDbContext db, PersonalData personal, LookUpPerson lookUp, EditPerson edit, AnswerRegistration answer, AuditLog audit, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await (
        from request in db.Set<RegistrationRequest>().AsNoTracking()
        join settlement in db.Set<Settlement>() on request.SettlementId equals settlement.Id
        where request.AnsweredAt == null
        orderby request.At, request.Id
        select new RegistrationPage(request, settlement.Name, null, "", Array.Empty<PersonHit>())).Take(200).ToListAsync(cancel));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, CancellationToken cancel)
    {
        var request = await db.Set<RegistrationRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (request is null) return NotFound();
        if (request.AnsweredAt is not null)
        {
            Flash.Set(TempData, new Flash(Texts["Station.Registration.AnsweredAlready"], Kind: "gap"));
            return LocalRedirect(request.PersonId is { } known ? $"/station/people/{known}" : "/station/registrations");
        }

        // Her phone is shown to call her back; that she is shown is written down like any other look.
        await audit.WriteAsync(By, AuditAction.RevealedPhone, AuditSubject.Settlement, request.SettlementId, "registration", cancel);
        var phone = personal.Reveal(request.Phone);
        var found = await lookUp.RunAsync(new LookUpPersonRequest { Name = request.Name, Phone = phone }, cancel);
        var settlement = await db.Set<Settlement>().Where(s => s.Id == request.SettlementId).Select(s => s.Name).SingleAsync(cancel);
        var posting = request.PostingId is { } p ? await db.Set<Posting>().Where(x => x.Id == p).Select(x => x.Title).SingleOrDefaultAsync(cancel) : null;
        return View("One", new RegistrationPage(request, settlement, posting, phone, found.Value?.Candidates ?? []));
    }

    /// <summary>It is this person: her phone is written on the ledger, so that she can sign in with it.</summary>
    [HttpPost("{id:long}/link")]
    public async Task<IActionResult> Link(long id, int version, long personId, CancellationToken cancel)
    {
        var request = await db.Set<RegistrationRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, cancel);
        if (request is null || person is null) return NotFound();
        if (request.AnsweredAt is not null) return Back("/station/registrations", (Outcome<bool>)Refusal.ChangedMeanwhile, "");
        var edited = await edit.RunAsync(new EditPersonRequest
        {
            PersonId = personId, Version = person.Version, Name = person.Name, Relation = person.Relation, InEducation = person.InEducation, Phone = personal.Reveal(request.Phone),
        }, cancel);
        if (!edited.IsDone) return Back($"/station/registrations/{id}", edited, "");
        await audit.WriteAsync(By, AuditAction.Changed, AuditSubject.Person, personId, "phone", cancel);
        return Back($"/station/people/{personId}", await answer.RunAsync(new AnswerRegistrationRequest(id, version, personId, By), cancel), Texts["Station.Registration.Linked"]);
    }

    /// <summary>She was called and there is nothing to register.</summary>
    [HttpPost("{id:long}/close")]
    public async Task<IActionResult> Close(long id, int version, CancellationToken cancel) =>
        Back("/station/registrations", await answer.RunAsync(new AnswerRegistrationRequest(id, version, null, By), cancel), Texts["Station.Registration.Closed"]);
}
