using System.Net;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What a plan's page says beside its rows: postings that got nobody, lost locks, reported postings, whom it is about.</summary>
public sealed class PlanListsPagesTests : ClerkAtPlans
{
    [Fact]
    public async Task Postings_that_got_nobody_are_listed_with_their_vacancies_and_their_candidates()
    {
        var postings = await OpenAsync(second: true);
        var page = await MakeOfAsync([County.WomanId], postings);
        var filled = await InAsync(db => db.Set<PlanRow>().Select(r => r.PostingId).SingleAsync());
        var empty = postings.Single(id => id != filled);
        var list = Unfilled(await Clerk.ReadAsync(page));
        list.ShouldContain("没有排到人的岗位</b> <span class=\"count\">1<");
        list.ShouldContain($"/station/postings/{empty}/candidates");
        list.ShouldNotContain($"/station/postings/{filled}/candidates");
        list.ShouldContain("空缺 1 个");
        list.ShouldNotContain("已关闭");
        await InAsync(db => db.Set<Posting>().Where(p => p.Id == empty).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostingState.Closed)));
        Unfilled(await Clerk.ReadAsync(page)).ShouldContain("已关闭");
        (await Clerk.ReadAsync(page + "?view=household")).ShouldNotContain("没有排到人的岗位");

        var whole = await MakeAsync();
        await DoneAsync();
        (await Clerk.ReadAsync(whole)).ShouldNotContain("没有排到人的岗位");
        using (await Clerk.PostAsync(whole, whole + "/again", ("least", "100"))) { }
        await DoneAsync();
        Unfilled(await Clerk.ReadAsync(whole)).ShouldContain($"/station/postings/{County.SewingId}/candidates", customMessage: "also where the whole plan places nobody");

        static string Unfilled(string html) => PartOf(html, "details", "id=\"unfilled\"");
    }

    [Fact]
    public async Task Vacancies_that_are_kept_for_people_of_another_plan_are_told_apart()
    {
        var postings = await OpenAsync(second: true);
        var first = await MakeOfAsync([County.WomanId], postings);
        var taken = await InAsync(db => db.Set<PlanRow>().Select(r => r.PostingId).SingleAsync());
        await InAsync(db => db.Set<Quota>().Where(q => q.PostingId == taken).ExecuteUpdateAsync(set => set.SetProperty(q => q.Vacancies, 3)));
        (await Clerk.ReadAsync(first)).ShouldContain("安排 1 人，现在空缺 3 个");
        await ConfirmAsync(first);
        var next = await MakeOfAsync([County.ManId], [taken]);
        (await Clerk.ReadAsync(next)).ShouldContain("现在空缺 2 个，另有 1 个留给在路上的人");
        (await Clerk.ReadAsync(first)).ShouldContain("安排 1 人，现在空缺 3 个", customMessage: "its own people take nothing from it");
    }

    [Fact]
    public async Task What_a_least_score_leaves_out_is_said_beside_the_proof()
    {
        var page = await MakeAsync();
        await DoneAsync();
        (await Clerk.ReadAsync(page)).ShouldNotContain("要求放低些");
        using (await Clerk.PostAsync(page, page + "/again", ("least", "10"))) { }
        await DoneAsync();
        var asked = await Clerk.ReadAsync(page);
        asked.ShouldContain("匹配分也够 10 分的人和岗位全部算过");
        asked.ShouldContain("这是按“至少 10 分”排的；要求放低些");
    }

    [Fact]
    public async Task A_plan_of_named_people_only_says_just_that()
    {
        var named = await Clerk.ReadAsync(await MakeOfAsync([County.WomanId], [County.SewingId]));
        named.ShouldContain("点名 1 人");
        named.ShouldNotContain("另外点名 1 人");
        named.ShouldNotContain("想工作、现在没有工作的人");
        using var both = await Clerk.PostAsync("/station/plans/new", "/station/plans/new",
            ("Form.Name", "两样"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PersonIds", Text(County.WomanId)), ("Form.PostingIds", Text(County.SewingId)));
        await DoneAsync();
        (await Clerk.ReadAsync(both.Headers.Location!.OriginalString)).ShouldContain("想工作、现在没有工作的人 · 另外点名 1 人");
    }

    [Fact]
    public async Task Only_what_there_is_is_said_and_big_numbers_have_their_marks()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await OutcomeAsync(outcome => outcome with { UnderWay = 0, SeatsKept = 2 });
        var seats = await Clerk.ReadAsync(page);
        seats.ShouldContain("留着 2 个空缺");
        seats.ShouldNotContain("已经在路上的没有再排");
        await OutcomeAsync(outcome => outcome with { UnderWay = 1, SeatsKept = 0 });
        var people = await Clerk.ReadAsync(page);
        people.ShouldContain("已经在路上的没有再排：1 人");
        people.ShouldNotContain("个空缺。");

        var fresh = await Clerk.ReadAsync(page + "?view=unplaced");
        fresh.ShouldContain("有岗位能去的人都排上了");
        fresh.ShouldNotContain("以前排的方案没有记下这一项");
        await OutcomeAsync(outcome => outcome with { People = 2035, PeopleUnplaced = [] });
        var old = await Clerk.ReadAsync(page + "?view=unplaced");
        old.ShouldContain("以前排的方案没有记下这一项");
        old.ShouldNotContain("有岗位能去的人都排上了");
        old.ShouldContain("/ 2,035<");
    }

    [Fact]
    public async Task Each_lost_lock_has_its_reason_and_asks_about_that_one_person()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await InAsync(db => db.Set<Person>().Where(p => p.Id == County.ManId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "王秀英")));
        var row = await InAsync(db => db.Set<PlanRow>().SingleAsync(r => r.PersonId == County.WomanId));
        using (await Clerk.PostAsync(page, page + "/lock", ("rowIds", Text(row.Id)), ("locked", "true"))) { }
        using (await Clerk.PostAsync(page, page + "/again", ("least", "100"))) { }
        await DoneAsync();
        var lost = await LostAsync();
        lost.ShouldContain("能去，但匹配分不到您要求的 100 分");
        lost.ShouldContain($"name=\"person\" value=\"{County.WomanId}\"");
        lost.ShouldNotContain("name=\"who\"");

        var both = await WhyAsync(page, "王秀英", row.PostingId);
        (both.Contains($"/station/people/{County.WomanId}\"", StringComparison.Ordinal), both.Contains($"/station/people/{County.ManId}\"", StringComparison.Ordinal)).ShouldBe((true, true));
        var one = await AskAsync("");
        (one.Contains($"/station/people/{County.WomanId}\"", StringComparison.Ordinal), one.Contains($"/station/people/{County.ManId}\"", StringComparison.Ordinal)).ShouldBe((true, false));
        one.ShouldContain($"name=\"person\" value=\"{County.WomanId}\"", customMessage: "asking about another posting means her again");
        (await AskAsync("赵小花")).ShouldContain("没有找到", customMessage: "another name is another question");

        await InAsync(db => db.Set<Posting>().Where(p => p.Id == row.PostingId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostingState.Closed).SetProperty(p => p.StateReason, nameof(PostingCloseReason.NotNeeded))));
        await DrainAsync();
        (await LostAsync()).ShouldContain("这个岗位现在不招了（记的是：不招了）。");
        (await AskAsync("")).ShouldContain("这个岗位现在不招了（记的是：不招了）。");
        await InAsync(db => db.Set<Posting>().Where(p => p.Id == row.PostingId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostingState.Published)));
        await InAsync(db => db.Set<Quota>().Where(q => q.PostingId == row.PostingId).ExecuteUpdateAsync(set => set.SetProperty(q => q.Taken, q => q.Vacancies)));
        (await LostAsync()).ShouldContain("这个岗位没有空缺了");
        (await AskAsync("")).ShouldContain("这个岗位没有空缺了");

        async Task<string> LostAsync() => PartOf(await Clerk.ReadAsync(page), "section", "aria-labelledby=\"lost-locks\"");

        async Task<string> AskAsync(string who)
        {
            using var answer = await Clerk.PostAsync(page, page + "/why", ("person", Text(County.WomanId)), ("who", who), ("postingId", Text(row.PostingId)));
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_reported_posting_says_what_was_reported_and_stays_when_the_plan_is_confirmed()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await InAsync(async db =>
        {
            db.Add(new PostingReport { PostingId = County.SewingId, Reason = PostingReportReason.Fee, Text = "要先交两百块体检费", At = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        var people = await InAsync(db => db.Set<PlanRow>().CountAsync());
        await ToldAsync("先看清楚，再推荐人去");
        await ConfirmAsync(page);
        await ToldAsync("人已经推荐过去，先问清楚");
        await InAsync(db => db.Set<PostingReport>().ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, (DateTime?)DateTime.UtcNow)));
        (await Clerk.ReadAsync(page)).ShouldNotContain("被人举报");

        async Task ToldAsync(string words)
        {
            var told = PartOf(await Clerk.ReadAsync(page), "section", "aria-labelledby=\"reported\"");
            told.ShouldContain(words);
            told.ShouldContain("要求职的人交钱");
            told.ShouldContain("要先交两百块体检费");
            told.ShouldContain($"安排 {people} 人");
        }
    }

    [Fact]
    public async Task Who_has_work_is_not_told_to_come_first()
    {
        await InAsync(async db =>
        {
            var posting = await db.Set<Posting>().SingleAsync(p => p.Id == County.SewingId);
            db.Entry(posting).Property(p => p.Kind).CurrentValue = PostingKind.PublicWelfare;
            db.Add(new HardshipAssessment { WorkerId = County.WomanId, SettlementId = County.Settlement.Id, Group = HardshipGroup.Disabled, From = new DateOnly(2026, 1, 1) });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        (await Clerk.ReadAsync(await MakeOfAsync([County.WomanId], [County.SewingId]))).ShouldContain("，优先安排");
        await InAsync(async db =>
        {
            var household = await db.Set<Person>().Where(p => p.Id == County.WomanId).Select(p => p.HouseholdId).SingleAsync();
            db.Add(new EmploymentSpell { PersonId = County.WomanId, HouseholdId = household, SettlementId = County.Settlement.Id, CountyCode = Some.County, Start = new DateOnly(2026, 1, 5), Channel = Channel.Gig });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await Clerk.ReadAsync(await MakeOfAsync([County.WomanId], [County.SewingId]));
        page.ShouldContain("有工作，想换");
        page.ShouldNotContain("，优先安排");
    }

    private Task<int> OutcomeAsync(Func<PlanOutcome, PlanOutcome> change) => InAsync(async db =>
    {
        var plan = await db.Set<PlacementPlan>().SingleAsync();
        db.Entry(plan).Property(p => p.Outcome).CurrentValue = change(plan.Outcome!);
        return await db.SaveChangesAsync();
    });
}
