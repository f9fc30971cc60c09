using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForResidents;

/// <summary>R3: ranked postings with reasons; new ones arrive while the page is open.</summary>
public sealed class ForYouJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_new_fit_arrives_live_and_is_there_on_return()
    {
        var page = await site.OpenAsResidentAsync(site.County.WomanId);
        (await page.Locator(".job h2").First.TextContentAsync())!.ShouldContain("缝纫工");
        (await page.Locator(".job .why").First.TextContentAsync())!.ShouldContain("平车缝纫");
        (await page.Locator(".job .why .gap").First.TextContentAsync())!.ShouldContain("健康证");
        await page.ShouldStandAsync("r3-for-you");
        (await page.Locator("[data-live-bar]").IsVisibleAsync()).ShouldBeFalse();

        await PublishAsync("平车工（校服）");
        await page.Locator("[data-live-bar]:visible").WaitForAsync();
        (await page.Locator("[data-live-bar]").TextContentAsync())!.ShouldContain("刚来了 1 个新岗位");
        (await page.Locator(".job", new() { HasTextString = "平车工（校服）" }).CountAsync()).ShouldBe(0, "what she reads does not move");
        await page.ShouldStandAsync("r3-live");
        await page.ClickAsync("[data-live-bar]");
        await page.Locator(".job", new() { HasTextString = "平车工（校服）" }).WaitForAsync();
        await page.ShouldStandAsync("r3-after-live");

        await page.GotoAsync("/jobs");
        await page.GotoAsync("/messages");
        (await page.Locator(".unread", new() { HasTextString = "平车工（校服）" }).CountAsync()).ShouldBe(1);
        await page.ShouldStandAsync("r3-messages");
        await page.GotoAsync("/messages");
        (await page.Locator(".unread").CountAsync()).ShouldBe(0);
        (await page.Locator("[data-count=Messages]").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_of_whom_too_little_is_known_is_told_what_to_do()
    {
        var page = await site.OpenAsResidentAsync(site.County.UnknownCapacityId);
        (await page.Locator("main").TextContentAsync())!.ShouldContain("还不能给您配岗位");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("劳动能力");
        await page.ShouldStandAsync("r3-unknown");
        await page.GotoAsync("/messages");
        await page.ShouldStandAsync("r3-no-messages");
    }

    private Task<long> PublishAsync(string title) => site.OnServerAsync(async services =>
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var posting = Some.Posting(site.County.FactoryId, title, PostingKind.AidWorkshop, 5, site.County.Settlement.Id);
        (posting.OccupationIds, posting.CareFriendly) = ([6050103], true);
        posting.Skills.Add(new PostingSkill { SkillId = 1, Must = true });
        SmallCounty.Publish(posting, services.GetRequiredService<TimeProvider>().UtcNow());
        db.Add(posting);
        await db.SaveChangesAsync();
        return posting.Id;
    });
}
