using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>S1 to S4 as the station works: today, registering, a person's postings, a posting's people.</summary>
public sealed class StationJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task S1_today_shows_who_needs_help_and_counts_when_something_arrives()
    {
        await ServerAsync(async services =>
        {
            await services.GetRequiredService<WatchCases>().RunAsync(services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None);
            return true;
        });
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/today");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("零就业家庭");
        await page.ShouldStandAsync("s1-today");
        var before = await page.Locator("[data-count=Today]").TextContentAsync();
        await ServerAsync(services => services.GetRequiredService<AskForHelp>().RunAsync(new AskForHelpRequest { PersonId = site.County.ManId, Topic = HelpTopic.PolicyAdvice, Text = "想问补贴" }, CancellationToken.None));
        await page.WaitForFunctionAsync("before => document.querySelector('[data-count=Today]').textContent !== before", before);

        await page.GotoAsync("/station/cases");
        await page.ShouldStandAsync("s1-cases");
        await page.ClickAsync("table.data tbody a");
        await page.ShouldStandAsync("s1-case");
        await page.SelectOptionAsync("#Help_Kind", "Call");
        await page.FillAsync("#Help_Note", "约好明天来站里");
        await page.ClickAsync("#help-form button.main");
        (await page.Locator(".history").TextContentAsync())!.ShouldContain("约好明天来站里");
        await page.GotoAsync("/station/services");
        await page.ShouldStandAsync("s1-services");
    }

    [Fact]
    public async Task S2_the_station_looks_up_registers_and_records()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/people");
        await page.ShouldStandAsync("s2-people");
        await page.SetViewportSizeAsync(360, 740);
        var widths = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('form[action^=\"/station/people#\"] label > *')].map(e => Math.round(e.getBoundingClientRect().width))");
        widths.Length.ShouldBeGreaterThan(5);
        widths.Distinct().ShouldHaveSingleItem();
        await page.SetViewportSizeAsync(1366, 768);
        await page.GotoAsync("/station/people?words=" + Uri.EscapeDataString("缝纫"));
        await page.ShouldStandAsync("s2-people-found");
        await page.FillAsync("#LookUp_Phone", SmallCounty.FamilyPhone);
        await page.ClickAsync("#look-up-form button.main");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("王秀英");
        await page.ShouldStandAsync("s2-found");
        await page.GotoAsync("/station/people/new");
        await page.ClickAsync("#register button.main");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("请填姓名");
        await page.ShouldStandAsync("s2-register");
        await page.GotoAsync($"/station/people/{site.County.WomanId}");
        await page.ShouldStandAsync("s2-person");
        foreach (var fact in new[] { "identity", "capacity", "wishes", "mobility", "education", "skill", "certificate", "experience", "hardship", "registration", "training", "spell" })
        {
            await page.GotoAsync($"/station/people/{site.County.WomanId}/edit/{fact}");
            await page.ShouldStandAsync($"s2-edit-{fact}");
        }

        await page.SelectOptionAsync("#Channel", "NearbyEnterprise");
        await page.GotoAsync($"/station/people/{site.County.WomanId}/edit/skill");
        await page.SelectOptionAsync("#SkillId", "2");
        await page.ClickAsync("#edit-skill button.main");
        (await page.Locator(".facts-table").TextContentAsync())!.ShouldContain("锁边");
        await page.ClickAsync("form[action$='/card'] button");
        await page.Locator(".paper.qr img").WaitForAsync();
        await page.ShouldStandAsync("s2-card");
        await page.GotoAsync("/station/households");
        await page.ShouldStandAsync("s2-households");
        await page.ClickAsync("table.data tbody a");
        await page.ShouldStandAsync("s2-household");
        await page.GotoAsync(page.Url + "/edit");
        await page.ShouldStandAsync("s2-household-edit");
    }

    [Fact]
    public async Task S3_a_person_is_referred_with_reasons_and_why_not()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync($"/station/people/{site.County.ManId}/postings");
        await page.ShouldStandAsync("s3-postings");
        await page.FillAsync("input[name=words]", "保安");
        await page.ClickAsync("form[role=search] button");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("夜班保安");
        await page.ShouldStandAsync("s3-why-not");
        await page.ClickAsync("#side button.main");
        await page.ShouldStandAsync("s3-confirm");
        await page.ClickAsync("main form button.main");
        await page.Locator("[data-flash]").WaitForAsync();
        await page.ShouldStandAsync("s3-referred");
        await page.ClickAsync("button[formaction$='/card']");
        await page.Locator(".paper").WaitForAsync();
        await page.ShouldStandAsync("s3-card");
    }

    [Fact]
    public async Task S4_a_posting_gets_its_people_by_keyboard_and_takes_them_back()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/postings");
        await page.ShouldStandAsync("s4-postings");
        await page.GotoAsync($"/station/postings/{site.County.SewingId}");
        await page.ShouldStandAsync("s4-posting");
        await page.GotoAsync($"/station/postings/{site.County.SewingId}/candidates");
        (await page.Locator("#side").TextContentAsync())!.ShouldContain("王秀英");
        await page.ShouldStandAsync("s4-candidates");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        (await page.Locator("[data-picked]").TextContentAsync())!.ShouldBe("已选 1 人");
        await page.ClickAsync("#refer .actions button.main");
        await page.ShouldStandAsync("s4-confirm");
        await page.ClickAsync("main form button.main");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已推荐 1 人");
        (await page.Locator("#earlier").CountAsync()).ShouldBe(1);
        await page.ClickAsync("[data-flash] button");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已撤回 1 条推荐");
        await page.GotoAsync("/station/referrals");
        await page.ShouldStandAsync("s4-referrals");
        await page.ClickAsync("table.data tbody a");
        await page.ShouldStandAsync("s4-referral");
    }

    [Fact]
    public async Task A_new_employer_and_its_posting_are_verified()
    {
        var employer = await ServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var made = Some.Employer("清水河农业合作社", EmployerKind.Cooperative, site.County.Settlement.Id);
            db.Add(made);
            await db.SaveChangesAsync();
            // The one waits for the employer alone, the other for the station as well.
            var (picking, digging) = (Some.Posting(made.Id, "采茶工", PostingKind.Gig, 20, site.County.Settlement.Id), Some.Posting(made.Id, "修水渠", PostingKind.WorkRelief, 5, site.County.Settlement.Id));
            foreach (var posting in new[] { picking, digging }) posting.Submit(employerVerified: false, services.GetRequiredService<TimeProvider>().UtcNow());
            db.AddRange(picking, digging);
            await db.SaveChangesAsync();
            return (made.Id, Ordinary: picking.Id, Posting: digging.Id);
        });
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/employers");
        await page.ShouldStandAsync("s-employers");
        await page.GotoAsync($"/station/employers/{employer.Id}");
        await page.ClickAsync("#decision button.danger");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("这一项要填");
        await page.ShouldStandAsync("s-employer");
        await page.ClickAsync("form[action$='/verify'] button");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已核实");
        (await StateAsync(employer.Ordinary)).ShouldBe(PostingState.Published);
        (await StateAsync(employer.Posting)).ShouldBe(PostingState.Submitted);
        await page.GotoAsync($"/station/postings/{employer.Posting}");
        await page.ShouldStandAsync("s-posting-verify");
        await page.ClickAsync("form[action$='/approve'] button");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("审核通过");
        (await StateAsync(employer.Posting)).ShouldBe(PostingState.Published);
    }

    private Task<PostingState> StateAsync(long posting) => ServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Posting>().Where(p => p.Id == posting).Select(p => p.State).SingleAsync());

    private Task<T> ServerAsync<T>(Func<IServiceProvider, Task<T>> work) => site.OnServerAsync(work);
}
