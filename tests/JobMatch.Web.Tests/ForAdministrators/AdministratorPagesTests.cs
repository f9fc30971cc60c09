using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.JobRuns;
using JobMatch.Jobs;
using JobMatch.Rules;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForAdministrators;

public sealed class AdministratorPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Site _site = new();
    private SmallCounty _county = null!;

    public async Task InitializeAsync() => _county = await SmallCounty.CopyToAsync(_site.Folder);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Only_administrators_come_in()
    {
        var others = new List<DeskVisitor>();
        foreach (var name in new[] { SmallCounty.StaffName, SmallCounty.SupervisorName, SmallCounty.EmployerName }) others.Add(await DeskVisitor.SignInAsync(_site, name));
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        string[] pages = ["accounts", "accounts/new", "regions", "settlements", "settlements/new", "stations", "stations/new", "rules", "index", "jobs", "jobs/month-count", "audit"];
        foreach (var page in pages)
        {
            foreach (var other in others)
            {
                using var refused = await other.GetAsync("/admin/" + page);
                refused.StatusCode.ShouldNotBe(HttpStatusCode.OK, page);
            }

            (await admin.ReadAsync("/admin/" + page)).ShouldContain("<h1>", customMessage: page);
        }
    }

    [Fact]
    public async Task A_new_account_has_a_password_that_works_and_a_role_only_where_it_suits()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var wrong = await admin.PostAsync("/admin/accounts/new", "/admin/accounts/new",
            ("Form.UserName", "zhou.li"), ("Form.DisplayName", "周丽"), ("Form.Grants[0].Role", "Staff"), ("Form.Grants[0].Place", $"County:{Some.County}"));
        WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()).ShouldContain("这个角色不能用这个范围");
        using var made = await admin.PostAsync("/admin/accounts/new", "/admin/accounts/new",
            ("Form.UserName", "zhou.li"), ("Form.DisplayName", "周丽"), ("Form.Grants[0].Role", "Staff"), ("Form.Grants[0].Place", $"Station:{_county.Station.Id}"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = made.Headers.Location!.OriginalString;
        var password = Regex.Match(await admin.ReadAsync(shown), "<code>([^<]+)</code>").Groups[1].Value;
        password.Length.ShouldBe(19);
        // Loaded anew, the page neither shows it again nor makes another.
        (await admin.ReadAsync(shown)).ShouldNotContain("<code>");
        await OnServerAsync(async services => (await services.GetRequiredService<SignInByPassword>().RunAsync("zhou.li", password, CancellationToken.None)).IsDone.ShouldBeTrue());
    }

    [Fact]
    public async Task A_mistaken_region_is_removed_and_one_in_use_stays()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var written = await admin.PostAsync("/admin/regions", "/admin/regions", ("Form.Code", $"{Some.County}999"), ("Form.Name", "写错镇"));
        (await admin.ReadAsync("/admin/regions")).ShouldContain("写错镇");
        using var removed = await admin.PostAsync("/admin/regions", $"/admin/regions/{Some.County}999/remove");
        (await admin.ReadAsync("/admin/regions")).ShouldContain("已删除：写错镇");
        (await admin.ReadAsync("/admin/regions")).ShouldNotContain("写错镇");
        foreach (var used in new long[] { Some.County, Some.Township })
        {
            using var kept = await admin.PostAsync("/admin/regions", $"/admin/regions/{used}/remove");
            (await admin.ReadAsync("/admin/regions")).ShouldContain("不能删除");
            (await OnDbAsync(db => db.Set<Regions.Region>().AnyAsync(r => r.Code == used))).ShouldBeTrue();
        }

        using var unknown = await admin.PostAsync("/admin/regions", "/admin/regions/110101/remove");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_locks_herself_out()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        var own = await OnDbAsync(db => db.Set<Account>().Where(a => a.UserName == SmallCounty.AdministratorName).Select(a => a.Id).SingleAsync());
        using var disabled = await admin.PostAsync($"/admin/accounts/{own}", $"/admin/accounts/{own}/disable?on=true");
        using var demoted = await admin.PostAsync($"/admin/accounts/{own}", $"/admin/accounts/{own}", ("Form.DisplayName", "我"), ("Form.Grants[0].Role", "Staff"), ("Form.Grants[0].Place", $"Station:{_county.Station.Id}"));
        WebUtility.HtmlDecode(await demoted.Content.ReadAsStringAsync()).ShouldContain("不能停用自己");
        (await OnDbAsync(db => db.Set<AccountGrant>().SingleAsync(g => g.AccountId == own))).Role.ShouldBe(Role.Administrator);
        (await OnDbAsync(db => db.Set<Account>().SingleAsync(a => a.Id == own))).DisabledAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_disabled_account_can_no_longer_sign_in_and_comes_back()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        var staff = _county.StaffAccountId;
        using var off = await admin.PostAsync($"/admin/accounts/{staff}", $"/admin/accounts/{staff}/disable?on=true");
        await OnServerAsync(async services => (await services.GetRequiredService<SignInByPassword>().RunAsync(SmallCounty.StaffName, SmallCounty.Password, CancellationToken.None)).Refusals[0].Code.ShouldBe("SignIn.Disabled"));
        using var on = await admin.PostAsync($"/admin/accounts/{staff}", $"/admin/accounts/{staff}/disable?on=false");
        await OnServerAsync(async services => (await services.GetRequiredService<SignInByPassword>().RunAsync(SmallCounty.StaffName, SmallCounty.Password, CancellationToken.None)).IsDone.ShouldBeTrue());
    }

    [Fact]
    public async Task A_rule_follows_from_a_day_on_and_the_same_day_twice_is_refused()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        (string, string)[] rule = [("Form.Name", "ReferralAnswerDays"), ("Form.Value", "7"), ("Form.From", "2026-01-01"), ("Form.Source", "县人社局 2026 年 1 号")];
        using var added = await admin.PostAsync("/admin/rules", "/admin/rules", rule);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await admin.PostAsync("/admin/rules", "/admin/rules", rule);
        WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()).ShouldContain("同一天已经有一个");
        var book = await OnDbAsync(db => RuleBook.ReadAsync(db, CancellationToken.None));
        book.Number(new DateOnly(2026, 6, 1), RuleName.ReferralAnswerDays).ShouldBe(7);
        book.Number(new DateOnly(2025, 6, 1), RuleName.ReferralAnswerDays).ShouldBe(14);
    }

    [Fact]
    public async Task Index_is_compared_and_rebuilt_from_the_page()
    {
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var compared = await admin.PostAsync("/admin/index", "/admin/index/0/reconcile");
        await Waits.UntilAsync(async () => (await admin.ReadAsync("/admin/index")).Contains("和数据库一样", StringComparison.Ordinal));
        using var rebuilt = await admin.PostAsync("/admin/index", "/admin/index/0/rebuild");
        rebuilt.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var nothing = await admin.PostAsync("/admin/index", "/admin/index/9/rebuild");
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await OnDbAsync(db => db.Set<AuditEntry>().CountAsync(a => a.Subject == AuditSubject.Index))).ShouldBe(2);
    }

    [Fact]
    public async Task A_period_that_is_no_period_is_refused_and_stays_typed()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var refused = await admin.PostAsync("/admin/jobs/month-count", "/admin/jobs/month-count", ("period", "去年"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("value=\"去年\"");
        html.ShouldContain("月写 202611");
        using var unknown = await admin.GetAsync("/admin/jobs/nothing");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_every_job_did_is_told_in_plain_words()
    {
        await OnServerAsync(async services =>
        {
            var schedule = services.GetRequiredService<JobSchedule>();
            foreach (var job in schedule.Jobs) (await services.GetRequiredService<RunJob>().RunAsync(job, schedule.LatestDue(job), CancellationToken.None)).ShouldBe(RunResult.Done, job.Name);
        });
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        var cells = Regex.Matches(Regex.Match(await admin.ReadAsync("/admin/jobs"), "<tbody>.*</tbody>", RegexOptions.Singleline).Value, ">([^<]+)<").Select(m => m.Groups[1].Value.Trim()).Where(text => text.Length > 0).ToList();
        cells.Count.ShouldBeGreaterThan(15);
        cells.ShouldAllBe(text => !Regex.IsMatch(text, "[A-Za-z]{3}"));
    }

    [Fact]
    public async Task A_township_needs_its_county()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var refused = await admin.PostAsync("/admin/regions", "/admin/regions", ("Form.Code", "529966101"), ("Form.Name", "无县镇"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("先写上级：529966 还没有");
        html.ShouldContain("value=\"529966101\"");
    }

    private async Task OnServerAsync(Func<IServiceProvider, Task> work)
    {
        await using var request = _site.Services.CreateSystemScope();
        await work(request.ServiceProvider);
    }

    private async Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> work)
    {
        await using var request = _site.Services.CreateSystemScope();
        return await work(request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }
}
