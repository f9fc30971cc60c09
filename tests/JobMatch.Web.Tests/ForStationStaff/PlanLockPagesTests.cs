using System.Text.RegularExpressions;
using JobMatch.Fairs;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What a clerk keeps in a draft and what she rules out of it.</summary>
public sealed class PlanLockPagesTests : ClerkAtPlans
{
    [Fact]
    public async Task Rows_are_locked_and_stay()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var row = await InAsync(db => db.Set<PlanRow>().Select(r => r.Id).FirstAsync());
        using var locked = await Clerk.PostAsync(page, page + "/lock", ("rowIds", Text(row)), ("locked", "true"));
        (await Clerk.ReadAsync(page)).ShouldContain("保留锁定的 1 人，重新排");
        using var again = await Clerk.PostAsync(page, page + "/again");
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().CountAsync(r => r.Locked))).ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_that_could_not_stay_is_told_with_its_name_and_its_reason()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var row = await InAsync(db => db.Set<PlanRow>().SingleAsync(r => r.PersonId == County.WomanId));
        using (await Clerk.PostAsync(page, page + "/lock", ("rowIds", Text(row.Id)), ("locked", "true"))) { }
        using (await Clerk.PostAsync(page, page + "/again", ("least", "100"))) { }
        await DoneAsync();
        var told = Regex.Match(await Clerk.ReadAsync(page), "<section[^>]*aria-labelledby=\"lost-locks\".*?</section>", RegexOptions.Singleline).Value;
        told.ShouldContain("有 1 个锁定的安排已经不成立");
        told.ShouldContain("王秀英");
        told.ShouldContain($"name=\"postingId\" value=\"{row.PostingId}\"");
        using var why = await Clerk.PostAsync(page, page + "/why", ("who", "王秀英"), ("postingId", Text(row.PostingId)));
        (await why.Content.ReadAsStringAsync()).ShouldContain("能去，但匹配分不到您要求的 100 分");
    }

    [Fact]
    public async Task A_pair_is_ruled_out_shown_and_let_in_again()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var row = await InAsync(db => db.Set<PlanRow>().SingleAsync(r => r.PersonId == County.WomanId));
        using var barred = await Clerk.PostAsync(page, page + "/bar", ("rowIds", Text(row.Id)), ("wholly", "false"));
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().AnyAsync(r => r.PersonId == County.WomanId))).ShouldBeFalse();
        var shown = await Clerk.ReadAsync(page);
        shown.ShouldContain("您排除的");
        shown.ShouldContain("不去 缝纫工（书包加工）");
        using var back = await Clerk.PostAsync(page, page + "/unbar", ("personId", Text(County.WomanId)), ("postingId", Text(County.SewingId)));
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().AnyAsync(r => r.PersonId == County.WomanId))).ShouldBeTrue();
        (await Clerk.ReadAsync(page)).ShouldNotContain("您排除的");

        row = await InAsync(db => db.Set<PlanRow>().SingleAsync(r => r.PersonId == County.WomanId));
        var families = (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).Outcome!.ZeroEmploymentHouseholds;
        using var out_ = await Clerk.PostAsync(page, page + "/bar", ("rowIds", Text(row.Id)), ("wholly", "true"));
        await DoneAsync();
        (await Clerk.ReadAsync(page)).ShouldContain("不参加这份方案");
        var outcome = (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).Outcome!;
        outcome.ZeroEmploymentHouseholds.ShouldBe(families, "ruling somebody out does not make her family disappear");
        (outcome.Plan.Households + outcome.HouseholdsLeft.Count).ShouldBe(families);
    }
}
