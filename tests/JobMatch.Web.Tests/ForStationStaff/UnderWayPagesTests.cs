using System.Net;
using JobMatch.Fairs;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A plan says who is on the way to a job and therefore not in it, and of those in it who waits for an answer elsewhere.</summary>
public sealed class UnderWayPagesTests : ClerkAtPlans
{
    [Fact]
    public async Task Who_was_sent_by_a_confirmed_plan_stands_on_the_next_one_with_the_reason_and_can_be_asked_for()
    {
        var first = await MakeAsync();
        await DoneAsync();
        (await Clerk.ReadAsync(first)).ShouldNotContain("已经在路上的没有再排");
        using (var done = await Clerk.PostAsync(first, first + "/confirm", ("version", Text(DeskVisitor.VersionIn(await Clerk.ReadAsync(first + "/confirm")))))) done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sent = await InAsync(db => db.Set<PlanRow>().Select(r => r.PersonId).ToListAsync());
        sent.ShouldContain(County.WomanId);

        var second = await MakeAsync();
        await DoneAsync();
        (await Clerk.ReadAsync(second)).ShouldContain($"已经在路上的没有再排：{sent.Count} 人");
        var list = await Clerk.ReadAsync(second + "?view=underway");
        list.ShouldContain("王秀英");
        list.ShouldContain("服务站已推荐");
        (await WhyAsync(second, "王秀英", County.SewingId)).ShouldContain("已经在路上了，所以这份方案没有再排");
        // Of the plan that sent her, she is not said to be on the way by something else.
        (await WhyAsync(first, "王秀英", County.SewingId)).ShouldContain("方案就是让这个人去这里");

        using var again = await Clerk.PostAsync("/station/plans/new", "/station/plans/new", ("Form.Name", "再排"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.AlsoUnderWay", "true"), ("Form.PostingIds", Text(County.SewingId)));
        await DoneAsync();
        (await Clerk.ReadAsync(again.Headers.Location!.OriginalString)).ShouldNotContain("已经在路上的没有再排");
    }

    [Fact]
    public async Task Who_was_sent_elsewhere_after_a_plan_is_not_given_that_as_its_reason()
    {
        var draft = await MakeAsync();
        await DoneAsync();
        // As if others had her place.
        await InAsync(db => db.Set<PlanRow>().Where(r => r.PersonId == County.WomanId).ExecuteDeleteAsync());
        var later = await MakeAsync();
        await DoneAsync();
        await ConfirmAsync(later);
        var why = await WhyAsync(draft, "王秀英", County.SewingId);
        why.ShouldContain("方案排好以后情况变了");
        why.ShouldNotContain("所以这份方案没有再排");
    }

    [Fact]
    public async Task Who_has_an_interview_elsewhere_is_to_be_asked_first_and_who_only_applied_is_said_to_have()
    {
        await AppliesAsync();
        var plan = await MakeAsync();
        await DoneAsync();
        (await Clerk.ReadAsync(plan)).ShouldContain("在别处已报名：");
        (await Clerk.ReadAsync(plan + "?view=check")).ShouldNotContain("先问清楚，再推荐到这里");
        await InAsync(async db =>
        {
            var referral = await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.PersonId == County.WomanId && r.PostingId == County.CleaningId);
            referral.Advance(ReferralState.Interview, new Actor(County.StaffAccountId, DateTime.UtcNow)).IsDone.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        foreach (var view in new[] { "?view=check", "/confirm" })
        {
            var shown = await Clerk.ReadAsync(plan + view);
            shown.ShouldContain("在别处约面试：");
            shown.ShouldContain("先问清楚，再推荐到这里");
        }
    }

    private Task<bool> AppliesAsync() => InAsync(async (services, _) =>
    {
        (await services.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(County.WomanId, County.CleaningId, County.StaffAccountId), default)).Refusals.ShouldBeEmpty();
        return true;
    });
}
