using System.Globalization;
using JobMatch.Accounts;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>S3 and S4 in a clerk's own way: what must be, what matters, who comes first; why not this one; what if she had a certificate.</summary>
public sealed class RankingJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    private string People => string.Create(CultureInfo.InvariantCulture, $"/station/postings/{site.County.SewingId}/candidates");

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{site.County.ManId}/postings");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clerk_ranks_her_own_way_and_nobody_elses_changes(bool ofPosting)
    {
        var (here, elsewhere) = ofPosting ? (People, Postings) : (Postings, People);
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(here);
        await clerk.SelectOptionAsync("select[name=Wage]", "Must");
        await clerk.WaitForURLAsync(url => url.Contains("Wage=Must", StringComparison.Ordinal));
        var first = clerk.Locator("input[type=checkbox][name=needFirst]");
        var before = await first.IsCheckedAsync();
        await first.ClickAsync();
        await clerk.WaitForFunctionAsync("before => document.querySelector('input[type=checkbox][name=needFirst]').checked !== before && document.readyState === 'complete'", before);
        await clerk.ShouldStandAsync(ofPosting ? "s4-own-way" : "s3-own-way");

        await clerk.GotoAsync("/station/today");
        await clerk.GotoAsync(here);
        (await clerk.InputValueAsync("select[name=Wage]")).ShouldBe("Must");
        (await first.IsCheckedAsync()).ShouldBe(!before);
        await clerk.GotoAsync(elsewhere);
        (await clerk.InputValueAsync("select[name=Wage]")).ShouldBe("Matters");
        // At another computer it is as she left it; a colleague sees the page as it opens, and hers when she is given the address.
        var atHome = await site.OpenAsAsync(SmallCounty.StaffName);
        await atHome.GotoAsync(here);
        (await atHome.InputValueAsync("select[name=Wage]")).ShouldBe("Must");
        var colleague = await site.OpenAsAsync(await ColleagueAsync());
        await colleague.GotoAsync(here);
        (await colleague.InputValueAsync("select[name=Wage]")).ShouldBe("Matters");
        await colleague.GotoAsync(new Uri(atHome.Url).PathAndQuery);
        (await colleague.InputValueAsync("select[name=Wage]")).ShouldBe("Must");
        await colleague.GotoAsync(here);
        (await colleague.InputValueAsync("select[name=Wage]")).ShouldBe("Matters");
        // The other way round: what the colleague chose is looked at, and her own is one click away.
        await clerk.GotoAsync(here + "?Travel=Ignore");
        await clerk.ShouldStandAsync(ofPosting ? "s4-not-hers" : "s3-not-hers");
        await clerk.ClickAsync("form.filters a[href='?']");
        (await clerk.InputValueAsync("select[name=Wage]")).ShouldBe("Must");

        await clerk.GotoAsync(here);
        await clerk.ClickAsync("form.filters button[formaction]");
        (await clerk.InputValueAsync("select[name=Wage]")).ShouldBe("Matters");
        (await first.IsCheckedAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Who_is_looked_at_stands_in_the_address_and_back_goes_to_the_one_before()
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/station/people/{site.County.WomanId}/postings"));
        var (before, first) = (clerk.Url, await clerk.Locator("#side h2").TextContentAsync());
        var second = clerk.Locator("table.ranked tbody tr:nth-child(2) a[data-detail]");
        var title = await second.TextContentAsync();
        title.ShouldNotBe(first);
        await second.ClickAsync();
        await clerk.Locator("#side h2", new() { HasTextString = title }).WaitForAsync();
        clerk.Url.ShouldContain("posting=");
        clerk.Url.ShouldNotContain("=Matters");
        await clerk.ReloadAsync();
        (await clerk.Locator("#side h2").TextContentAsync()).ShouldBe(title);
        (await clerk.Locator("tr.on").TextContentAsync())!.ShouldContain(title!);
        await clerk.GoBackAsync();
        await clerk.Locator("#side h2", new() { HasTextString = first }).WaitForAsync();
        clerk.Url.ShouldBe(before);

        // The form names every choice; the address only what differs.
        await clerk.SelectOptionAsync("select[name=Travel]", "Ignore");
        await clerk.WaitForURLAsync(url => url.EndsWith("/postings?Travel=Ignore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S4_what_one_thing_more_would_do_for_one_candidate()
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(People + "?seekers=Anyone");
        await clerk.ClickAsync("#side details#what-if > summary");
        await clerk.SelectOptionAsync("#side select[name=ifTraining]", "1");
        await clerk.ClickAsync("#side #what-if form button");
        (await clerk.Locator("#side #what-if [role=status]").TextContentAsync())!.ShouldContain("只是算一算，资料没有改");
        (await clerk.Locator("#side #what-if [role=status]").IsVisibleAsync()).ShouldBeTrue();
        await clerk.ShouldStandAsync("s4-what-if");
    }

    [Fact]
    public async Task S3_what_would_open_and_why_not_this_one()
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(Postings);
        await clerk.SelectOptionAsync("select[name=ifTraining]", "1");
        await clerk.ClickAsync("section[aria-labelledby=what-if] button");
        (await clerk.Locator("section[aria-labelledby=what-if]").TextContentAsync())!.ShouldContain("只是算一算，资料没有改");
        await clerk.ShouldStandAsync("s3-what-if");
        await AskAsync(clerk, "");
        (await clerk.Locator("#why-not [role=alert]").TextContentAsync())!.ShouldContain("请写岗位或单位的名字");
        await AskAsync(clerk, "宇航员");
        (await clerk.Locator("#why-not").TextContentAsync())!.ShouldContain("没有找到“宇航员”的公开岗位");
        await AskAsync(clerk, "缝纫");
        var answer = (await clerk.Locator("#why-not").TextContentAsync())!;
        answer.ShouldContain("可以去");
        answer.ShouldContain("胜任");
        await clerk.ShouldStandAsync("s3-why-not-answer");
    }

    [Fact]
    public async Task S4_why_not_this_person()
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        foreach (var (who, says) in new[] { ("李建国", "可以去"), ("没有这个人", "本站没有叫"), ("赵小花", "本站没有叫") })
        {
            await clerk.GotoAsync(People);
            await clerk.FillAsync("#why-not input[name=who]", who);
            await clerk.ClickAsync("#why-not button");
            // The answer is a new page, which may come after the click has returned.
            await Assertions.Expect(clerk.Locator("#why-not")).ToContainTextAsync(says);
        }

        await clerk.ShouldStandAsync("s4-why-not-answer");
    }

    private async Task<string> ColleagueAsync()
    {
        const string name = "station.erhao";
        await site.OnServerAsync(services => services.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest(name, SmallCounty.Password, "吴干事", [(Role.Staff, GrantArea.Station, site.County.Station.Id)])));
        return name;
    }

    private static async Task AskAsync(IPage page, string words)
    {
        await page.FillAsync("#why-not input[name=words]", words);
        await page.ClickAsync("#why-not button");
        await page.WaitForLoadStateAsync();
    }
}
