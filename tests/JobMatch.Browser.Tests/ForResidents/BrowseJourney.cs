using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForResidents;

/// <summary>R1: look for work without signing in.</summary>
public sealed class BrowseJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_stranger_can_browse_search_and_read_a_posting()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/");
        (await page.Locator(".job").CountAsync()).ShouldBe(5);
        await page.ShouldStandAsync("r1-jobs");

        await page.FillAsync("#q", "缝纫");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/jobs?q=*");
        (await page.Locator(".job").CountAsync()).ShouldBe(1);
        (await page.Locator(".job mark").First.TextContentAsync())!.ShouldContain("缝纫");
        await page.ShouldStandAsync("r1-search");

        await page.Locator(".job h2 a").ClickAsync();
        await page.WaitForURLAsync("**/jobs/*");
        (await page.Locator(".pay").First.TextContentAsync())!.ShouldContain("2,800–4,500 元/月");
        (await page.Locator("a[href^='tel:']").First.GetAttributeAsync("href")).ShouldBe("tel:" + site.County.Station.Phone);
        await page.ShouldStandAsync("r1-posting");
    }

    [Fact]
    public async Task An_empty_result_widens_itself_and_says_how()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/jobs?q=缝纫&shift=Night");
        (await page.Locator(".widened").TextContentAsync())!.ShouldContain("夜班");
        (await page.Locator(".job").CountAsync()).ShouldBe(1);
        await page.ShouldStandAsync("r1-widened");
        await page.GotoAsync("/jobs?q=宇航员");
        await page.ShouldStandAsync("r1-nothing");
        // One condition alone has one way out, and that has been taken.
        (await page.Locator(".widened").TextContentAsync())!.ShouldContain("宇航员");
        (await page.Locator(".widened a").CountAsync()).ShouldBe(0);
        (await page.Locator(".job").CountAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task What_was_understood_what_was_not_and_what_was_meant_is_told()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/jobs?q=" + Uri.EscapeDataString("缝纫 包吃住 280一天"));
        (await page.Locator(".conditions .removable").CountAsync()).ShouldBe(4);
        await page.ShouldStandAsync("r1-conditions");
        await page.ClickAsync(".conditions .removable:has-text('管饭')");
        (await page.Locator("#q").InputValueAsync()).ShouldBe("缝纫 管住 280一天");
        await page.GotoAsync("/jobs?q=fegnren");
        await page.ShouldStandAsync("r1-did-you-mean");
        await page.ClickAsync(".corrections a");
        (await page.Locator("#q").InputValueAsync()).ShouldBe("缝纫");
        (await page.Locator(".job").CountAsync()).ShouldBe(1);
        await page.GotoAsync("/jobs?q=" + Uri.EscapeDataString("附近 缝纫") + "&place=zzz&page=999");
        (await page.Locator(".notice.calm").CountAsync()).ShouldBe(2);
        (await page.Locator(".notice.calm details p").IsVisibleAsync()).ShouldBeFalse("results come before notes");
        await page.ClickAsync(".notice.calm summary");
        (await page.Locator(".notice.calm details p").IsVisibleAsync()).ShouldBeTrue();
        await page.ShouldStandAsync("r1-notes");
    }

    /// <summary>On a phone the conditions are one line that is pushed sideways; the page is not.</summary>
    [Theory]
    [InlineData("缝纫 包吃住 280一天 白班")]
    [InlineData("清水 电焊 一天250以上 包住 白班")]
    public async Task Many_conditions_push_their_own_line_sideways_and_never_the_page(string words)
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/jobs?q=" + Uri.EscapeDataString(words));
        (await page.Locator(".conditions .removable").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
        (await page.EvaluateAsync<bool>("() => document.querySelector('.conditions').scrollWidth > document.querySelector('.conditions').clientWidth")).ShouldBeTrue("else there is nothing to push");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        // Whoever goes through them by keyboard brings the last one into view, and the page stays where it is.
        await page.Locator(".conditions a").Last.FocusAsync();
        (await page.EvaluateAsync<int>("() => Math.round(window.scrollX)")).ShouldBe(0);
        (await page.EvaluateAsync<bool>("() => document.activeElement.getBoundingClientRect().right <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task Anybody_can_report_a_posting_and_call_the_station()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync($"/jobs/{site.County.CleaningId}/report");
        await page.ClickAsync("main button.main");
        await page.Locator(".error-summary").WaitForAsync();
        await page.ShouldStandAsync("r1-report-refused");
        await page.CheckAsync("input[value=Fee]");
        await page.FillAsync("#Text", "要先交三百块钱");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync($"**/jobs/{site.County.CleaningId}");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("服务站会去查");
        await page.GotoAsync("/help");
        (await page.Locator("a[href^='tel:']").CountAsync()).ShouldBe(2);
        await page.ShouldStandAsync("r1-help");
    }

    [Fact]
    public async Task Browsing_searching_and_applying_work_without_scripts()
    {
        var page = await site.OpenAsResidentAsync(site.County.WomanId, javaScript: false);
        await page.GotoAsync("/jobs");
        await page.FillAsync("#q", "熨烫");
        await page.ClickAsync(".search button");
        await page.Locator(".job h2 a").First.ClickAsync();
        await page.ClickAsync("#apply button");
        await page.WaitForURLAsync("**/me/applications");
        (await page.Locator(".chip").First.TextContentAsync()).ShouldBe("已报名");
        (await page.ContentAsync()).ShouldContain("熨烫工");
    }

    [Fact]
    public async Task Pages_stay_light()
    {
        var page = await site.OpenAsync();
        var bytes = 0L;
        var client = await page.Context.NewCDPSessionAsync(page);
        await client.SendAsync("Network.enable");
        client.Event("Network.loadingFinished").OnEvent += (_, data) => Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync("/jobs", new() { WaitUntil = WaitUntilState.NetworkIdle });
        bytes.ShouldBeInRange(1, 100 * 1024, "over the wire");
    }
}
