using JobMatch.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForEmployers;

/// <summary>What somebody typed is still there after whatever came between, and gone when it was sent well.</summary>
public sealed class DraftJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Form = "/employer/postings/new/form";

    [Fact]
    public async Task Typed_text_survives_leaving_and_reloading_until_it_was_sent_well()
    {
        var page = await OpenAsync();
        await page.FillAsync("#Form_Title", "裁剪工");
        await page.Locator("nav[aria-label] a[href='/employer/postings']").First.ClickAsync();
        await page.WaitForURLAsync("**/employer/postings");
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);
        await page.ReloadAsync();
        await ShouldBeKeptAsync(page);
        await page.ShouldStandAsync("employer-kept");

        // An answer with faults shows what was sent, and leaving it loses nothing either.
        await page.FillAsync("#Form_WageMin", "");
        await page.ClickAsync("main .actions button.main");
        await page.WaitForSelectorAsync(".error-summary");
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);

        await page.FillAsync("#Form_Description", "裁剪布料，白班，中午管饭。");
        await page.FillAsync("#Form_WageMin", "3000");
        await SendAsync(page);
        await page.GotoAsync(Form);
        await ShouldBeEmptyAsync(page);
    }

    [Fact]
    public async Task Going_back_after_sending_does_not_offer_the_same_once_more()
    {
        var page = await OpenAsync();
        await page.FillAsync("#Form_Title", "裁剪工");
        await page.FillAsync("#Form_Description", "裁剪布料，白班，中午管饭。");
        await page.FillAsync("#Form_WageMin", "3000");
        await SendAsync(page);
        await page.GoBackAsync();
        await ShouldBeEmptyAsync(page);
    }

    /// <summary>The page that comes back has only the rows of a new form; what stood in those that were asked for is not lost with them.</summary>
    [Fact]
    public async Task Rows_that_were_added_come_back_with_what_stood_in_them()
    {
        var page = await OpenAsync();
        await page.FillAsync("#Form_Title", "裁剪工");
        var rows = page.Locator("#places fieldset");
        var few = await rows.CountAsync();
        for (var row = 0; row < few; row++) await FillPlaceAsync(page, row);
        await page.ClickAsync("#places button[value=more]");
        await Assertions.Expect(rows).Not.ToHaveCountAsync(few);
        await FillPlaceAsync(page, few);
        await FillPlaceAsync(page, few + 1);
        await page.GotoAsync("/employer/postings");
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);
        (await page.InputValueAsync($"[name='Form.Places[{few}].Text']")).ShouldBe($"{few}号车间");
        (await page.InputValueAsync($"#Form_Places_{few + 1}__Vacancies")).ShouldBe("2");
        (await rows.Nth(few + 1).Locator("legend").TextContentAsync()).ShouldBe($"第 {few + 2} 处");
    }

    private static async Task FillPlaceAsync(IPage page, int row)
    {
        await page.FillAsync($"#Form_Places_{row}__Text", $"{row}号车间");
        await page.FillAsync($"#Form_Places_{row}__Vacancies", "2");
    }

    [Fact]
    public async Task Typed_text_survives_a_lost_session()
    {
        var page = await OpenAsync();
        await page.FillAsync("#Form_Title", "裁剪工");
        await page.Context.ClearCookiesAsync();
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync("**/sign-in**");
        await page.GotoAsync("/sign-in/work");
        await page.FillAsync("#UserName", SmallCounty.EmployerName);
        await page.FillAsync("#Password", SmallCounty.Password);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);
    }

    [Fact]
    public async Task Typed_text_survives_sending_without_a_network()
    {
        var page = await OpenAsync();
        await page.FillAsync("#Form_Title", "裁剪工");
        await SendInVainAsync(page);
        await page.GotoAsync("/employer/postings");
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);
        await page.ClickAsync("[data-kept] button");
        await page.ReloadAsync();
        await ShouldBeEmptyAsync(page);
    }

    /// <summary>Back from the browser's own page for a lost network leads past the form, to a page of ours: that is no answer.</summary>
    [Fact]
    public async Task Typed_text_survives_sending_without_a_network_and_going_back()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/employer/postings");
        await page.Locator($"main a[href='{Form}'], main a[href='/employer/postings/new']").First.ClickAsync();
        await page.GotoAsync(Form);
        await page.FillAsync("#Form_Title", "裁剪工");
        await SendInVainAsync(page);
        await page.GoBackAsync();
        await page.GotoAsync("/employer/postings");
        await page.Locator("nav[aria-label] a[href='/employer/postings']").First.ClickAsync();
        await page.GotoAsync(Form);
        await ShouldBeKeptAsync(page);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await site.OpenAsAsync(SmallCounty.EmployerName);
        await page.GotoAsync(Form);
        await ShouldBeEmptyAsync(page);
        return page;
    }

    /// <summary>Presses the button while the network is away, until the browser has given up on it and says so on a page of its own.</summary>
    private static async Task SendInVainAsync(IPage page)
    {
        // What is said beside the form while it is written has come: it moves what is pressed.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var lost = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.IsNavigationRequest) lost.TrySetResult();
        };
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("main .actions button.main");
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await page.WaitForFunctionAsync("() => location.protocol === 'chrome-error:'");
        await page.Context.SetOfflineAsync(false);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.ClickAsync("main .actions button.main");
        await page.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));
        await page.WaitForLoadStateAsync();
    }

    private static async Task ShouldBeKeptAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeVisibleAsync();
        (await page.InputValueAsync("#Form_Title")).ShouldBe("裁剪工");
    }

    private static async Task ShouldBeEmptyAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        (await page.InputValueAsync("#Form_Title")).ShouldBeEmpty();
    }
}
