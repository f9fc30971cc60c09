using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A fair and what a plan is made of over HTTP: postings found, ticked and carried from page to page.</summary>
public sealed class NewPlanPagesTests : ClerkAtPlans
{
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
    public async Task What_a_fair_had_chosen_stays_ticked_when_it_closes()
    {
        const string New = "/station/plans/fairs/new";
        using var saved = await Clerk.PostAsync(
            New, New, ("Form.Name", "春风行动专场"), ("Form.On", "2099-03-01"), ("Form.Place", "社区广场"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PostingIds", Text(County.SewingId)), ("Form.PostingIds", Text(County.CleaningId)));
        var page = saved.Headers.Location!.OriginalString;
        (await Clerk.ReadAsync(page)).ShouldNotContain("列在最前面");
        await InAsync(async db =>
        {
            (await db.Set<JobMatch.Postings.Posting>().SingleAsync(p => p.Id == County.SewingId)).Close(JobMatch.Postings.PostingCloseReason.NotNeeded, JobMatch.Postings.PostingFilling.Unknown, DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        var closed = $"type=\"checkbox\" name=\"Form.PostingIds\" value=\"{County.SewingId}\" checked";
        var form = await Clerk.ReadAsync(page);
        form.ShouldContain("选过的岗位里有 1 个现在不招了");
        form.ShouldContain("已选 2 个岗位");
        Regex.Count(form, closed).ShouldBe(1);
        using var turned = await Clerk.PostAsync(page, page, ("Form.Name", "春风行动专场"), ("Form.PostingIds", Text(County.SewingId)), ("words", "保洁"), ("find", "true"));
        Regex.Count(await turned.Content.ReadAsStringAsync(), closed).ShouldBe(1);
        using var none = await Clerk.PostAsync(page, page, ("Form.Name", "春风行动专场"), ("Form.PostingIds", Text(County.SewingId)), ("tick", "none"));
        Regex.Count(await none.Content.ReadAsStringAsync(), closed).ShouldBe(0);
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
            // In the head the switches of the display carry what was sent.
            return html[html.IndexOf("<main", StringComparison.Ordinal)..];
        }
    }
}
