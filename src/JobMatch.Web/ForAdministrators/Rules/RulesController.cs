using System.ComponentModel.DataAnnotations;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Rules;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Rules;

public sealed class RuleForm
{
    [Display(Name = "Rules.Name")]
    public RuleName? Name { get; set; }

    [Display(Name = "Rules.For")]
    public string? For { get; set; }

    [Display(Name = "Rules.Value")]
    public decimal? Value { get; set; }

    [Display(Name = "Rules.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "Rules.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "Rules.Source")]
    public string? Source { get; set; }
}

/// <summary>A rule and whether it is what holds today.</summary>
public sealed record RuleRow(DatedRule Rule, bool HoldsToday, bool IsDefault);

public sealed record RulesPage(IReadOnlyList<RuleRow> Rows, RuleForm Form);

/// <summary>Dated rules with their sources. A new value never replaces an old one: it follows it.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/rules")]
public sealed class RulesController(JobMatchDbContext db, AddDatedRule add, AuditLog audit, Texts texts, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(RuleName? name, CancellationToken cancel) => ShowAsync(new RuleForm { Name = name, From = clock.Today() }, cancel);

    [HttpPost("")]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] RuleForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid) return await ShowAsync(form, cancel);
        var added = await add.RunAsync(new AddDatedRuleRequest(form.Name ?? 0, form.For ?? "", form.Value, form.From, form.To, form.Source ?? ""), cancel);
        if (!added.IsDone)
        {
            ModelState.AddRefusals(added.Refusals, texts, "Form");
            return await ShowAsync(form, cancel);
        }

        await audit.WriteAsync(User.AccountId(), AuditAction.Created, AuditSubject.Rule, added.Value, cancel: cancel);
        Flash.Set(TempData, new Flash(texts["Rules.Added", texts.Of(form.Name!.Value)]));
        return Redirect("/admin/rules");
    }

    private async Task<IActionResult> ShowAsync(RuleForm form, CancellationToken cancel)
    {
        var written = await db.Set<DatedRule>().AsNoTracking().ToListAsync(cancel);
        var (book, today) = (new RuleBook(written), clock.Today());
        var rows = RuleBook.Defaults.Concat(written).OrderBy(r => r.Name).ThenBy(r => r.For, StringComparer.Ordinal).ThenBy(r => r.From).ToList()
            .ConvertAll(r => new RuleRow(r, r.From <= today && ReferenceEquals(book.On(today, r.Name, r.For), r), !written.Contains(r)));
        return View("Index", new RulesPage(rows, form));
    }
}
