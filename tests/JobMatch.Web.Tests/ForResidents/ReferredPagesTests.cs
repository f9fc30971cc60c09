using System.Net;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>What somebody reads whom a station puts forward.</summary>
public sealed class ReferredPagesTests(SmallSite site) : IClassFixture<SmallSite>
{
    private const string Workshop = "新坪村车间";

    [Fact]
    public async Task Whoever_is_sent_to_one_of_several_places_reads_which_and_is_led_to_apply_only_while_that_can_be_done()
    {
        var posting = site.County.SewingId;
        await ReferAsync(posting);
        await site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var woman = await site.ResidentAsync(site.County.WomanId);
        (await ReadAsync(woman, "/messages")).ShouldContain($"工作地点：{Workshop}。想去就点开报名");
        (await ReadAsync(woman, $"/jobs/{posting}")).ShouldContain($"给您安排的地点：{Workshop}");
        (await ReadAsync(site.Visitor(), $"/jobs/{posting}")).ShouldNotContain("给您安排的地点");
        var mine = await ReadAsync(woman, "/me/applications");
        mine.ShouldContain(Workshop);
        mine.ShouldContain($"href=\"/jobs/{posting}#apply\"");
        mine.ShouldContain("看岗位，去报名");

        await site.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == posting).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostingState.Paused)));
        var paused = await ReadAsync(woman, "/me/applications");
        paused.ShouldContain("这个岗位现在报不了名");
        paused.ShouldNotContain("看岗位，去报名");
    }

    [Fact]
    public async Task What_came_of_it_before_is_told_on_the_posting_and_on_others_of_the_employer()
    {
        await using var own = new SmallSite();
        await own.InitializeAsync();
        var (woman, sewing) = (own.County.WomanId, own.County.SewingId);
        var ironing = 0L;
        await own.OnDbAsync(async db => ironing = await db.Set<Posting>().Where(p => p.Title == "熨烫工").Select(p => p.Id).SingleAsync());
        var visitor = await own.ResidentAsync(woman);
        (await ReadAsync(visitor, $"/jobs/{sewing}")).ShouldNotContain("推荐或报名过");
        await using (var request = own.Services.CreateSystemScope())
        {
            var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
            (await request.ServiceProvider.GetRequiredService<ReferWorkers>().RunAsync(new(sewing, [woman], own.County.StaffAccountId), default)).Value!.Refused.ShouldBeEmpty();
            (await ReadAsync(visitor, $"/jobs/{sewing}")).ShouldContain("服务站今天推荐您去这个岗位");
            (await db.Set<Referral>().Include(r => r.Moves).SingleAsync()).Refuse(RefusalReason.SkillMissing, new Actor(1, DateTime.UtcNow)).IsDone.ShouldBeTrue();
            await db.SaveChangesAsync();
        }

        (await ReadAsync(visitor, $"/jobs/{sewing}")).ShouldContain("这个岗位您推荐或报名过，今天：单位没有录用。");
        (await ReadAsync(visitor, $"/jobs/{ironing}")).ShouldContain("这个单位今天没有录用您（“缝纫工（书包加工）”）");
        (await ReadAsync(own.Visitor(), $"/jobs/{sewing}")).ShouldNotContain("没有录用");
    }

    [Fact]
    public async Task A_public_welfare_posting_that_takes_one_of_a_household_says_so()
    {
        (await ReadAsync(site.Visitor(), $"/jobs/{site.County.CleaningId}")).ShouldContain("一家只能有一个人");
        (await ReadAsync(site.Visitor(), $"/jobs/{site.County.SewingId}")).ShouldNotContain("一家只能有一个人");
        await using var own = new SmallSite();
        await own.InitializeAsync();
        var woman = await own.ResidentAsync(own.County.WomanId);
        (await ReadAsync(woman, $"/jobs/{own.County.CleaningId}")).ShouldContain($"/jobs/{own.County.CleaningId}/apply");
        await own.OnDbAsync(async db =>
        {
            var worker = await db.Set<Worker>().SingleAsync(w => w.Id == own.County.WomanId);
            db.Add(new EmploymentSpell { PersonId = worker.Id, HouseholdId = worker.HouseholdId, SettlementId = worker.SettlementId, CountyCode = worker.CountyCode, Start = new DateOnly(2026, 1, 5), Channel = Channel.PublicWelfare });
            return await db.SaveChangesAsync();
        });
        await own.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var barred = await ReadAsync(woman, $"/jobs/{own.County.CleaningId}");
        barred.ShouldContain("按一户一岗不能再报");
        barred.ShouldContain("对不上的地方");
        barred.ShouldNotContain("去之前要先办的", Case.Sensitive, "she cannot settle it");
        barred.ShouldNotContain($"/jobs/{own.County.CleaningId}/apply");
        await own.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == own.County.CleaningId).ExecuteUpdateAsync(set => set.SetProperty(p => p.WelfareType, PublicWelfareType.EmploymentInformation)));
        (await ReadAsync(own.Visitor(), $"/jobs/{own.County.CleaningId}")).ShouldNotContain("一家只能有一个人", Case.Sensitive, "by its type");
    }

    /// <summary>As confirming a plan does: the place is noted before anybody is told.</summary>
    private async Task ReferAsync(long posting)
    {
        await using var request = site.Services.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var there = new Quota { PostingId = posting, Place = QuotaPlace.Settlement, SettlementId = site.County.Settlement.Id, PlaceText = Workshop, Vacancies = 1 };
        db.Add(there);
        await db.SaveChangesAsync();
        (await request.ServiceProvider.GetRequiredService<ReferWorkers>().RunAsync(new(posting, [site.County.WomanId], site.County.StaffAccountId), default)).Value!.Refused.ShouldBeEmpty();
        (await db.Set<Referral>().SingleAsync(r => r.PersonId == site.County.WomanId && r.PostingId == posting)).MeanFor(there.Id);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task<string> ReadAsync(HttpClient who, string path) => WebUtility.HtmlDecode(await who.GetStringAsync(path));
}
