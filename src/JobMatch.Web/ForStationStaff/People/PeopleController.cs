using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>人员: looks before anybody is created, and searches the workers of the scope by what they can do.</summary>
[Route("/station/people")]
public sealed class PeopleController(JobMatchDbContext db, CurrentScope scope, LookUpPerson lookUp, PeopleSearch people, AuditLog audit, Texts texts) : StationController(texts)
{
    [HttpGet(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(SearchForm asked, CancellationToken cancel)
    {
        // An address that somebody shortened or mistyped shows what it can, and says what it could not.
        var unread = UnreadPiece.Of(ModelState);
        ModelState.Clear();
        return View("Index", await PageAsync(new LookUpForm(), null, asked, unread, cancel));
    }

    [HttpPost("look-up"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> LookUp([Bind(Prefix = "LookUp")] LookUpForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await lookUp.RunAsync(new LookUpPersonRequest { IdNumber = form.IdNumber, Name = form.Name, Phone = form.Phone }, cancel);
        Refused(found, "LookUp");
        if (found.Value?.Identified is { } hit) await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, hit.Id, "look-up", cancel);
        return View("Index", await PageAsync(form, found.Value, new SearchForm(), [], cancel));
    }

    private async Task<PeoplePage> PageAsync(LookUpForm form, PersonLookUp? found, SearchForm asked, IReadOnlyList<UnreadPiece> unread, CancellationToken cancel)
    {
        ViewBag.SettlementChoices = await Choices.SettlementsAsync(db, scope, cancel);
        return await people.AnswerAsync(form, found, asked, unread, cancel);
    }
}
