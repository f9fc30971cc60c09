using System.Globalization;
using JobMatch.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>Choices that are sent when they are made: the back button, and the keyboard.</summary>
public sealed class ChoicesJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    // What is chosen is kept with the account: each test has a search of its own.
    private string People => string.Create(CultureInfo.InvariantCulture, $"/station/postings/{site.County.SewingId}/candidates");

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{site.County.ManId}/postings");

    private string OfWoman => string.Create(CultureInfo.InvariantCulture, $"/station/people/{site.County.WomanId}/postings");

    private string OfCleaning => string.Create(CultureInfo.InvariantCulture, $"/station/postings/{site.County.CleaningId}/candidates");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_back_every_choice_is_the_one_of_the_list(bool ofPosting)
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(ofPosting ? People : Postings);
        foreach (var (criterion, importance) in new[] { ("Wage", "Must"), ("SkillCover", "Must"), ("Travel", "Ignore") })
        {
            await clerk.SelectOptionAsync($"select[name={criterion}]", importance);
            await clerk.WaitForURLAsync(url => url.Contains($"{criterion}={importance}", StringComparison.Ordinal));
        }

        await clerk.GoBackAsync();
        (await ChosenAsync(clerk)).ShouldBe(["Must", "Must", "Matters"]);
        await clerk.GoBackAsync();
        (await ChosenAsync(clerk)).ShouldBe(["Must", "Matters", "Matters"]);
    }

    [Fact]
    public async Task After_back_every_choice_is_the_one_of_the_list_without_scripts()
    {
        var clerk = await site.OpenAsync(1366, javaScript: false);
        await clerk.GotoAsync("/sign-in/work");
        await clerk.FillAsync("#UserName", SmallCounty.StaffName);
        await clerk.FillAsync("#Password", SmallCounty.Password);
        await clerk.ClickAsync("main button.main");
        await clerk.GotoAsync(OfCleaning);
        foreach (var (criterion, importance) in new[] { ("Wage", "Must"), ("SkillCover", "Must"), ("Travel", "Ignore") })
        {
            await clerk.SelectOptionAsync($"select[name={criterion}]", importance);
            await clerk.ClickAsync("form[action$='/ranking'] > button:not([formaction])");
            await clerk.WaitForURLAsync(url => url.Contains($"{criterion}={importance}", StringComparison.Ordinal));
        }

        await clerk.GoBackAsync();
        await clerk.GoBackAsync();
        (await ChosenAsync(clerk)).ShouldBe(["Must", "Matters", "Matters"]);
    }

    [Fact]
    public async Task A_choice_by_keys_is_sent_when_it_is_made_not_on_the_way_to_it()
    {
        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(OfWoman);
        var wage = clerk.Locator("select[name=Wage]");
        var sent = 0;
        clerk.Request += (_, request) => sent += request.Url.EndsWith("/ranking", StringComparison.Ordinal) ? 1 : 0;
        await wage.FocusAsync();
        await clerk.Keyboard.PressAsync("ArrowDown");
        (await wage.InputValueAsync()).ShouldBe("Must");
        await clerk.Keyboard.PressAsync("ArrowDown");
        (await wage.InputValueAsync()).ShouldBe("Ignore");
        sent.ShouldBe(0);
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.WaitForURLAsync(url => url.EndsWith("/postings?Wage=Ignore", StringComparison.Ordinal));
        sent.ShouldBe(1);
        await Assertions.Expect(wage).ToBeFocusedAsync();

        // Left by Tab it is sent too, and the next control is the one that goes on.
        await clerk.Keyboard.PressAsync("ArrowUp");
        await clerk.Keyboard.PressAsync("Tab");
        await clerk.WaitForURLAsync(url => url.EndsWith("/postings?Wage=Must", StringComparison.Ordinal));
        await Assertions.Expect(clerk.Locator("form[action$='/ranking'] select:focus, form[action$='/ranking'] input:focus")).ToHaveCountAsync(1);
        await Assertions.Expect(wage).Not.ToBeFocusedAsync();
        await clerk.ReloadAsync();
        await Assertions.Expect(clerk.Locator("body")).ToBeFocusedAsync();
    }

    private static async Task<string[]> ChosenAsync(IPage page)
    {
        await page.WaitForLoadStateAsync();
        return [await page.InputValueAsync("select[name=Wage]"), await page.InputValueAsync("select[name=SkillCover]"), await page.InputValueAsync("select[name=Travel]")];
    }
}
