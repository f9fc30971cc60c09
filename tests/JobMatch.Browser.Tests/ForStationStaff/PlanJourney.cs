using System.Globalization;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>S5: a fair, a plan for all who come, looked at, changed, confirmed as one and taken back on the same day.</summary>
public sealed class PlanJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>As long as a name may be.</summary>
    private static readonly string LongName = "“春风行动”暨就业援助月易地扶贫搬迁安置区家门口专场招聘会" + new string('长', 80 - 29);

    [Fact]
    public async Task S5_a_fair_becomes_a_plan_that_is_changed_confirmed_and_taken_back()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await WriteFairAsync(page);
        await page.ClickAsync(".head a.btn.main");
        (await page.InputValueAsync("#Form_Name")).ShouldBe(LongName);
        // Counted by script, some time after the page is there.
        await page.Locator("[data-picked]", new() { HasTextString = "已选 2 个岗位" }).WaitForAsync();
        await page.ShouldStandAsync("s5-new");
        await page.ClickAsync("button[data-needs-pick]");
        await DoneAsync(page);
        var plan = page.Url;
        await page.ShouldStandAsync("s5-plan");
        var shown = (await page.Locator("main").TextContentAsync())!;
        foreach (var words in new[] { "王秀英", "缝纫工（书包加工）", "会平车", "比“先到先得（等得久的先挑）”", "帮到的零就业家庭不可能再多" }) shown.ShouldContain(words);
        await page.ClickAsync(".tabs a >> text=按家庭看");
        (await page.Locator("table.plan").TextContentAsync())!.ShouldContain("零就业家庭");
        await page.ShouldStandAsync("s5-households");
        await page.ClickAsync(".tabs a >> text=还没安排的零就业家庭");
        await page.ShouldStandAsync("s5-left");

        await page.ClickAsync(".tabs a >> text=先核对");
        await page.ShouldStandAsync("s5-check");
        await BarAsync(page, plan);
        await LockAsync(page, plan);
        await ConfirmAsync(page, plan);
        await page.GotoAsync(plan);
        await page.ClickAsync("a[href$='/undo']");
        await page.ShouldStandAsync("s5-undo");
        (await ReferredAsync()).ShouldBe(2, "asking takes nothing back");
        await page.ClickAsync("form[action$='/undo'] button");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已撤回");
        (await ReferredAsync()).ShouldBe(0);
        await page.ShouldStandAsync("s5-undone");
    }

    [Fact]
    public async Task S5_a_plan_in_which_nobody_fits_says_so_and_cannot_be_confirmed()
    {
        var posting = await site.OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var made = Some.Posting(site.County.ServiceId, "高压电工（要有证，倒班，维修大型设备和供电线路，有经验的老师傅）", settlementId: site.County.Settlement.Id);
            made.Certificates.Add(new PostingCertificate { KindId = 2, Timing = CertificateTiming.NeededToApply });
            SmallCounty.Publish(made, services.GetRequiredService<TimeProvider>().UtcNow());
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        await site.DrainAsync();
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/plans/new");
        (await page.IsDisabledAsync("button[data-needs-pick]")).ShouldBeTrue();
        await page.CheckAsync($"input[name='Form.PostingIds'][value='{posting.ToString(CultureInfo.InvariantCulture)}']");
        await page.FillAsync("#Form_Name", "");
        await page.ClickAsync("button[data-needs-pick]");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("请填方案名称");
        await page.ShouldStandAsync("s5-refused");
        await page.FillAsync("#Form_Name", "只招电工");
        await page.ClickAsync("button[data-needs-pick]");
        await DoneAsync(page);
        (await page.Locator("main").TextContentAsync())!.ShouldContain("这次没有安排上人");
        (await page.Locator("a[href$='/confirm']").CountAsync()).ShouldBe(0);
        await page.ShouldStandAsync("s5-nobody");
    }

    [Fact]
    public async Task S7_training_is_counted_for_chosen_postings_and_the_choice_stands_in_the_address()
    {
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/training");
        await page.ShouldStandAsync("s7-training-empty");
        await page.ClickAsync(".head a[href*='/postings']");
        var sewing = site.County.SewingId.ToString(CultureInfo.InvariantCulture);
        await page.FillAsync("input[name=words]", "缝纫");
        await page.PressAsync("input[name=words]", "Enter");
        await page.CheckAsync($"input[name='Form.PostingIds'][value='{sewing}']");
        await page.ShouldStandAsync("s7-training-postings");
        await page.ClickAsync("button.main[data-needs-pick]");
        page.Url.ShouldEndWith($"/station/training?of=postings-{sewing}");
        await page.ClickAsync("form[action*='/run'] button");
        await page.Locator("#progress").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });
        page.Url.ShouldEndWith($"?of=postings-{sewing}");
        await page.ShouldStandAsync("s7-training");
        await page.SelectOptionAsync("select[name=of]", "kind-Gig");
        await page.SelectOptionAsync("select[name=least]", "60");
        await page.ClickAsync("form.filters button");
        page.Url.ShouldEndWith("/station/training?of=kind-Gig&least=60");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("还没有算过");
        await page.GotoAsync("/station/training/year");
        await page.ShouldStandAsync("s7-training-year");
    }

    [Fact]
    public async Task S7_a_class_is_looked_at_opened_corrected_and_called_off()
    {
        await site.OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Worker>().SingleAsync(w => w.Id == site.County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        await site.DrainAsync();
        var page = await site.OpenAsAsync(SmallCounty.StaffName);
        await page.GotoAsync("/station/training?of=kind-AidWorkshop");
        await page.ClickAsync("form[action*='/run'] button");
        await page.Locator("section[aria-labelledby=demand] th a").First.WaitForAsync(new() { Timeout = 60_000 });
        await page.GotoAsync("/station/training/demand/1?of=kind-AidWorkshop");
        await page.CheckAsync($"input[name='Form.PersonIds'][value='{site.County.ManId.ToString(CultureInfo.InvariantCulture)}']");
        await page.ClickAsync("button.main[data-needs-pick]");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("李建国");
        await page.ShouldStandAsync("s7-class-new");
        await page.FillAsync("#Form_From", "2020-01-01");
        await page.ClickAsync(".actions button.main");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("日期不能早于今天");
        await page.FillAsync("#Form_From", DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("#Form_Place", "社区二楼");
        await page.ClickAsync(".actions button.main");
        await page.WaitForURLAsync(url => url.Contains("/classes/", StringComparison.Ordinal));
        var at = page.Url;
        await page.ShouldStandAsync("s7-class");
        await page.ClickAsync("a[href$='/edit']");
        await page.FillAsync("#Form_Place", "文化广场");
        await page.ShouldStandAsync("s7-class-edit");
        await page.ClickAsync(".actions button.main");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("文化广场");
        await page.ClickAsync("a[href$='/cancel']");
        await page.ShouldStandAsync("s7-class-cancel");
        await page.ClickAsync("main form button.danger");
        page.Url.ShouldBe(at);
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已通知 1 人");
        await page.ClickAsync("[data-flash] button");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("班恢复了");
    }

    private async Task WriteFairAsync(IPage page)
    {
        await page.GotoAsync("/station/plans");
        await page.ShouldStandAsync("s5-plans-empty");
        await page.ClickAsync(".head a[href$='/fairs/new']");
        await page.ClickAsync(".actions button.main");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("请填招聘会名称");
        await page.FillAsync("#Form_Name", LongName);
        await page.FillAsync("#Form_Place", "广场");
        await page.FillAsync("#Form_On", "2020-01-01");
        await page.ClickAsync(".actions button.main");
        (await page.Locator(".error-summary").TextContentAsync())!.ShouldContain("日期不能早于今天");
        await page.ShouldStandAsync("s5-fair-refused");
        await page.FillAsync("#Form_On", DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("#Form_Place", "幸福里社区文化广场");
        foreach (var posting in new[] { site.County.SewingId, site.County.CleaningId }) await page.CheckAsync($"input[name='Form.PostingIds'][value='{posting.ToString(CultureInfo.InvariantCulture)}']");
        await page.ClickAsync(".actions button.main");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("招聘会已保存");
        await page.ShouldStandAsync("s5-fair");
    }

    /// <summary>The woman is not to go where the plan sends her; taken back, she goes there again.</summary>
    private static async Task BarAsync(IPage page, string plan)
    {
        await page.GotoAsync(plan);
        await page.Locator("table.plan tr", new() { HasText = "王秀英" }).Locator("input[type=checkbox]").CheckAsync();
        await page.ClickAsync("button[name=wholly][value=false]");
        await DoneAsync(page);
        var bars = page.Locator("section[aria-labelledby=bars]");
        (await bars.TextContentAsync())!.ShouldContain("王秀英");
        await page.ShouldStandAsync("s5-barred");
        await bars.Locator("button").ClickAsync();
        await DoneAsync(page);
        (await bars.CountAsync()).ShouldBe(0);
    }

    /// <summary>The woman's row is kept; after another run she still stands where she stood.</summary>
    private static async Task LockAsync(IPage page, string plan)
    {
        await page.GotoAsync(plan);
        var row = page.Locator("table.plan tr", new() { HasText = "王秀英" });
        var posting = await page.Locator("details.fold", new() { Has = row }).Locator("summary b").First.TextContentAsync();
        await row.Locator("input[type=checkbox]").CheckAsync();
        await page.ClickAsync("button[name=locked][value=true]");
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已锁定 1 人");
        (await page.Locator("form[action$='/again']").TextContentAsync())!.ShouldContain("保留锁定的 1 人");
        await page.ClickAsync("form[action$='/again'] button");
        await DoneAsync(page);
        var again = page.Locator("table.plan tr", new() { HasText = "王秀英" });
        (await again.TextContentAsync())!.ShouldContain("锁定");
        (await page.Locator("details.fold", new() { Has = again }).Locator("summary b").First.TextContentAsync()).ShouldBe(posting);
        await page.ShouldStandAsync("s5-locked");
    }

    /// <summary>Asked once more, back, asked again and confirmed; a second time from the page that is still in the browser is refused.</summary>
    private async Task ConfirmAsync(IPage page, string plan)
    {
        await page.ClickAsync("a[href$='/confirm']");
        await page.ShouldStandAsync("s5-confirm");
        (await ReferredAsync()).ShouldBe(0);
        await page.GoBackAsync();
        page.Url.ShouldStartWith(plan);
        await page.GoForwardAsync();
        await page.ClickAsync("main form button.main");
        await page.WaitForURLAsync(url => !url.EndsWith("/confirm", StringComparison.Ordinal));
        (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已推荐");
        var rows = await site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<PlanRow>().CountAsync(r => r.ReferralId != null));
        (rows, await ReferredAsync()).ShouldBe((2, 2));
        await page.ShouldStandAsync("s5-confirmed");
        await page.GoBackAsync();
        if (page.Url.EndsWith("/confirm", StringComparison.Ordinal) && await page.Locator("main form button.main").CountAsync() > 0)
        {
            await page.ClickAsync("main form button.main");
            (await page.Locator("[data-flash]").TextContentAsync())!.ShouldContain("已经");
        }

        (await ReferredAsync()).ShouldBe(2);
    }

    /// <summary>Working out goes on beside the page, which loads itself anew when it is done.</summary>
    private static Task DoneAsync(IPage page) => page.Locator(".kpis").WaitForAsync(new() { Timeout = 60_000 });

    private Task<int> ReferredAsync() => site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().CountAsync(r => r.State == ReferralState.Referred));
}
