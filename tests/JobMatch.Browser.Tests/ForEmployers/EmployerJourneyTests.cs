using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForEmployers;

/// <summary>E1 to E3 in a real browser, start to end.</summary>
public sealed class EmployerJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_employer_registers_and_hears_what_the_station_found()
    {
        var page = await site.OpenAsync(1366);
        await page.GotoAsync("/employers/register");
        await page.ShouldStandAsync("employer-register");
        await page.ClickAsync("main button.main");
        await page.WaitForSelectorAsync(".error-summary");
        await page.ShouldStandAsync("employer-register-errors");
        await page.FillAsync("#Form_Name", "黔山菌业");
        await page.SelectOptionAsync("#Form_Kind", "Enterprise");
        await page.SelectOptionAsync("#Form_Place", $"s{site.County.Settlement.Id}");
        await page.FillAsync("#Form_ContactName", "龙老板");
        await page.FillAsync("#Form_ContactPhone", "13700000001");
        await page.FillAsync("#Form_UserName", "junye");
        await page.FillAsync("#Form_Password", SmallCounty.Password);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/employer/postings");
        (await page.InnerTextAsync("main")).ShouldContain("服务站正在核实您的单位");
        await page.ShouldStandAsync("employer-waits");

        await site.OnServerAsync(async services =>
        {
            var employer = await services.GetRequiredService<JobMatchDbContext>().Set<Employer>().SingleAsync(e => e.Name == "黔山菌业");
            return await services.GetRequiredService<RejectEmployer>().RunAsync(new RejectEmployerRequest(employer.Id, employer.Version, "营业执照看不清", site.County.StaffAccountId), CancellationToken.None);
        });
        await site.DrainAsync();
        await page.GotoAsync("/employer/messages");
        (await page.InnerTextAsync("main")).ShouldContain("没有通过核实");
        await page.ShouldStandAsync("employer-messages");
        await page.GotoAsync("/employer");
        (await page.InnerTextAsync("main")).ShouldContain("营业执照看不清");
        await page.ShouldStandAsync("employer-rejected");
    }

    [Fact]
    public async Task An_employer_posts_from_a_template_and_the_law_is_kept()
    {
        var page = await site.OpenAsAsync(SmallCounty.EmployerName);
        await page.GotoAsync("/employer/postings/new");
        await page.ShouldStandAsync("employer-choose");
        await page.ClickAsync(".tile >> nth=0");
        await page.WaitForURLAsync("**/form?template=*");
        await page.ShouldStandAsync("employer-write");

        await page.FillAsync("#Form_Title", "女装车位工");
        await page.FillAsync("#Form_Description", "踩平车做女装，仅限女，白班，中午管饭。");
        await page.Locator("#hints .notice.bad").WaitForAsync();
        (await page.InnerTextAsync("#hints")).ShouldContain("限定性别");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForSelectorAsync(".error-summary");
        (await page.InputValueAsync("#Form_Description")).ShouldContain("仅限女");
        await page.ShouldStandAsync("employer-write-errors");

        await page.FillAsync("#Form_Description", "踩平车做女装，白班，中午管饭。");
        await page.SelectOptionAsync("#Form_WageUnit", "Piece");
        await page.FillAsync("#Form_WageMin", "2800");
        await page.FillAsync("#Form_WageMax", "4500");
        await page.SelectOptionAsync("#Form_Places_0__Where", $"Settlement:{site.County.Settlement.Id}");
        await page.FillAsync("#Form_Places_0__Vacancies", "2");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));
        var address = page.Url;
        await page.ShouldStandAsync("employer-preview");
        await page.ClickAsync("#left-open .btn.main");
        await page.ClickAsync("main .notice.calm button.main");
        await page.WaitForSelectorAsync("[data-flash]");
        (await page.InnerTextAsync("main")).ShouldContain("现在有");
        await page.ShouldStandAsync("employer-published");

        await page.ClickAsync("form[action$='/pause'] button");
        await page.WaitForSelectorAsync("form[action$='/resume'] button");
        await page.ClickAsync("[data-flash] button");
        await page.WaitForSelectorAsync("form[action$='/pause'] button");
        await page.GotoAsync(address + "/close");
        await page.ShouldStandAsync("employer-close");
        await page.ClickAsync("main .btn.danger");
        await page.WaitForSelectorAsync(".error-summary");
        await page.CheckAsync("input[value='Filled']");
        await page.CheckAsync("input[value='Here']");
        await page.ClickAsync("main .btn.danger");
        await page.WaitForURLAsync(address);
        (await page.InnerTextAsync("main")).ShouldContain("在这里招到了");
        await page.GotoAsync("/employer/postings");
        await page.ShouldStandAsync("employer-postings");
    }

    [Fact]
    public async Task A_posting_that_asks_for_money_waits_for_the_station()
    {
        var page = await site.OpenAsAsync(SmallCounty.EmployerName);
        await page.GotoAsync("/employer/postings/new/form");
        await page.FillAsync("#Form_Title", "手工活");
        await page.FillAsync("#Form_Description", "在家穿珠子，先交押金 200 元。");
        await page.Locator("#hints .notice.gap").WaitForAsync();
        await page.FillAsync("#Form_WageMin", "2000");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));
        await page.ClickAsync("form[action$='/publish'] button");
        await page.WaitForSelectorAsync("[data-flash]");
        (await page.InnerTextAsync("main")).ShouldContain("服务站看过才公开");
        await page.ShouldStandAsync("employer-flagged");
    }

    [Fact]
    public async Task An_employer_is_asked_whether_it_still_hires_and_answers_in_one_click()
    {
        await site.OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Posting>().SingleAsync(p => p.EmployerId == site.County.FactoryId && p.Title == "熨烫工")).AskWhetherOpen(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var page = await site.OpenAsAsync(SmallCounty.EmployerName);
        await page.GotoAsync("/employer/postings");
        await page.ShouldStandAsync("employer-asked");
        await page.ClickAsync(".ask button.main");
        await page.WaitForSelectorAsync("[data-flash]");
        (await page.Locator(".ask").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_employer_answers_hires_and_starts_a_candidate()
    {
        var referral = await site.OnServerAsync(async services =>
            (await services.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(site.County.WomanId, site.County.SewingId, 0), CancellationToken.None)).Value);
        await site.DrainAsync();
        var page = await site.OpenAsAsync(SmallCounty.EmployerName);
        await page.GotoAsync("/employer/candidates");
        await page.ShouldStandAsync("employer-candidates");
        await page.GotoAsync($"/employer/postings/{site.County.SewingId}/candidates");
        (await page.InnerTextAsync("[aria-labelledby=came]")).ShouldContain("王秀英");
        (await page.InnerTextAsync("[aria-labelledby=suiting]")).ShouldNotContain("李建国");
        await page.ShouldStandAsync("employer-posting-candidates");
        await page.GotoAsync($"/employer/referrals/{referral}");
        (await page.InnerTextAsync("main")).ShouldNotContain(SmallCounty.FamilyPhone);
        await page.ClickAsync("form[action$='/phone'] button");
        await page.GetByText(SmallCounty.FamilyPhone).WaitForAsync();
        await page.ShouldStandAsync("employer-candidate");

        await page.SelectOptionAsync("select[name=reason]", "HoursDoNotFit");
        await page.ClickAsync("form[action$='/refuse'] button");
        await page.ClickAsync("[data-flash] button");
        await page.ClickAsync("button[value=Interview]");
        await page.ClickAsync("button[value=Trial]");
        await page.ClickAsync("form[action$='/hire'] button");
        await page.WaitForSelectorAsync("form[action$='/start']");
        await page.ShouldStandAsync("employer-hired");
        await page.ClickAsync("form[action$='/start'] button");
        await page.GetByText("上班了", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        (await site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().Where(r => r.Id == referral).Select(r => r.State).SingleAsync())).ShouldBe(ReferralState.Started);
    }

    [Fact]
    public async Task A_posting_is_written_without_scripts()
    {
        var page = await site.OpenAsync(360, javaScript: false);
        await page.GotoAsync("/sign-in/work");
        await page.FillAsync("#UserName", SmallCounty.EmployerName);
        await page.FillAsync("#Password", SmallCounty.Password);
        await page.ClickAsync("main button.main");
        await page.GotoAsync("/employer/postings/new/form");
        await page.FillAsync("#Form_Title", "食堂帮厨");
        await page.FillAsync("#Form_Description", "洗菜切菜，白班，每天 8 小时，要健康证，管吃。");
        await page.ClickAsync("button[value=read]");
        (await page.InputValueAsync("#Form_Shift")).ShouldBe("Day");
        (await page.IsCheckedAsync("#Form_Food")).ShouldBeTrue();
        await page.ClickAsync("button[value=more]");
        (await page.Locator("#places fieldset").CountAsync()).ShouldBe(4);
        await page.FillAsync("#Form_WageMin", "2600");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));
        (await page.InnerTextAsync("main")).ShouldContain("食堂帮厨");
    }

    /// <summary>Without scripts: what the text demands stands on the preview, and one press fills it in before the posting can be published.</summary>
    [Fact]
    public async Task What_the_text_demands_is_filled_in_on_the_preview_without_scripts()
    {
        var page = await site.OpenAsync(360, javaScript: false);
        await page.GotoAsync("/sign-in/work");
        await page.FillAsync("#UserName", SmallCounty.EmployerName);
        await page.FillAsync("#Password", SmallCounty.Password);
        await page.ClickAsync("main button.main");
        await page.GotoAsync("/employer/postings/new/form");
        await page.FillAsync("#Form_Title", "电焊工");
        await page.FillAsync("#Form_Description", "钢结构厂房，要焊工证，每天8小时，工地管午饭。");
        await page.FillAsync("#Form_WageMin", "6000");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));
        var open = await page.InnerTextAsync("#left-open");
        foreach (var fact in new[] { "焊接与热切割作业证", "不满 18 岁不能做", "每天 8 小时", "管饭" }) open.ShouldContain(fact);
        (await page.Locator("main .notice.calm button.main").CountAsync()).ShouldBe(0, "not published by the way");
        await page.ClickAsync("#left-open .btn.main");
        await page.WaitForSelectorAsync("main .notice.calm button.main");
        (await page.Locator("#left-open.gap").CountAsync()).ShouldBe(0, "what such work usually is may be left open");
        (await page.InnerTextAsync(".facts")).ShouldContain("焊接与热切割作业证");
        await page.ClickAsync("main .notice.calm button.main");
        await page.WaitForSelectorAsync("form[action$='/pause'] button");
    }
}
