using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForResidents;

/// <summary>R5: my ledger, my wishes, found and lost work; R6: ask for help.</summary>
public sealed class MeJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_resident_sees_what_is_recorded_and_tells_what_she_wants()
    {
        var page = await site.OpenAsResidentAsync(site.County.ManId);
        await page.GotoAsync("/me");
        await page.ShouldStandAsync("r5-me");
        await page.GotoAsync("/me/facts");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("服务站核实的");
        await page.ShouldStandAsync("r5-facts");

        await page.GotoAsync("/me/wishes");
        await page.ShouldStandAsync("r5-wishes");
        await page.CheckAsync("#Kinds_Gig");
        await page.FillAsync("#Occupations", "装卸工、乱七八糟");
        await page.FillAsync("#WageFloor", "3000");
        await page.ClickAsync("main .form > p > button.main");
        (await page.Locator("#Occupations-error").TextContentAsync())!.ShouldContain("乱七八糟");
        (await page.InputValueAsync("#WageFloor")).ShouldBe("3000");
        (await page.IsCheckedAsync("#Kinds_Gig")).ShouldBeTrue();
        await page.ShouldStandAsync("r5-wishes-refused");
        await page.FillAsync("#Occupations", "装卸工");
        await page.ClickAsync("main .form > p > button.main");
        await page.WaitForURLAsync("**/for-you");
        // Back over the refused answer leads to the form, not to the browser's error page.
        await page.GoBackAsync();
        await page.Locator("#WageFloor").WaitForAsync();
        await page.GotoAsync("/me/wishes");
        (await page.InputValueAsync("#Occupations")).ShouldBe("搬运工");

        await page.GotoAsync("/me/reach");
        await page.CheckAsync("input[value=Township]");
        await page.CheckAsync("#Cannot_Nights");
        await page.ShouldStandAsync("r5-reach");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/for-you");

        await page.GotoAsync("/me/skills");
        await page.SelectOptionAsync("#SkillId", "1");
        await page.ClickAsync("main button.main");
        await page.Locator("[data-flash]").WaitForAsync();
        await page.ShouldStandAsync("r5-skills");
    }

    [Fact]
    public async Task A_resident_reports_work_found_and_lost_and_asks_for_help()
    {
        var page = await site.OpenAsResidentAsync(site.County.WomanId);
        await page.GotoAsync("/me/found-work");
        await page.ShouldStandAsync("r5-found");
        await page.CheckAsync("input[value=NearbyEnterprise]");
        await page.FillAsync("#Workplace", "河东超市");
        await page.FillAsync("#WageFenPerMonth", "5");
        await page.ClickAsync("main button.main");
        (await page.Locator("#WageFenPerMonth-error").TextContentAsync())!.ShouldContain("每月");
        (await page.InputValueAsync("#Workplace")).ShouldBe("河东超市");
        await page.FillAsync("#WageFenPerMonth", "2600");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/me/facts");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("河东超市");

        await page.GotoAsync("/me/lost-job");
        await page.ShouldStandAsync("r5-lost");
        await page.CheckAsync("input[value=WorkplaceClosed]");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/for-you");

        await page.GotoAsync("/me/correction");
        await page.ShouldStandAsync("r5-correction");
        await page.FillAsync("#Text", "我有健康证，没有记上");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/me/help");
        await page.CheckAsync("input[value=UnpaidWages]");
        await page.ClickAsync("main button.main");
        await page.Locator("[data-flash]").WaitForAsync();
        (await page.Locator("section li").CountAsync()).ShouldBe(3);
        await page.ShouldStandAsync("r6-help");
    }
}
