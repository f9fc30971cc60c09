using System.Globalization;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests.ForStationStaff;

/// <summary>A posting that a station let through with a fee in it; then its employer raises pay and fee. Residents wait until the station has seen that, and both sides are told why.</summary>
public sealed class ChangedPostingJourney(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task What_nobody_has_seen_is_said_to_employer_and_station_and_hidden_from_residents()
    {
        var id = await site.OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var posting = Some.Posting(site.County.FactoryId, "锁边工", settlementId: site.County.Settlement.Id);
            posting.Description = "入职先交服装费100元。";
            posting.Wage = new Wage { Unit = WageUnit.Month, MinFen = 300_000, MaxFen = 400_000 }.WithEquivalents();
            posting.Flag = BaitCheck.Code(BaitCheck.Flags(BaitCheck.Find(posting)));
            SmallCounty.Publish(posting, services.GetRequiredService<TimeProvider>().UtcNow());
            db.Add(posting);
            await db.SaveChangesAsync();
            return posting.Id;
        });
        var employer = await site.OpenAsAsync(SmallCounty.EmployerName);
        await employer.GotoAsync(Path("/employer/postings/{0}/edit", id));
        await employer.FillAsync("#Form_Description", "入职先交服装费300元。");
        await employer.FillAsync("#Form_WageMax", "9000");
        await employer.ClickAsync("main form button.main");
        await employer.GotoAsync(Path("/employer/postings/{0}", id));
        var told = (await employer.Locator("main").TextContentAsync())!;
        told.ShouldContain("服务站还没看过");
        told.ShouldContain("工资比看过的高");
        told.ShouldContain("服装费300元");
        await employer.ShouldStandAsync("e-changed");
        (await StateAsync(id)).ShouldBe(PostingState.Submitted);
        var resident = await site.OpenAsync();
        (await resident.GotoAsync(Path("/jobs/{0}", id)))!.Status.ShouldBe(404);
        (await resident.Locator("main").TextContentAsync())!.ShouldContain("这个岗位正在重新核对");
        await resident.ShouldStandAsync("r-changed");

        var clerk = await site.OpenAsAsync(SmallCounty.StaffName);
        await clerk.GotoAsync(Path("/station/postings/{0}", id));
        (await clerk.Locator(".notice.bad").TextContentAsync())!.ShouldContain("审核通过以后又改了");
        await clerk.ShouldStandAsync("s-changed");
        await clerk.ClickAsync("form[action$='/approve'] button");
        (await StateAsync(id)).ShouldBe(PostingState.Published);
        (await resident.GotoAsync(Path("/jobs/{0}", id)))!.Status.ShouldBe(200);
        (await resident.ContentAsync()).ShouldContain("服装费300元");
    }

    private static string Path(string format, long id) => string.Format(CultureInfo.InvariantCulture, format, id);

    private Task<PostingState> StateAsync(long id) => site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Posting>().Where(p => p.Id == id).Select(p => p.State).SingleAsync());
}
