using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Accounts;

/// <summary>Work accounts: who may sign in, in which roles, and where they hold. Residents have no password and are not here.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/accounts")]
public sealed class AccountsController(JobMatchDbContext db, GrantPlaces grantPlaces, CreateAccount create, ChangeAccount change, AuditLog audit, Texts texts) : Controller
{
    private const int PerPage = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, int page, CancellationToken cancel)
    {
        var wanted = (search ?? "").Trim();
        var accounts = db.Set<Account>().AsNoTracking().Where(a => a.PasswordHash != null);
        if (wanted.Length > 0) accounts = accounts.Where(a => a.UserName!.Contains(wanted) || a.DisplayName.Contains(wanted));
        var total = await accounts.CountAsync(cancel);
        var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var rows = await accounts.Include(a => a.Grants).OrderBy(a => a.DisabledAt != null).ThenBy(a => a.UserName).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancel);
        var names = (await grantPlaces.ReadAsync([.. rows.SelectMany(a => a.Grants)], cancel)).ToDictionary(p => p.Key, p => p.Name);
        return View(new AccountsPage([.. rows.Select(a => new AccountRow(a, [.. a.Grants.Select(g => Words(g, names))]))], wanted, page, pages, total));
    }

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancel) => WriteAsync(new AccountForm(), null, null, cancel);

    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = "Form")] AccountForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var grants = form.ReadGrants(await grantPlaces.ReadAsync([], cancel));
        var password = string.IsNullOrEmpty(form.Password) ? NewPassword.Make() : form.Password;
        var created = grants.IsDone ? await create.RunAsync(new CreateAccountRequest(form.UserName ?? "", password, form.DisplayName ?? "", grants.Value!)) : grants.Refusals.ToList();
        if (created.Value is not { } account)
        {
            List<Refusal> refused = [.. created.Refusals];
            // What is wrong with the grants hides nothing of what else is missing.
            if (!grants.IsDone && string.IsNullOrWhiteSpace(form.UserName)) refused.Insert(0, new Refusal("Required", nameof(form.UserName)));
            if (!grants.IsDone && string.IsNullOrWhiteSpace(form.DisplayName)) refused.Insert(0, new Refusal("Required", nameof(form.DisplayName)));
            ModelState.AddRefusals(refused, texts, "Form");
            return await WriteAsync(form, null, null, cancel);
        }

        await audit.WriteAsync(User.AccountId(), AuditAction.Created, AuditSubject.Account, account.Id, cancel: cancel);
        if (form.Password is { Length: > 0 })
        {
            Flash.Set(TempData, new Flash(texts["Accounts.Created", account.DisplayName]));
            return Redirect("/admin/accounts");
        }

        return ShowOnce(account.Id, password);
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancel) =>
        await ReadAsync(id, cancel) is { } account ? await WriteAsync(FormOf(account), account, TempData[PasswordOf(id)] as string, cancel) : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, [Bind(Prefix = "Form")] AccountForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await ReadAsync(id, cancel) is not { } account) return NotFound();
        var grants = form.ReadGrants(await grantPlaces.ReadAsync(account.Grants, cancel));
        List<Refusal> refused = [.. grants.Refusals];
        if (string.IsNullOrWhiteSpace(form.DisplayName)) refused.Add(new Refusal("Required", nameof(form.DisplayName)));
        // Whoever takes the last key from herself locks the county out.
        if (grants.IsDone && id == User.AccountId() && !grants.Value!.Exists(g => g.Role == Role.Administrator)) refused.Add(new Refusal("Account.NotYourself", "Grants[0].Role"));
        if (refused.Count == 0)
        {
            var changed = await change.RunAsync(new ChangeAccountRequest(id, form.DisplayName, Grants: grants.Value), cancel);
            if (changed.IsDone) return await ToldAsync(id, texts["Accounts.Changed"], cancel);
            refused.AddRange(changed.Refusals);
        }

        ModelState.AddRefusals(refused, texts, "Form");
        return await WriteAsync(form, account, null, cancel);
    }

    /// <summary>A new password, shown once; every session of the account ends.</summary>
    [HttpPost("{id:long}/password")]
    public async Task<IActionResult> Password(long id, CancellationToken cancel)
    {
        var password = NewPassword.Make();
        var changed = await change.RunAsync(new ChangeAccountRequest(id, NewPassword: password), cancel);
        if (!changed.IsDone) return NotFound();
        await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Account, id, "password", cancel);
        return ShowOnce(id, password);
    }

    [HttpPost("{id:long}/disable")]
    public async Task<IActionResult> Disable(long id, bool on, CancellationToken cancel)
    {
        if (id == User.AccountId())
        {
            Flash.Set(TempData, new Flash(texts["Refusal.Account.NotYourself"], Kind: "bad"));
            return Redirect(FormattableString.Invariant($"/admin/accounts/{id}"));
        }

        var changed = await change.RunAsync(new ChangeAccountRequest(id, Disabled: on), cancel);
        if (!changed.IsDone) return NotFound();
        return await ToldAsync(id, texts[on ? "Accounts.Disabled" : "Accounts.Enabled"], cancel, undo: FormattableString.Invariant($"/admin/accounts/{id}/disable?on={!on}"));
    }

    /// <summary>Shown on the page that comes next and never again: only its hash is kept; until then it travels in an encrypted cookie. Loading that page anew neither shows it nor makes another.</summary>
    private RedirectResult ShowOnce(long id, string password)
    {
        TempData[PasswordOf(id)] = password;
        return Redirect(FormattableString.Invariant($"/admin/accounts/{id}"));
    }

    private static string PasswordOf(long id) => FormattableString.Invariant($"NewPassword.{id}");

    private string Words(AccountGrant grant, Dictionary<string, string> names)
    {
        var place = new GrantPlace(grant.Area, grant.TargetId, "");
        return texts["Accounts.GrantWords", texts.Of(grant.Role), names.GetValueOrDefault(place.Key, texts.Of(grant.Area))];
    }

    private Task<Account?> ReadAsync(long id, CancellationToken cancel) => db.Set<Account>().AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id && a.PasswordHash != null, cancel);

    private static AccountForm FormOf(Account account) => new()
    {
        UserName = account.UserName,
        DisplayName = account.DisplayName,
        Grants = [.. account.Grants.Select(g => new GrantRow { Role = g.Role, Place = new GrantPlace(g.Area, g.TargetId, "").Key })],
    };

    private async Task<IActionResult> WriteAsync(AccountForm form, Account? account, string? password, CancellationToken cancel)
    {
        if (ModelState.IsValid) ModelState.Clear();
        form.MakeRoom();
        if (password is not null) Response.Headers.CacheControl = "no-store";
        return View("Write", new AccountPage(form, await grantPlaces.ReadAsync(account?.Grants ?? [], cancel), account, password));
    }

    private async Task<IActionResult> ToldAsync(long id, string said, CancellationToken cancel, string? undo = null)
    {
        await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Account, id, cancel: cancel);
        Flash.Set(TempData, new Flash(said, undo));
        return Redirect(FormattableString.Invariant($"/admin/accounts/{id}"));
    }
}
