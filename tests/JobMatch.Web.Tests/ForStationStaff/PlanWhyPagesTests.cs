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

/// <summary>Why somebody does not go to her best posting, and the box that asks it of any pair.</summary>
public sealed class PlanWhyPagesTests : ClerkAtPlans
{
    [Fact]
    public async Task Who_fits_better_elsewhere_is_told_why_not_there_and_the_box_answers_for_any_pair()
    {
        var postings = await OpenAsync(second: true);
        var page = await MakeOfBothAsync(postings);
        var rows = await InAsync(db => db.Set<PlanRow>().AsNoTracking().ToListAsync());
        rows.Count.ShouldBe(2, "each of them somewhere");
        var behind = rows.Single(r => r.Best is not null);
        behind.Best!.Because.ShouldBe(PlanBestBecause.Full);
        var shown = await Clerk.ReadAsync(page);
        shown.ShouldContain("更合适的是");
        shown.ShouldContain("，名额给了");
        shown.ShouldContain("为什么没让这个人去这个岗位？");
        shown.ShouldContain($"<option value=\"{postings[0]}\"");

        var name = behind.PersonId == County.WomanId ? "王秀英" : "李建国";
        var full = await WhyAsync(page, name, behind.Best.PostingId);
        full.ShouldContain("能去，但名额给了另外 1 人");
        full.ShouldContain("真让这个人去");
        full.ShouldContain("差多少就是多少", customMessage: "worked out, not a bound");
        var told = PartOf(full, "section", $"aria-label=\"{name}\"");
        told.ShouldNotContain("至少");
        told.ShouldContain($"要换地方的： <a href=\"/station/people/{rows.Single(r => r != behind).PersonId}\">");
        full.ShouldContain("现在安排这个人去的是");
        (await WhyAsync(page, name, behind.PostingId)).ShouldContain("方案就是让这个人去这里");
        (await WhyAsync(page, "赵小花", behind.PostingId)).ShouldContain("没有找到");
        (await WhyAsync(page, "", behind.PostingId)).ShouldContain("请写姓名或证件号");

        using var locked = await Clerk.PostAsync(page, page + "/lock", ("rowIds", Text(behind.Id)), ("locked", "true"));
        (await WhyAsync(page, name, behind.Best.PostingId)).ShouldContain("您把这个人留在了别的岗位上");
        using var barred = await Clerk.PostAsync(page, page + "/bar", ("rowIds", Text(behind.Id)), ("wholly", "true"));
        await DoneAsync();
        (await WhyAsync(page, name, behind.Best.PostingId)).ShouldContain("您让这个人不参加这份方案");
    }

    [Fact]
    public async Task A_gate_a_bar_a_least_score_and_who_is_not_meant_are_each_said()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await InAsync(async db =>
        {
            var plan = await db.Set<PlacementPlan>().SingleAsync();
            plan.Bar([new PlanBar(County.WomanId, County.SewingId)], true).IsDone.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        await DoneAsync();
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("您排除了这个人去这个岗位");
        (await WhyAsync(page, "王秀英", County.CleaningId)).ShouldNotContain("/station/people/" + County.WomanId, Case.Sensitive, "a posting that the plan is not about");

        await InAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Bars, Array.Empty<PlanBar>()).SetProperty(p => p.LeastScore, 100)));
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("不到您要求的 100 分");
        await InAsync(async db =>
        {
            var posting = await db.Set<Posting>().Include(p => p.Certificates).SingleAsync(p => p.Id == County.SewingId);
            posting.Certificates.Add(new PostingCertificate { KindId = 2, Timing = CertificateTiming.NeededToApply });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var gate = await WhyAsync(page, "王秀英", County.SewingId);
        gate.ShouldContain("这个岗位现在去不了，原因写在下面。");
        gate.ShouldContain("<li class=\"gap\">");

        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).RecordWilling(false, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("没有登记想工作，所以没排");
        await InAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.People, new PeopleChoice { PersonIds = [County.ManId] })));
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("这份方案不包括这个人");
        await InAsync(db => db.Set<Posting>().Where(p => p.Id == County.SewingId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostingState.Closed)));
        (await WhyAsync(page, "李建国", County.SewingId)).ShouldContain("现在不招了");
    }

    [Fact]
    public async Task What_changed_since_is_not_priced_and_a_plan_of_others_is_not_asked()
    {
        var postings = await OpenAsync(second: false);
        var page = await MakeOfBothAsync(postings);
        var placed = (await InAsync(db => db.Set<PlanRow>().SingleAsync())).PersonId;
        var (left, name) = placed == County.WomanId ? (County.ManId, "李建国") : (County.WomanId, "王秀英");
        var asked = await WhyAsync(page, name, postings[0]);
        asked.ShouldContain("能去，但名额给了另外 1 人");
        asked.ShouldContain("方案没有安排这个人去别处");
        asked.ShouldContain("真让这个人去");
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.HelpsHousehold, true)));
        (await Clerk.ReadAsync(page + "?view=unplaced")).ShouldContain("其中 1 人要先安排（家里没人上班");
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.HelpsHousehold, false)));
        (await Clerk.ReadAsync(page + "?view=unplaced")).ShouldNotContain("人要先安排（");
        await InAsync(db => db.Set<PlanPriceList>().ExecuteDeleteAsync());
        (await WhyAsync(page, name, postings[0])).ShouldContain("差多少就是多少", customMessage: "without prices it can be worked out as well");
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Score, r => r.Score - 1)));
        (await WhyAsync(page, name, postings[0])).ShouldContain("算不出代价");
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Score, r => r.Score + 1)));
        left.ShouldNotBe(placed);

        await InAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.SettlementId, County.OtherSettlement.Id)));
        using var foreign = await Clerk.GetAsync(page + "/why");
        foreign.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var behind = await Clerk.GetAsync(page);
        behind.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_work_or_a_family_that_has_is_told_so_unless_she_is_named()
    {
        var page = await MakeAsync();
        await DoneAsync();
        await InAsync(async db =>
        {
            var household = await db.Set<Person>().Where(p => p.Id == County.WomanId).Select(p => p.HouseholdId).SingleAsync();
            db.Add(new EmploymentSpell { PersonId = County.WomanId, HouseholdId = household, SettlementId = County.Settlement.Id, CountyCode = Some.County, Start = new DateOnly(2026, 1, 5), Channel = Channel.Gig });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("这份方案只排现在没有工作的人");
        await InAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.People, new PeopleChoice { SettlementIds = [County.Settlement.Id], Wanted = PeopleWanted.ZeroEmploymentHouseholds })));
        (await WhyAsync(page, "李建国", County.SewingId)).ShouldContain("这份方案只排零就业家庭的人");
        await InAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.People, new PeopleChoice { PersonIds = [County.WomanId] })));
        (await WhyAsync(page, "王秀英", County.SewingId)).ShouldContain("方案就是让这个人去这里");
    }

    [Fact]
    public async Task Of_a_posting_with_several_places_each_reads_where_she_goes()
    {
        var postings = await OpenAsync(second: false);
        await InAsync(async db =>
        {
            db.Add(new Quota { PostingId = postings[0], Place = QuotaPlace.Settlement, SettlementId = County.Settlement.Id, PlaceText = "新坪村车间", Vacancies = 1 });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var shown = await Clerk.ReadAsync(await MakeOfBothAsync(postings));
        shown.ShouldContain("去 新坪村车间");
        shown.ShouldContain($"去 {County.Settlement.Name}");
    }

    [Fact]
    public async Task Of_the_places_of_a_posting_only_those_count_that_she_may_take()
    {
        var postings = await OpenAsync(second: false);
        await InAsync(async db =>
        {
            db.Add(new Quota { PostingId = postings[0], Place = QuotaPlace.Settlement, SettlementId = County.OtherSettlement.Id, Vacancies = 1 });
            var check = new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1));
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).RecordMobility(Mobility.Settlement, null, default, check);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await MakeOfBothAsync(postings);
        var near = (await InAsync(db => db.Set<PlanRow>().AsNoTracking().SingleAsync(r => r.PersonId == County.WomanId))).QuotaId;
        await InAsync(db => db.Set<PlanRow>().Where(r => r.PersonId == County.WomanId).ExecuteDeleteAsync());
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.QuotaId, near)));
        var full = await WhyAsync(page, "王秀英", postings[0]);
        full.ShouldContain($"能去的只有{County.Settlement.Name}");
        full.ShouldContain("那里的名额给了另外 1 人");

        var far = await InAsync(db => db.Set<Quota>().Where(q => q.PostingId == postings[0] && q.Id != near).Select(q => q.Id).SingleAsync());
        await InAsync(db => db.Set<PlanRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.QuotaId, far)));
        (await WhyAsync(page, "王秀英", postings[0])).ShouldNotContain("去那里的是：李建国", customMessage: "he is where she cannot go");
    }

    [Fact]
    public async Task Who_has_to_make_room_is_named_unless_she_is_out_of_the_clerks_reach_and_the_clerk_can_have_it_done()
    {
        var postings = await OpenAsync(second: false);
        var page = await MakeOfBothAsync(postings);
        var placed = await InAsync(db => db.Set<PlanRow>().AsNoTracking().SingleAsync());
        var (left, name, other) = placed.PersonId == County.WomanId ? (County.ManId, "李建国", "王秀英") : (County.WomanId, "王秀英", "李建国");
        var asked = PartOf(await WhyAsync(page, name, postings[0]), "section", $"aria-label=\"{name}\"");
        asked.ShouldContain($"要让位的（不再安排）： <a href=\"/station/people/{placed.PersonId}\">{other}</a>");
        asked.ShouldContain("就让这个人去这里，重新排");
        asked.ShouldNotContain("可能有一样好的排法");

        await InAsync(db => db.Set<Person>().Where(p => p.Id == placed.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.SettlementId, County.OtherSettlement.Id)));
        var hidden = PartOf(await WhyAsync(page, name, postings[0]), "section", $"aria-label=\"{name}\"");
        hidden.ShouldContain("另外还有 1 人也要动");
        hidden.ShouldNotContain(other);
        await InAsync(db => db.Set<Person>().Where(p => p.Id == placed.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.SettlementId, County.Settlement.Id)));

        using var pinned = await Clerk.PostAsync(page + "/why", page + "/pin", ("version", Text(await InAsync(db => db.Set<PlacementPlan>().Select(p => p.Version).SingleAsync()))), ("personId", Text(left)), ("postingId", Text(postings[0])));
        pinned.Headers.Location!.OriginalString.ShouldBe(page);
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(row => row.PersonId.ShouldBe(left), row => row.Locked.ShouldBeTrue());
        (await WhyAsync(page, name, postings[0])).ShouldContain("方案就是让这个人去这里");
        var kept = PartOf(await WhyAsync(page, other, postings[0]), "section", $"aria-label=\"{other}\"");
        kept.ShouldContain("那里的名额都被您留住了");
        kept.ShouldNotContain("就让这个人去这里", customMessage: "there is no room");
    }

    [Fact]
    public async Task A_least_score_that_nobody_reaches_is_said_in_every_list()
    {
        var page = await MakeAsync();
        await DoneAsync();
        using (await Clerk.PostAsync(page, page + "/again", ("least", "100"))) { }
        await DoneAsync();
        foreach (var view in (string[])["posting", "check", "without"]) (await Clerk.ReadAsync($"{page}?view={view}")).ShouldContain("没有一对够您要求的 100 分");
    }
}
