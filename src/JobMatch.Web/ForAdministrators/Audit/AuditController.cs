using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Audit;

public sealed class AuditFilter
{
    public string? Account { get; set; }

    public AuditAction? Act { get; set; }

    public AuditSubject? Subject { get; set; }

    public long? SubjectId { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string Url(int page) => QueryString.Create(new KeyValuePair<string, string?>[]
    {
        new("account", Account ?? ""), new("act", Act?.ToString() ?? ""), new("subject", Subject?.ToString() ?? ""), new("subjectId", SubjectId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        new("from", From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""), new("to", To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        new("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    }).ToString();
}

public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditEntry> Rows, IReadOnlyDictionary<long, string> Names, int Page, int Pages, int Total);

/// <summary>Who looked at or did what. Ids only: whoever reads the log learns no names of residents from it.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/audit")]
public sealed class AuditController(JobMatchDbContext db) : Controller
{
    private const int PerPage = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(AuditFilter filter, int page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = await FilterAsync(filter, cancel);
        var total = await rows.CountAsync(cancel);
        var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var shown = await rows.OrderByDescending(a => a.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancel);
        var accounts = shown.Select(a => a.AccountId).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PasswordHash == null ? "" : a.UserName!, cancel);
        return View(new AuditPage(filter, shown, names, page, pages, total));
    }

    private async Task<IQueryable<AuditEntry>> FilterAsync(AuditFilter filter, CancellationToken cancel)
    {
        var rows = db.Set<AuditEntry>().AsNoTracking();
        if (filter.Account?.Trim() is { Length: > 0 } name)
        {
            var accounts = await db.Set<Account>().Where(a => a.UserName!.Contains(name) || a.DisplayName.Contains(name)).Select(a => a.Id).OrderBy(account => account).Take(500).ToListAsync(cancel);
            rows = rows.Where(a => accounts.Contains(a.AccountId));
        }

        if (filter.Act is { } action) rows = rows.Where(a => a.Action == action);
        if (filter.Subject is { } subject) rows = rows.Where(a => a.Subject == subject);
        if (filter.SubjectId is { } id) rows = rows.Where(a => a.SubjectId == id);
        if (filter.From is { } from && from > DateOnly.MinValue.AddDays(2))
        {
            var start = ChinaDay.StartsAt(from);
            rows = rows.Where(a => a.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue.AddDays(-2))
        {
            var end = ChinaDay.StartsAt(to.AddDays(1));
            rows = rows.Where(a => a.At < end);
        }

        return rows;
    }
}
