using JobMatch.Data;
using JobMatch.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForSupervisors.Rules;

/// <summary>A rule as it stands in the book; written by the county, or the default.</summary>
public sealed record RuleRow(DatedRule Rule, bool WrittenByCounty, bool HoldsToday);

/// <summary>口径: every definition with its days and its source. Administrators change them; here they are read.</summary>
[Route("/county/rules")]
public sealed class RulesController(JobMatchDbContext db, TimeProvider clock) : SupervisorController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var written = await db.Set<DatedRule>().AsNoTracking().ToListAsync(cancel);
        var book = new RuleBook(written);
        var today = clock.Today();
        return View(written.Select(r => (Rule: r, ByCounty: true)).Concat(RuleBook.Defaults.Select(r => (Rule: r, ByCounty: false)))
            .Select(r => new RuleRow(r.Rule, r.ByCounty, book.On(today, r.Rule.Name, r.Rule.For) == r.Rule))
            .OrderBy(r => r.Rule.Name).ThenBy(r => r.Rule.For, StringComparer.Ordinal).ThenByDescending(r => r.Rule.From).ThenByDescending(r => r.WrittenByCounty).ToList());
    }
}
