using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Placement plans over HTTP: see, lock, confirm, undo; and who is told what.</summary>
public sealed class PlanPagesTests : ClerkAtPlans
{
    [Fact]
    public async Task A_plan_is_chosen_seen_confirmed_and_undone()
    {
        (await Clerk.ReadAsync("/station/plans")).ShouldContain("还没有安置方案");
        using (var nothing = await Clerk.PostAsync("/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.SettlementIds", Text(County.Settlement.Id))))
            WebUtility.HtmlDecode(await nothing.Content.ReadAsStringAsync()).ShouldContain("请至少选一个公开的岗位");
        var page = await MakeAsync();
        await DoneAsync();
        var shown = await Clerk.ReadAsync(page);
        shown.ShouldContain("王秀英");
        shown.ShouldContain("缝纫工（书包加工）");
        shown.ShouldContain("帮到的零就业家庭不可能再多");
        shown.ShouldContain("有合适的但没排上");
        (await Clerk.ReadAsync(page + "?view=unplaced")).ShouldContain("没有这样的人");
        await InAsync(async db =>
        {
            // As if another had her place.
            var plan = await db.Set<PlacementPlan>().SingleAsync();
            db.Entry(plan).Property(p => p.Outcome).CurrentValue = plan.Outcome! with { Unplaced = 1, PeopleUnplaced = [County.WomanId] };
            return await db.SaveChangesAsync();
        });
        (await Clerk.ReadAsync(page + "?view=unplaced")).ShouldContain($"/station/people/{County.WomanId}/postings");
        shown.ShouldContain("比“先到先得（等得久的先挑）”：");
        shown.ShouldContain("先到先得");
        (await Clerk.ReadAsync(page + "?view=household")).ShouldContain("零就业家庭");
        (await Clerk.ReadAsync(page + "?view=left")).ShouldContain("零就业家庭都安排上了");

        var confirm = await Clerk.ReadAsync(page + "/confirm");
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
        using var confirmed = await Clerk.PostAsync(page + "/confirm", page + "/confirm", ("version", Text(DeskVisitor.VersionIn(confirm))));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBeGreaterThan(0);
        var standing = await Clerk.ReadAsync(page);
        standing.ShouldContain("撤回整份方案");
        standing.ShouldContain("看推荐进展");
        var ask = await Clerk.ReadAsync(page + "/undo");
        var all = await InAsync(db => db.Set<Referral>().CountAsync());
        ask.ShouldContain($"撤回这 {all} 个推荐？");
        ask.ShouldNotContain("对方已经回应，不动");
        await MoveAsync(ReferralState.Interview);
        var answered = await Clerk.ReadAsync(page + "/undo");
        answered.ShouldContain("没有可以撤回的推荐了");
        answered.ShouldContain($"{all} 个对方已经回应，不动：这些人还在路上");
        await MoveAsync(ReferralState.Referred);
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBeGreaterThan(0, "asking takes nothing back");
        using var undone = await Clerk.PostAsync(page + "/undo", page + "/undo");
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBe(0);
        var after = await Clerk.ReadAsync(page);
        after.ShouldContain("本来能帮到的零就业家庭");
        after.ShouldNotContain("家里终于有人上班");
        after.ShouldContain("已撤回，没有帮到");
        after.ShouldContain("推荐已收回");
        after.ShouldNotContain("看推荐进展");
        (await Clerk.ReadAsync("/station/plans")).ShouldContain("本来 ");

        Task<int> MoveAsync(ReferralState to) => InAsync(db => db.Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, to)));
    }

    [Fact]
    public async Task Confirming_says_who_dropped_out_and_why_and_offers_to_work_it_out_again()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var confirm = await Clerk.ReadAsync(page + "/confirm");
        confirm.ShouldNotContain("现在不成立");
        (await Clerk.ReadAsync(page)).ShouldContain("确认，推荐");
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        var draft = await Clerk.ReadAsync(page);
        draft.ShouldContain("1 个安排现在不成立");
        draft.ShouldNotContain("确认，推荐", Case.Sensitive, "what would be refused is not offered");
        using (var refused = await Clerk.PostAsync(page, page + "/confirm", ("version", Text(DeskVisitor.VersionIn(confirm))))) refused.Headers.Location!.OriginalString.ShouldBe(page + "/confirm");
        var told = await Clerk.ReadAsync(page + "/confirm");
        told.ShouldContain("王秀英");
        told.ShouldContain("收回了同意，不让用人单位看");
        told.ShouldContain($"/station/postings/{County.SewingId}");
        told.ShouldContain(page + "/again");
        told.ShouldNotContain("name=\"version\"", Case.Sensitive, "nobody is offered what would be refused");
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task An_undone_plan_tells_whom_it_helped_all_the_same()
    {
        var page = await MakeAsync();
        await DoneAsync();
        using (await Clerk.PostAsync(page, page + "/confirm", ("version", Text(DeskVisitor.VersionIn(await Clerk.ReadAsync(page + "/confirm")))))) { }
        await MoveAsync(ReferralState.Interview);
        using (await Clerk.PostAsync(page + "/undo", page + "/undo")) { }
        (await Clerk.ReadAsync(page)).ShouldContain("已撤回；没有收回的推荐里，0 户有人录用了，1 户在等答复");
        await MoveAsync(ReferralState.Hired);
        (await Clerk.ReadAsync(page)).ShouldContain("已撤回；没有收回的推荐里，1 户有人录用了，0 户在等答复");
        await MoveAsync(ReferralState.Refused);
        (await Clerk.ReadAsync(page)).ShouldContain("已撤回，没有帮到");

        Task<int> MoveAsync(ReferralState to) => InAsync(db => db.Set<Referral>().Where(r => r.PersonId == County.WomanId).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, to)));
    }

    [Fact]
    public async Task A_plan_for_nobody_names_both_ways_of_choosing_people()
    {
        using var nobody = await Clerk.PostAsync("/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.PostingIds", Text(County.SewingId)));
        WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync()).ShouldContain("请至少勾一个您负责的安置区，或者在“另外点名的人”里加人");
    }

    [Fact]
    public async Task Namesakes_of_a_plan_are_told_apart_by_where_they_live()
    {
        var page = await MakeAsync();
        await DoneAsync();
        (await PeopleAsync()).ShouldNotContain("3 号楼", Case.Sensitive, "a name that stands once needs nothing more");
        await InAsync(db => db.Set<Person>().Where(p => p.Id == County.ManId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "王秀英")));
        Regex.Count(await PeopleAsync(), "3 号楼").ShouldBe(2);

        async Task<string> PeopleAsync() => Regex.Match(await Clerk.ReadAsync(page), "<details class=\"card fold.*?</details>", RegexOptions.Singleline).Value;
    }

    [Fact]
    public async Task A_count_of_training_demand_is_no_plan()
    {
        using (await Clerk.PostAsync("/station/training", "/station/training/run")) { }
        var asked = await InAsync(db => db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Kind == PlanKind.TrainingDemand));
        asked.ShouldNotBeNull();
        using var page = await Clerk.GetAsync($"/station/plans/{asked.Id}");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_posting_under_an_open_report_is_named_before_anybody_is_sent_there()
    {
        var page = await MakeAsync();
        await DoneAsync();
        const string Told = "个岗位被人举报，还没处理";
        (await Clerk.ReadAsync(page)).ShouldNotContain(Told);
        await InAsync(async db =>
        {
            db.Add(new PostingReport { PostingId = County.SewingId, Reason = default, Text = "要先交两百块体检费", At = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        foreach (var shown in new[] { page, page + "/confirm" }) (await Clerk.ReadAsync(shown)).ShouldContain(Told, customMessage: shown);
        await InAsync(db => db.Set<PostingReport>().ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, (DateTime?)DateTime.UtcNow)));
        (await Clerk.ReadAsync(page)).ShouldNotContain(Told);
    }

    [Fact]
    public async Task Postings_are_folded_with_a_line_each_and_a_least_score_is_asked_and_shown()
    {
        (await Clerk.ReadAsync("/station/plans/new")).ShouldContain("匹配分要求");
        using var made = await Clerk.PostAsync("/station/plans/new", "/station/plans/new", ("Form.Name", "挑一挑"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PostingIds", Text(County.SewingId)), ("Form.LeastScore", "30"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = made.Headers.Location!.OriginalString;
        await DoneAsync();
        (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).LeastScore.ShouldBe(30);
        var shown = await Clerk.ReadAsync(page);
        shown.ShouldContain("30 分以上才算");
        shown.ShouldContain($"id=\"posting-{County.SewingId}\"");
        Regex.Count(shown, "<details class=\"card fold\\s*\"[^>]*\\bopen\\b").ShouldBe(1, "few postings need no folding");

        using var stricter = await Clerk.PostAsync(page, page + "/again", ("least", "100"));
        await DoneAsync();
        var none = await Clerk.ReadAsync(page);
        none.ShouldContain("100 分以上才算");
        none.ShouldContain("不到 100 分的也算在内");
        var without = await Clerk.ReadAsync(page + "?view=without");
        without.ShouldContain("1 个岗位能去，但都不到 100 分");
        without.ShouldContain("王秀英");
    }

    [Fact]
    public async Task A_fair_that_is_not_there_has_no_plan()
    {
        using var answer = await Clerk.GetAsync("/station/plans/new?fair=999");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_suits_no_posting_is_listed_with_what_stands_in_the_way()
    {
        await InAsync(async db =>
        {
            var posting = await db.Set<JobMatch.Postings.Posting>().Include(p => p.Certificates).SingleAsync(p => p.Id == County.SewingId);
            posting.Certificates.Add(new JobMatch.Postings.PostingCertificate { KindId = 2, Timing = JobMatch.Matching.CertificateTiming.NeededToApply });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await MakeAsync();
        await DoneAsync();
        var outcome = (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).Outcome!;
        outcome.PeopleWithoutPair.ShouldContain(County.WomanId);
        outcome.PeopleWithoutPair.Count.ShouldBe(outcome.WithoutPair);
        (await Clerk.ReadAsync(page)).ShouldContain("?view=without");
        var listed = await Clerk.ReadAsync(page + "?view=without");
        listed.ShouldContain("王秀英");
        listed.ShouldContain($"/station/people/{County.WomanId}/postings");
        listed.ShouldContain("1 个岗位里有 1 个");
    }

    [Fact]
    public async Task Who_has_not_agreed_to_be_shown_is_told_of_and_leads_to_asking()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await MakeAsync();
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().AnyAsync(r => r.PersonId == County.WomanId))).ShouldBeFalse();
        (await Clerk.ReadAsync(page)).ShouldContain("没有同意让用人单位看资料，不在这个方案里");
        (await Clerk.ReadAsync(page + "?view=notasked")).ShouldContain($"/station/people/{County.WomanId}#consent");
    }

    [Fact]
    public async Task A_family_that_is_not_helped_has_its_reason_also_when_nobody_was_asked()
    {
        await InAsync(async db =>
        {
            foreach (var worker in await db.Set<Worker>().ToListAsync()) worker.ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await MakeAsync();
        await DoneAsync();
        var left = await Clerk.ReadAsync(page + "?view=left");
        left.ShouldContain("王秀英");
        left.ShouldContain("还没有同意让用人单位看资料");
        left.ShouldContain($"/station/people/{County.WomanId}#consent");
    }
}
