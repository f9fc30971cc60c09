using JobMatch.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForAdministrators;

/// <summary>A county of which nothing exists is set up by hand in the browser, up to the first posting that a resident sees.</summary>
public sealed class CountyFromNothingTests(EmptySite site) : IClassFixture<EmptySite>
{
    private const string Save = "main form button.main";

    [Fact]
    public async Task A_county_is_set_up_by_hand_until_a_resident_sees_its_first_posting()
    {
        var admin = await site.OpenAsAsync(EmptySite.AdministratorName);
        foreach (var (code, name) in new[] { ("529977", "新山县"), ("529977101", "城关镇") })
        {
            await admin.GotoAsync("/admin/regions");
            await admin.FillAsync("#Form_Code", code);
            await admin.FillAsync("#Form_Name", name);
            await admin.ClickAsync(Save);
            await admin.WaitForSelectorAsync("[data-flash]");
        }

        await admin.ShouldStandAsync("admin-regions");
        await admin.GotoAsync("/admin/settlements/new");
        await admin.FillAsync("#Form_Name", "新苑小区");
        await admin.SelectOptionAsync("#Form_TownshipCode", "529977101");
        await admin.FillAsync("#Form_Population", "820");
        await admin.ShouldStandAsync("admin-settlement");
        await admin.ClickAsync(Save);
        await admin.WaitForURLAsync("**/admin/settlements");
        await admin.ShouldStandAsync("admin-settlements");

        await admin.GotoAsync("/admin/stations/new");
        await admin.FillAsync("#Form_Name", "新苑就业服务站");
        await admin.FillAsync("#Form_Phone", "0859-7220001");
        await admin.CheckAsync("label:has-text('新苑小区') input");
        await admin.ShouldStandAsync("admin-station");
        await admin.ClickAsync(Save);
        await admin.WaitForURLAsync("**/admin/stations");
        await admin.ShouldStandAsync("admin-stations");

        await admin.GotoAsync("/admin/accounts/new");
        await admin.FillAsync("#Form_UserName", "xinyuan");
        await admin.FillAsync("#Form_DisplayName", "新苑站长");
        await admin.SelectOptionAsync("#Form_Grants_0__Role", "Staff");
        await admin.SelectOptionAsync("#Form_Grants_0__Place", new SelectOptionValue { Label = "新苑就业服务站" });
        await admin.ShouldStandAsync("admin-account");
        await admin.ClickAsync(Save);
        await admin.WaitForSelectorAsync("code");
        var password = (await admin.InnerTextAsync("main code")).Trim();
        await admin.ShouldStandAsync("admin-password");
        await admin.GotoAsync("/admin/accounts");
        await admin.ShouldStandAsync("admin-accounts");

        var employer = await site.OpenAsync(1366);
        await employer.GotoAsync("/employers/register");
        await employer.FillAsync("#Form_Name", "新苑竹编合作社");
        await employer.SelectOptionAsync("#Form_Kind", "Cooperative");
        await employer.SelectOptionAsync("#Form_Place", new SelectOptionValue { Label = "新苑小区" });
        await employer.FillAsync("#Form_ContactName", "石师傅");
        await employer.FillAsync("#Form_ContactPhone", "13700000002");
        await employer.FillAsync("#Form_UserName", "zhubian");
        await employer.FillAsync("#Form_Password", SmallCounty.Password);
        await employer.ClickAsync(Save);
        await employer.WaitForURLAsync("**/employer/postings");

        await employer.GotoAsync("/employer/postings/new/form");
        await employer.FillAsync("#Form_Title", "竹编学徒工");
        await employer.FillAsync("#Form_Description", "编竹篮，师傅带着学，白班。");
        await employer.FillAsync("#Form_WageMin", "2400");
        await employer.FillAsync("#Form_WageMax", "3200");
        await employer.ClickAsync("main .actions button.main");
        await employer.WaitForURLAsync(url => url.Split('/')[^1].All(char.IsAsciiDigit));

        var staff = await site.OpenAsAsync("xinyuan", password: password);
        await staff.GotoAsync("/station/employers");
        await staff.ClickAsync("text=新苑竹编合作社");
        await staff.ClickAsync("form[action$='/verify'] button");
        await staff.WaitForSelectorAsync("[data-flash]");
        await employer.ReloadAsync();
        await employer.ClickAsync("#left-open form[action$='/publish'] button");
        await employer.WaitForSelectorAsync("[data-flash]");
        await site.DrainAsync();

        var resident = await site.OpenAsync();
        await resident.GotoAsync("/jobs");
        (await resident.InnerTextAsync("main")).ShouldContain("竹编学徒工");
    }
}
