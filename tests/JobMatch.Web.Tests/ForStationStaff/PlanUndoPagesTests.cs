using System.Net;
using JobMatch.Fairs;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The question before a confirmed plan is taken back says what would happen to whom.</summary>
public sealed class PlanUndoPagesTests : ClerkAtPlans
{
    [Theory]
    [InlineData(ReferralState.Interview, "1 个对方已经回应，不动：这些人还在路上", "约面试")]
    [InlineData(ReferralState.Started, "1 个已经上班，不动", "上班了")]
    [InlineData(ReferralState.NoShow, "1 个早就结束了", "没有到岗")]
    [InlineData(ReferralState.Withdrawn, "1 个早就结束了", "已撤回")]
    [InlineData(ReferralState.Suggested, "1 个早就结束了", "推荐已收回")]
    public async Task Only_whom_it_takes_back_are_listed_and_the_others_stand_apart_with_their_state(ReferralState state, string said, string told)
    {
        var (page, all) = await ConfirmedAsync();
        await MoveAsync(state, County.WomanId);
        var ask = await Clerk.ReadAsync(page + "/undo");
        ask.ShouldContain($"撤回这 {all - 1} 个推荐？");
        var stay = PartOf(ask, "section", "aria-labelledby=\"stay\"");
        stay.ShouldContain(said);
        stay.ShouldContain("王秀英");
        stay.ShouldContain(told);
        foreach (var other in new[] { "还在路上", "已经上班", "早就结束" }.Where(words => !said.Contains(words, StringComparison.Ordinal))) stay.ShouldNotContain(other);
        var back = PartOf(ask, "section", "class=\"card pad stack\"");
        back.ShouldContain("李建国");
        back.ShouldNotContain("王秀英");
        back.ShouldContain("btn danger");
    }

    [Fact]
    public async Task Where_nothing_is_left_to_take_back_it_is_said_and_nothing_is_undone()
    {
        var (page, all) = await ConfirmedAsync();
        await MoveAsync(ReferralState.NoShow, null);
        var ask = await Clerk.ReadAsync(page + "/undo");
        ask.ShouldContain("没有可以撤回的推荐了");
        ask.ShouldContain($"{all} 个早就结束了");
        ask.ShouldNotContain("还在路上");
        ask.ShouldNotContain("btn danger");
        // A page of before that still has the button.
        using var undone = await Clerk.PostAsync(page + "/undo", page + "/undo");
        undone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync(page)).ShouldContain("没有可以撤回的推荐了：");
        (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).State.ShouldBe(PlanState.Confirmed);
    }

    private async Task<(string Page, int All)> ConfirmedAsync()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await ConfirmAsync(page);
        return (page, await InAsync(db => db.Set<Referral>().CountAsync()));
    }

    private Task<int> MoveAsync(ReferralState to, long? person) => InAsync(db => db.Set<Referral>().Where(r => person == null || r.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, to)));
}
