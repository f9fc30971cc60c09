using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForResidents;

/// <summary>R4: apply, see where it stands, take back, hide from an employer.</summary>
public sealed class ApplyJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_resident_applies_takes_back_and_hides()
    {
        var page = await site.OpenAsResidentAsync(site.County.WomanId);
        await page.ClickAsync(".job h2 a");
        await page.WaitForURLAsync("**/jobs/*");
        (await page.Locator(".consent").TextContentAsync())!.ShouldContain("姓名和电话");
        await page.ShouldStandAsync("r4-posting");
        await page.ClickAsync("#apply button");
        await page.WaitForURLAsync("**/me/applications");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("报名成功");
        await page.ShouldStandAsync("r4-applied");

        await page.ClickAsync("[data-flash] button");
        await page.WaitForURLAsync("**/me/applications");
        (await page.Locator("article .chip").First.TextContentAsync()).ShouldBe("已撤回");
        await page.ClickAsync("form[action$='/reopen'] button");
        await page.Locator("[data-flash]").WaitForAsync();
        (await page.Locator("article .chip").First.TextContentAsync()).ShouldBe("已报名");

        await page.ClickAsync("a[href$='/withdraw']");
        await page.ClickAsync("main button.main");
        await page.Locator(".error-summary").WaitForAsync();
        await page.ShouldStandAsync("r4-withdraw");
        await page.CheckAsync("input[value=TooFar]");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/me/applications");
        await page.ClickAsync("summary");
        (await page.Locator(".history li").CountAsync()).ShouldBe(4);
        await page.ShouldStandAsync("r4-history");

        await page.GotoAsync("/me/employers");
        await page.ShouldStandAsync("r4-seen");
        await page.ClickAsync("li form[action$='/hide'] button");
        await page.Locator("[data-flash]").WaitForAsync();
        await page.GotoAsync("/for-you");
        (await page.Locator(".job", new() { HasTextString = "幸福里社区工厂" }).CountAsync()).ShouldBe(0);
        await page.GotoAsync($"/jobs/{site.County.SewingId}");
        (await page.Locator("#apply").TextContentAsync())!.ShouldContain("隐藏了自己");
        await page.ShouldStandAsync("r4-hidden");
        await page.GotoAsync("/me/employers");
        await page.ClickAsync("li form[action$='/show'] button");
        await page.Locator("li form[action$='/hide']").WaitForAsync();
        await page.ClickAsync("button[name=agrees]");
        (await page.Locator("b", new() { HasTextString = "现在：不同意" }).CountAsync()).ShouldBe(1);
    }
}
