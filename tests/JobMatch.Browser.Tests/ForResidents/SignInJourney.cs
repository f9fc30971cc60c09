using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForResidents;

/// <summary>R2: phone and code, or the card of the station.</summary>
public sealed partial class SignInJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_resident_signs_in_by_phone_and_goes_on_applying()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync($"/jobs/{site.County.CleaningId}");
        await page.ClickAsync("#apply a");
        await page.ShouldStandAsync("r2-phone");
        await page.FillAsync("#Phone", "138");
        await page.ClickAsync("main button.main");
        (await page.Locator(".error").TextContentAsync())!.ShouldContain("11 位");
        (await page.InputValueAsync("#Phone")).ShouldBe("138");
        await page.FillAsync("#Phone", SmallCounty.FamilyPhone);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/sign-in/code*");
        await page.ShouldStandAsync("r2-code");
        await page.FillAsync("#Code", await CodeAsync());
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/sign-in/who*");
        page.Url.ShouldNotContain("138");
        (await page.ContentAsync()).ShouldNotContain(SmallCounty.FamilyPhone);
        (await page.Locator(".choice").AllTextContentsAsync()).Select(t => t.Trim()).ShouldBe(["李*国", "王*英"]);
        await page.ShouldStandAsync("r2-who");
        await page.Locator(".choice", new() { HasTextString = "王*英" }).ClickAsync();
        await page.FillAsync("#LastFour", "9999");
        await page.ClickAsync("main button.main");
        (await page.Locator(".error").TextContentAsync())!.ShouldContain("后四位不对");
        await page.FillAsync("#LastFour", "0021");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync($"**/jobs/{site.County.CleaningId}");
        await page.ShouldStandAsync("r2-back-at-posting");

        await page.GotoAsync("/me/switch");
        await page.ShouldStandAsync("r2-switch");
        await page.FillAsync("input[name=LastFour]", "0012");
        await page.ClickAsync("form.card button");
        await page.WaitForURLAsync("**/for-you");
        await page.GotoAsync("/me");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("李建国");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.WaitForURLAsync(site.Address.ToString());
    }

    [Fact]
    public async Task An_unknown_phone_becomes_a_request_for_the_station()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync($"/sign-in/phone?returnUrl=%2Fjobs%2F{site.County.SewingId}");
        await page.FillAsync("#Phone", SmallCounty.UnknownPhone);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/sign-in/code*");
        await page.FillAsync("#Code", await CodeAsync());
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/sign-in/register*");
        await page.ShouldStandAsync("r2-register");
        await page.FillAsync("#Name", "孙新来");
        await page.SelectOptionAsync("#SettlementId", new SelectOptionValue { Label = "幸福里" });
        await page.ClickAsync("main button.main");
        await page.Locator("a[href^='tel:']").WaitForAsync();
        await page.ShouldStandAsync("r2-registered");
        var asked = await site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<RegistrationRequest>().SingleAsync());
        (asked.Name, asked.PostingId).ShouldBe(("孙新来", site.County.SewingId));
    }

    [Fact]
    public async Task A_card_asks_before_it_signs_in()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync($"/c/{await site.CardAsync(site.County.UnknownCapacityId)}");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("您是 赵*花 吗？");
        await page.ShouldStandAsync("r2-card");
        await page.GotoAsync("/for-you");
        page.Url.ShouldContain("/sign-in");
        await page.GotoAsync("/c/not-a-card-at-all");
        await page.ShouldStandAsync("r2-card-invalid");
        (await site.OpenAsResidentAsync(site.County.UnknownCapacityId)).Url.ShouldEndWith("/for-you");
    }

    private async Task<string> CodeAsync()
    {
        var outbox = await site.OpenAsync();
        await outbox.GotoAsync("/outbox");
        var text = await outbox.Locator("[data-code]").First.TextContentAsync();
        return SixDigits().Match(text!).Value;
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex SixDigits();
}
