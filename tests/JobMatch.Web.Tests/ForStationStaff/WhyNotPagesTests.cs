using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>"Why not this one?": which record keeps a pair apart, and what is said of postings that are not public or more than are listed.</summary>
public sealed class WhyNotPagesTests : ClerkAtDesk
{
    private const string Vague = "已经推荐或报过名，或者这个单位最近没有录用";

    private string Postings => $"/station/people/{Text(County.WomanId)}/postings";

    [Fact]
    public async Task The_record_that_keeps_a_pair_apart_is_told_with_its_day_and_its_address()
    {
        var other = await PublishAsync("书包质检员");
        var referral = await ReferAsync();
        var pages = new[] { $"{Postings}?posting={Text(County.SewingId)}", $"{Postings}?words=缝纫", $"/station/postings/{Text(County.SewingId)}/candidates?worker={Text(County.WomanId)}&seekers=Anyone" };
        foreach (var page in pages) await ShouldTellAsync(page, "服务站已推荐", $"/station/referrals/{Text(referral)}\"");
        (await Clerk.ReadAsync($"{Postings}?posting={Text(other)}")).ShouldNotContain($"/station/referrals/{Text(referral)}\">看这次推荐", Case.Sensitive, "another posting of the employer is not out for being put forward");

        await InAsync(async db =>
        {
            (await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.Id == referral)).Refuse(RefusalReason.SkillMissing, new Actor(1, DateTime.UtcNow)).IsDone.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        foreach (var page in pages) await ShouldTellAsync(page, "单位没有录用（技能还不够）", $"/station/referrals/{Text(referral)}\"");
        await ShouldTellAsync($"{Postings}?posting={Text(other)}", "没有录用（岗位“缝纫工（书包加工）”，技能还不够）", $"/station/referrals/{Text(referral)}\"");

        await InAsync(async db =>
        {
            db.Add(new HiddenFromEmployer { PersonId = County.WomanId, EmployerId = County.FactoryId, SettlementId = County.Settlement.Id, At = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        await ShouldTellAsync($"{Postings}?posting={Text(other)}", "起不让这个单位看到自己", "本人从 ");

        async Task ShouldTellAsync(string page, params string[] said)
        {
            var shown = await Clerk.ReadAsync(page);
            foreach (var words in said) shown.ShouldContain(words, Case.Sensitive, page);
            shown.ShouldNotContain(Vague, Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task More_than_are_listed_are_said_to_be_more()
    {
        foreach (var i in Enumerable.Range(1, 9)) await PublishAsync($"叉车司机{i}");
        await DrainAsync();
        (await Clerk.ReadAsync(Postings + "?words=叉车司机")).ShouldContain("一共有 9 个，这里只列最对得上的 8 个");
        (await Clerk.ReadAsync(Postings + "?words=叉车司机3")).ShouldNotContain("这里只列最对得上的");
    }

    [Fact]
    public async Task A_posting_that_is_closed_is_said_to_be_closed()
    {
        var id = await PublishAsync("钢琴调音师");
        await InAsync(async db =>
        {
            (await db.Set<Posting>().SingleAsync(p => p.Id == id)).Close(PostingCloseReason.Filled, PostingFilling.Unknown, DateTime.UtcNow).IsDone.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        foreach (var page in new[] { "?words=钢琴调音", $"?words={Text(id)}", $"?posting={Text(id)}" })
        {
            var told = await Clerk.ReadAsync(Postings + page);
            told.ShouldContain("现在没有公开：", Case.Sensitive, page);
            told.ShouldContain($"<a href=\"/station/postings/{Text(id)}\">钢琴调音师</a>", Case.Sensitive, page);
        }

        (await Clerk.ReadAsync(Postings + "?words=天文台长")).ShouldNotContain("现在没有公开：");
    }

    private Task<long> PublishAsync(string title) => InAsync(async db =>
    {
        var posting = Some.Posting(County.FactoryId, title, settlementId: County.Settlement.Id);
        SmallCounty.Publish(posting, DateTime.UtcNow);
        db.Add(posting);
        await db.SaveChangesAsync();
        return posting.Id;
    });

    private async Task<long> ReferAsync()
    {
        var referral = await InAsync(async (services, _) =>
            (await services.GetRequiredService<ReferWorkers>().RunAsync(new(County.SewingId, [County.WomanId], County.StaffAccountId), default)).Value!.ReferralIds[County.WomanId]);
        await DrainAsync();
        return referral;
    }
}
