using JobMatch.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>A plan that is taken along: one compact table on paper; and on the screen its lists stay in view.</summary>
public sealed class PlanPaperJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>Between the margins of a sheet of A4, in pixels of 96 to the inch.</summary>
    private const int PaperWidth = 688;
    private const double PaperHeight = 1017;

    [Fact]
    public async Task A_plan_on_paper_is_a_table_to_tick_and_sign_and_its_tabs_keep_their_place_on_the_screen()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/plans/new");
        foreach (var box in await page.Locator("input[name='Form.PostingIds']").AllAsync()) await box.CheckAsync();
        await page.FillAsync("#Form_Name", "冬季专场");
        await page.ClickAsync("button[data-needs-pick]");
        await page.Locator(".tabs").WaitForAsync(new() { Timeout = 60_000 });
        foreach (var (tab, heading) in new[] { ("按家庭看", "th[rowspan]"), ("按岗位看", ".of th") })
        {
            await page.ClickAsync($".tabs a >> text={tab}");
            await page.WaitForURLAsync("**#list");
            var tabs = (await page.Locator(".tabs").BoundingBoxAsync())!;
            (tabs.Y >= 0 && tabs.Y + tabs.Height <= 768).ShouldBeTrue("the tabs are in view");
            await Assertions.Expect(page.Locator(".sheet")).ToBeHiddenAsync();

            await page.SetViewportSizeAsync(PaperWidth, 1000);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var gone in new[] { ".kpis", "[aria-labelledby=compare]", "form[action$='/why']", "form[data-picks]", ".tabs", "main > .head" })
                foreach (var part in await page.Locator(gone).AllAsync()) await Assertions.Expect(part).ToBeHiddenAsync();
            var sheet = page.Locator(".sheet");
            foreach (var words in new[] { "冬季专场", "王秀英", "幸福里", "签名", "缝纫工（书包加工）" }) await Assertions.Expect(sheet).ToContainTextAsync(words);
            (await sheet.Locator(heading).CountAsync()).ShouldBeGreaterThan(0);
            var tallest = await sheet.Locator("tbody tr").EvaluateAllAsync<double>("rows => Math.max(...rows.map(row => row.getBoundingClientRect().height))");
            (PaperHeight / tallest).ShouldBeGreaterThan(22, "people on a page");
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PaperWidth);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.SetViewportSizeAsync(1366, 768);
        }
    }
}
