using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Fairs, placement plans and training demand over HTTP: choose, see, lock, confirm, undo; and who may not.</summary>
public sealed class PlanPagesTests : ClerkAtDesk
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
        (await Clerk.ReadAsync(page + "/undo")).ShouldContain("个推荐？");
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBeGreaterThan(0, "asking takes nothing back");
        using var undone = await Clerk.PostAsync(page + "/undo", page + "/undo");
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBe(0);
        var after = await Clerk.ReadAsync(page);
        after.ShouldContain("本来能帮到的零就业家庭");
        after.ShouldNotContain("家里终于有人上班");
        after.ShouldContain("推荐已收回");
        after.ShouldNotContain("看推荐进展");
        (await Clerk.ReadAsync("/station/plans")).ShouldContain("本来 ");
    }

    [Fact]
    public async Task Confirming_says_who_dropped_out_and_why_and_offers_to_work_it_out_again()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var confirm = await Clerk.ReadAsync(page + "/confirm");
        confirm.ShouldNotContain("现在不成立");
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
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
    public async Task A_count_of_training_demand_is_no_plan()
    {
        using (await Clerk.PostAsync("/station/training", "/station/training/run")) { }
        var asked = await InAsync(db => db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Kind == PlanKind.TrainingDemand));
        asked.ShouldNotBeNull();
        using var page = await Clerk.GetAsync($"/station/plans/{asked.Id}");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

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
        none.ShouldContain("没有一个岗位合适，或者不到 100 分");
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

    [Theory]
    [InlineData("/station/plans/new")]
    [InlineData("/station/plans/fairs/new")]
    public async Task Postings_are_found_by_words_and_what_is_ticked_stays_first(string page)
    {
        var (sewing, cleaning) = ($"name=\"Form.PostingIds\" value=\"{County.SewingId}\"", $"name=\"Form.PostingIds\" value=\"{County.CleaningId}\"");
        var found = await Clerk.ReadAsync(page + "?words=" + Uri.EscapeDataString("缝纫"));
        found.ShouldContain(sewing);
        found.ShouldNotContain(cleaning);
        using var answer = await Clerk.PostAsync(page, page, ("Form.Name", "写了一半"), ("Form.PostingIds", Text(County.CleaningId)), ("words", "缝纫"), ("find", "true"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var kept = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        kept.ShouldContain("value=\"写了一半\"");
        kept.ShouldContain(cleaning + " checked");
        kept.IndexOf(cleaning, StringComparison.Ordinal).ShouldBeLessThan(kept.IndexOf(sewing, StringComparison.Ordinal));
        kept.ShouldNotContain("error-summary");
        (await InAsync(db => db.Set<PlacementPlan>().AnyAsync())).ShouldBeFalse();
        (await InAsync(db => db.Set<Fair>().AnyAsync())).ShouldBeFalse();
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
    public async Task A_fair_is_written_down_and_leads_to_a_plan()
    {
        using var refused = await Clerk.PostAsync("/station/plans/fairs/new", "/station/plans/fairs/new", ("Form.Name", "春节专场"), ("Form.On", "2020-01-01"), ("Form.Place", "广场"), ("Form.SettlementIds", Text(County.Settlement.Id)));
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("日期不能早于今天");
        using var saved = await Clerk.PostAsync(
            "/station/plans/fairs/new", "/station/plans/fairs/new", ("Form.Name", "春风行动专场"), ("Form.On", "2099-03-01"), ("Form.Place", "社区广场"),
            ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PostingIds", Text(County.SewingId)), ("Form.Wanted", "AllWilling"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync("/station/plans")).ShouldContain("春风行动专场");
        var fair = await InAsync(db => db.Set<Fair>().SingleAsync());
        var form = await Clerk.ReadAsync($"/station/plans/new?fair={fair.Id}");
        form.ShouldContain("value=\"春风行动专场\"");
        form.ShouldContain($"value=\"{County.SewingId}\" checked");
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

    [Fact]
    public async Task Postings_come_a_page_at_a_time_and_what_is_ticked_goes_along()
    {
        var ids = await InAsync(async db =>
        {
            var employer = await db.Set<JobMatch.Postings.Posting>().Where(p => p.Id == County.SewingId).Select(p => p.EmployerId).SingleAsync();
            var postings = Enumerable.Range(0, 70).Select(i => Some.Posting(employer, $"装配工{i:D2}", i % 2 == 0 ? JobMatch.Matching.PostingKind.Enterprise : JobMatch.Matching.PostingKind.Gig, 1, County.Settlement.Id)).ToList();
            foreach (var posting in postings) posting.Submit(employerVerified: true, DateTime.UtcNow);
            db.AddRange(postings);
            await db.SaveChangesAsync();
            return postings.ConvertAll(p => p.Id);
        });
        const string Page = "/station/plans/new";
        var first = await Clerk.ReadAsync(Page);
        Regex.Count(first, "type=\"checkbox\" name=\"Form.PostingIds\"").ShouldBe(30);
        var second = await AskAsync(("Form.PostingIds", Text(ids[0])), ("turn", "2"));
        Regex.Count(second, $"type=\"hidden\" name=\"Form.PostingIds\" value=\"{ids[0]}\"").ShouldBe(1);
        second.ShouldContain("（另外几页 1 个）");
        second.ShouldContain("data-elsewhere=\"1\">已选 1 个岗位</span>", Case.Sensitive, "the figure is of all pages");
        var gigs = await AskAsync(("Form.PostingIds", Text(ids[0])), ("group", "Gig"), ("find", "true"));
        gigs.ShouldContain($"value=\"{ids[0]}\" checked");
        gigs.ShouldNotContain($"value=\"{ids[2]}\"");
        var all = await AskAsync(("group", "Gig"), ("tick", "all"));
        var gigsInAll = await InAsync(db => db.Set<JobMatch.Postings.Posting>().CountAsync(p => p.Kind == JobMatch.Matching.PostingKind.Gig && p.State == JobMatch.Postings.PostingState.Published));
        Regex.Count(all, "name=\"Form.PostingIds\" value=\"\\d+\"( checked| />)").ShouldBe(gigsInAll);
        gigsInAll.ShouldBeGreaterThan(30);
        Regex.Count(await AskAsync([.. ids.Select(id => ("Form.PostingIds", Text(id))), ("tick", "none")]), "name=\"Form.PostingIds\" value=\"\\d+\" checked").ShouldBe(0);
        (await InAsync(db => db.Set<PlacementPlan>().AnyAsync())).ShouldBeFalse("looking makes no plan");

        async Task<string> AskAsync(params (string, string)[] fields)
        {
            using var answer = await Clerk.PostAsync(Page, Page, [("Form.Name", "写了一半"), .. fields]);
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            html.ShouldContain("value=\"写了一半\"");
            return html;
        }
    }

    private async Task<string> MakeAsync()
    {
        using var made = await Clerk.PostAsync(
            "/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PeopleCount", "true"), ("Form.PostingIds", Text(County.SewingId)));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>The site's own worker may have it already; either way it is done when none is left running.</summary>
    private async Task DoneAsync()
    {
        await Site.Services.GetRequiredService<PlanWorker>().DrainAsync();
        await Waits.UntilAsync(() => InAsync(db => db.Set<PlacementPlan>().AllAsync(p => p.State != PlanState.Running)));
    }
}
