using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace JobMatch.Web.ForStationStaff.PersonLedger;

/// <summary>A card to print: the picture of the code, and where the station is.</summary>
public sealed record CardPage(Person Person, string Picture, Station? Station);

/// <summary>人: each fact with its source and day, what is missing with a way to record it. Every look is written down.</summary>
[Route("/station/people/{id:long}")]
public sealed class PersonLedgerController(JobMatchDbContext db, PersonReader people, AuditLog audit, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken cancel)
    {
        if (await people.ReadAsync(id, reveal: false, cancel) is not { } page) return NotFound();
        await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, id, cancel: cancel);
        return View("Index", page);
    }

    /// <summary>Shows phone, ID number, address and health note on this one page; each is written down.</summary>
    [HttpPost("reveal")]
    public async Task<IActionResult> Reveal(long id, CancellationToken cancel)
    {
        if (await people.ReadAsync(id, reveal: true, cancel) is not { } page) return NotFound();
        await audit.WriteAsync(By, AuditAction.RevealedPhone, AuditSubject.Person, id, cancel: cancel);
        await audit.WriteAsync(By, AuditAction.RevealedIdNumber, AuditSubject.Person, id, cancel: cancel);
        Response.Headers.CacheControl = "no-store";
        return View("Index", page);
    }

    /// <summary>Work that was to begin came to nothing.</summary>
    [HttpPost("spells/{spellId:long}/take-back")]
    public async Task<IActionResult> TakeBackSpell(long id, long spellId, int version, [FromServices] TakeBackSpell takeBack, CancellationToken cancel) =>
        Back($"/station/people/{id}#spells", await takeBack.RunAsync(new TakeBackSpellRequest(spellId, version), cancel), Texts["Station.Spell.TakenBack"]);

    /// <summary>A talk, a call, a visit, a training offered: outside of any case.</summary>
    [HttpPost("services")]
    public async Task<IActionResult> Service(long id, ServiceKind? kind, DateOnly? on, string? note, [FromServices] RecordHelp help, CancellationToken cancel)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == id, cancel)) return NotFound();
        var done = kind is { } what
            ? await help.RunAsync(new RecordHelpRequest { PersonId = id, Kind = what, On = on, Note = note ?? "", ByAccountId = By }, cancel)
            : new Refusal("Service.KindNeeded", "Kind");
        return Back($"/station/people/{id}#services", done, Texts["Station.Case.Helped"]);
    }

    /// <summary>The old card stops working, the new one is on this page once.</summary>
    [HttpPost("card")]
    public async Task<IActionResult> Card(long id, [FromServices] IssueQrCard issue, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return NotFound();
        var token = await issue.RunAsync(id, person.SettlementId, By, cancel);
        if (!token.IsDone) return Back($"/station/people/{id}", token, "");
        await audit.WriteAsync(By, AuditAction.Printed, AuditSubject.Person, id, "card", cancel);
        var station = await db.Set<Station>().AsNoTracking().FirstOrDefaultAsync(s => s.Serves.Any(x => x.SettlementId == person.SettlementId), cancel);
        Response.Headers.CacheControl = "no-store";
        return View("Card", new CardPage(person, Picture($"{Request.Scheme}://{Request.Host}{Request.PathBase}/c/{token.Value}"), station));
    }

    [HttpPost("card/revoke")]
    public async Task<IActionResult> Revoke(long id, [FromServices] RevokeQrCard revoke, CancellationToken cancel)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == id, cancel)) return NotFound();
        return Back($"/station/people/{id}", await revoke.RunAsync(id, cancel), Texts["Station.Card.Revoked"]);
    }

    private static string Picture(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(8));
    }
}
