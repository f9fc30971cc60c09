using System.Globalization;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.TestKit;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>S5 and S7: people meant one by one, in a plan that is asked why, and in a class that is there already.</summary>
public sealed class PlanQuestionsJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task S5_people_are_added_one_by_one_and_the_plan_says_why_somebody_does_not_go_somewhere()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/plans/new");
        foreach (var box in await page.Locator("input[name='Form.SettlementIds']").AllAsync()) await box.UncheckAsync();
        await AddAsync(page, "0012");
        await AddAsync(page, "王秀");
        await page.ShouldStandAsync("s5-named");
        await page.ClickAsync("section[aria-labelledby=named] button[name=drop] >> nth=0");
        (await page.Locator("input[name='Form.PersonIds']").CountAsync()).ShouldBe(1);
        await page.CheckAsync($"input[name='Form.PostingIds'][value='{Text(site.County.SewingId)}']");
        await page.FillAsync("#Form_Name", "只给王秀英");
        // The last button of the form makes the plan; Enter in a box only looks for people.
        await page.ClickAsync(".actions button[data-needs-pick]");
        await page.Locator(".kpis").WaitForAsync(new() { Timeout = 60_000 });
        (await page.Locator(".head").TextContentAsync())!.ShouldContain("1 个岗位 · 点名 1 人");

        await AskAsync(page, "李建国");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("这份方案不包括这个人");
        await AskAsync(page, "王秀英");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("方案就是让这个人去这里");
        page.Url.ShouldNotContain("%E7", Case.Insensitive, "no name in an address");
        await page.ShouldStandAsync("s5-why");
    }

    [Fact]
    public async Task S5_what_is_ticked_and_written_stays_when_the_text_grows_and_speaks_another_language()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        var sewing = $"input[name='Form.PostingIds'][value='{Text(site.County.SewingId)}']";
        await page.GotoAsync("/station/plans/new");
        await page.CheckAsync(sewing);
        await page.FillAsync("#Form_Name", "写了一半");
        await page.ClickAsync("header button[name=on]");
        (await page.Locator("html.large").CountAsync()).ShouldBe(1);
        await StandsAsync();
        // Of an answer, too: what was ticked since it came.
        await page.ClickAsync("button[name=find]");
        var cleaning = $"input[name='Form.PostingIds'][value='{Text(site.County.CleaningId)}']";
        await page.CheckAsync(cleaning);
        await page.ClickAsync("header button[name=culture]");
        (await page.Locator("html[lang=en]").CountAsync()).ShouldBe(1);
        await StandsAsync();
        (await page.IsCheckedAsync(cleaning)).ShouldBeTrue();
        await page.ShouldStandAsync("s5-english");

        async Task StandsAsync()
        {
            (await page.IsCheckedAsync(sewing)).ShouldBeTrue();
            (await page.InputValueAsync("#Form_Name")).ShouldBe("写了一半");
        }
    }

    [Fact]
    public async Task S7_people_join_a_class_that_is_there_and_the_years_plan_is_taken_along()
    {
        var id = await site.OnServerAsync(async services =>
        {
            services.GetRequiredService<CurrentScope>().Use(Scope.OfSettlements([site.County.Settlement.Id]));
            var terms = new TrainingClassTerms("缝纫订单班", 2, new DateOnly(2099, 1, 5), null);
            return (await services.GetRequiredService<OpenTrainingClass>().RunAsync(new OpenTrainingClassRequest(1, terms, [site.County.SewingId], [site.County.ManId], site.County.StaffAccountId), default)).Value;
        });
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync($"/station/training/classes/{Text(id)}");
        (await page.Locator("dl.facts").TextContentAsync())!.ShouldContain("幸福里社区工厂");
        await page.ClickAsync(".head a[href$='/people']");
        await page.FillAsync("input[name=who]", "王秀");
        await page.PressAsync("input[name=who]", "Enter");
        await page.CheckAsync($"input[name='Form.PersonIds'][value='{Text(site.County.WomanId)}']");
        await page.ShouldStandAsync("s7-class-people");
        await page.ClickAsync(".actions button.main");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已加 1 人");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("2 人，名额 2");
        await page.ShouldStandAsync("s7-class-full");

        await page.GotoAsync("/station/training/year?year=2099");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href*='/year/export']"));
        file.SuggestedFilename.ShouldBe("2099年培训计划.xlsx");
        (await site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Audit.AuditEntry>().CountAsync(a => a.Action == Audit.AuditAction.Exported))).ShouldBe(1);
    }

    private static async Task AddAsync(IPage page, string who)
    {
        await page.FillAsync("input[name=who]", who);
        await page.PressAsync("input[name=who]", "Enter");
        await page.ClickAsync("section[aria-labelledby=named] button[name=add]");
        await page.Locator("section[aria-labelledby=named] button[name=drop]").First.WaitForAsync();
    }

    private async Task AskAsync(IPage page, string who)
    {
        await page.FillAsync("form[action$='/why'] input[name=who]", who);
        await page.SelectOptionAsync("form[action$='/why'] select[name=postingId]", Text(site.County.SewingId));
        await page.ClickAsync("form[action$='/why'] button");
        await page.Locator("h1", new() { HasText = "为什么没让这个人去这个岗位" }).WaitForAsync();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
