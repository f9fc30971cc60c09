using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Fairs, placement plans and training demand over HTTP: choose, see, lock, confirm, undo; and who may not.</summary>
public sealed class PlanPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Site _site = new();
    private SmallCounty _county = null!;
    private DeskVisitor _clerk = null!;

    public async Task InitializeAsync()
    {
        _county = await SmallCounty.CopyToAsync(_site.Folder);
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        _clerk = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_plan_is_chosen_seen_confirmed_and_undone()
    {
        (await _clerk.ReadAsync("/station/plans")).ShouldContain("还没有安置方案");
        using (var nothing = await _clerk.PostAsync("/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.SettlementIds", Text(_county.Settlement.Id))))
            WebUtility.HtmlDecode(await nothing.Content.ReadAsStringAsync()).ShouldContain("请至少选一个公开的岗位");
        var page = await MakeAsync();
        await DoneAsync();
        var shown = await _clerk.ReadAsync(page);
        shown.ShouldContain("王秀英");
        shown.ShouldContain("缝纫工（书包加工）");
        shown.ShouldContain("帮到的零就业家庭不可能再多");
        shown.ShouldContain("比“先到先得（等得久的先挑）”：");
        shown.ShouldContain("先到先得");
        (await _clerk.ReadAsync(page + "?view=household")).ShouldContain("零就业家庭");
        (await _clerk.ReadAsync(page + "?view=left")).ShouldContain("零就业家庭都安排上了");

        var confirm = await _clerk.ReadAsync(page + "/confirm");
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
        using var confirmed = await _clerk.PostAsync(page + "/confirm", page + "/confirm", ("version", Text(DeskVisitor.VersionIn(confirm))));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBeGreaterThan(0);
        var standing = await _clerk.ReadAsync(page);
        standing.ShouldContain("撤回整份方案");
        standing.ShouldContain("看推荐进展");
        (await _clerk.ReadAsync(page + "/undo")).ShouldContain("个推荐？");
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBeGreaterThan(0, "asking takes nothing back");
        using var undone = await _clerk.PostAsync(page + "/undo", page + "/undo");
        (await InAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Referred))).ShouldBe(0);
        var after = await _clerk.ReadAsync(page);
        after.ShouldContain("本来能帮到的零就业家庭");
        after.ShouldNotContain("家里终于有人上班");
        after.ShouldContain("推荐已收回");
        after.ShouldNotContain("看推荐进展");
        (await _clerk.ReadAsync("/station/plans")).ShouldContain("本来 ");
    }

    [Fact]
    public async Task Rows_are_locked_and_stay()
    {
        var page = await MakeAsync();
        await DoneAsync();
        var row = await InAsync(db => db.Set<PlanRow>().Select(r => r.Id).FirstAsync());
        using var locked = await _clerk.PostAsync(page, page + "/lock", ("rowIds", Text(row)), ("locked", "true"));
        (await _clerk.ReadAsync(page)).ShouldContain("保留锁定的 1 人，重新排");
        using var again = await _clerk.PostAsync(page, page + "/again");
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().CountAsync(r => r.Locked))).ShouldBe(1);
    }

    [Theory]
    [InlineData("/station/plans/new")]
    [InlineData("/station/plans/fairs/new")]
    public async Task Postings_are_found_by_words_and_what_is_ticked_stays_first(string page)
    {
        var (sewing, cleaning) = ($"name=\"Form.PostingIds\" value=\"{_county.SewingId}\"", $"name=\"Form.PostingIds\" value=\"{_county.CleaningId}\"");
        var found = await _clerk.ReadAsync(page + "?words=" + Uri.EscapeDataString("缝纫"));
        found.ShouldContain(sewing);
        found.ShouldNotContain(cleaning);
        using var answer = await _clerk.PostAsync(page, page, ("Form.Name", "写了一半"), ("Form.PostingIds", Text(_county.CleaningId)), ("words", "缝纫"), ("find", "true"));
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
            var posting = await db.Set<JobMatch.Postings.Posting>().Include(p => p.Certificates).SingleAsync(p => p.Id == _county.SewingId);
            posting.Certificates.Add(new JobMatch.Postings.PostingCertificate { KindId = 2, Timing = JobMatch.Matching.CertificateTiming.NeededToApply });
            return await db.SaveChangesAsync();
        });
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var page = await MakeAsync();
        await DoneAsync();
        var outcome = (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).Outcome!;
        outcome.PeopleWithoutPair.ShouldContain(_county.WomanId);
        outcome.PeopleWithoutPair.Count.ShouldBe(outcome.WithoutPair);
        (await _clerk.ReadAsync(page)).ShouldContain("?view=without");
        var listed = await _clerk.ReadAsync(page + "?view=without");
        listed.ShouldContain("王秀英");
        listed.ShouldContain($"/station/people/{_county.WomanId}/postings");
        listed.ShouldContain("1 个岗位里有 1 个");
    }

    [Fact]
    public async Task Who_has_not_agreed_to_be_shown_is_told_of_and_leads_to_asking()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var page = await MakeAsync();
        await DoneAsync();
        (await InAsync(db => db.Set<PlanRow>().AnyAsync(r => r.PersonId == _county.WomanId))).ShouldBeFalse();
        (await _clerk.ReadAsync(page)).ShouldContain("没有同意让用人单位看资料，不在这个方案里");
        (await _clerk.ReadAsync(page + "?view=notasked")).ShouldContain($"/station/people/{_county.WomanId}#consent");
    }

    [Fact]
    public async Task A_fair_is_written_down_and_leads_to_a_plan()
    {
        using var refused = await _clerk.PostAsync("/station/plans/fairs/new", "/station/plans/fairs/new", ("Form.Name", "春节专场"), ("Form.On", "2020-01-01"), ("Form.Place", "广场"), ("Form.SettlementIds", Text(_county.Settlement.Id)));
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("日期不能早于今天");
        using var saved = await _clerk.PostAsync(
            "/station/plans/fairs/new", "/station/plans/fairs/new", ("Form.Name", "春风行动专场"), ("Form.On", "2099-03-01"), ("Form.Place", "社区广场"),
            ("Form.SettlementIds", Text(_county.Settlement.Id)), ("Form.PostingIds", Text(_county.SewingId)), ("Form.Wanted", "AllWilling"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _clerk.ReadAsync("/station/plans")).ShouldContain("春风行动专场");
        var fair = await InAsync(db => db.Set<Fair>().SingleAsync());
        var form = await _clerk.ReadAsync($"/station/plans/new?fair={fair.Id}");
        form.ShouldContain("value=\"春风行动专场\"");
        form.ShouldContain($"value=\"{_county.SewingId}\" checked");
    }

    [Fact]
    public async Task Training_demand_opens_a_class_and_the_year()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        (await _clerk.ReadAsync("/station/training")).ShouldContain("还没有算过");
        using var started = await _clerk.PostAsync("/station/training", "/station/training/run");
        await DoneAsync();
        (await _clerk.ReadAsync("/station/training")).ShouldContain("缝纫工培训");
        var wanting = await _clerk.ReadAsync("/station/training/demand/1");
        wanting.ShouldContain("李建国");
        var (newly, gained) = await InAsync(async db => (await db.Set<PlacementPlan>().SingleAsync()).Demand.Single() is var row ? (row.NewlyPlaced, row.Gained.Single()) : default);
        wanting.ShouldContain(newly > 0 ? "能安排上班" : gained > 0 ? $"匹配分多 {gained}" : "安排不变");
        using var opened = await _clerk.PostAsync("/station/training/demand/1", "/station/training/demand/1", ("Form.Title", ""), ("Form.Seats", "20"), ("Form.From", "2099-01-05"), ("Form.PersonIds", Text(_county.ManId)), ("Form.PostingId", Text(_county.SewingId)));
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _clerk.ReadAsync(opened.Headers.Location!.OriginalString)).ShouldContain("李建国");
        (await InAsync(db => db.Set<TrainingRecord>().SingleAsync(t => t.PersonId == _county.ManId))).Form.ShouldBe(TrainingForm.OrderBased);
        (await InAsync(db => db.Set<TrainingClass>().SingleAsync())).Title.ShouldBe("缝纫工培训", "nothing written: the training's name");
        (await _clerk.ReadAsync("/station/training/year?year=2099")).ShouldContain("李建国");
    }

    [Fact]
    public async Task Everybody_who_wants_a_training_is_a_page_away_and_what_was_picked_goes_along()
    {
        const int Many = 120;
        var ids = await InAsync(async db =>
        {
            var people = Enumerable.Range(0, Many).Select(i => Some.Person($"张{i:D3}", 1990)).ToList();
            foreach (var chunk in people.Chunk(4))
            {
                var household = Some.Household(_county.Settlement.Id);
                foreach (var person in chunk) person.SettlementId = _county.Settlement.Id;
                household.Members.AddRange(chunk);
                db.Add(household);
            }

            await db.SaveChangesAsync();
            foreach (var person in people)
            {
                var worker = Some.Worker(person);
                worker.RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
                db.Add(worker);
            }

            await db.SaveChangesAsync();
            return people.ConvertAll(p => p.Id);
        });
        using var started = await _clerk.PostAsync("/station/training", "/station/training/run");
        await DoneAsync();
        const string Page = "/station/training/demand/1";
        var first = await _clerk.ReadAsync(Page);
        var seen = ids.Where(id => first.Contains($"/station/people/{id}\"", StringComparison.Ordinal)).ToHashSet();
        seen.Count.ShouldBe(50);
        for (var page = 2; page <= 3; page++)
        {
            using var turned = await _clerk.PostAsync(Page, $"{Page}/page?page={page}", ("Form.Title", "夜校"), ("Form.Seats", "20"), ("Form.PersonIds", Text(ids[0])), ("Form.PersonIds", Text(ids[119])));
            var html = WebUtility.HtmlDecode(await turned.Content.ReadAsStringAsync());
            html.ShouldContain("value=\"夜校\"");
            foreach (var picked in (long[])[ids[0], ids[119]])
                Regex.Count(html, $"name=\"Form.PersonIds\" value=\"{picked}\"").ShouldBe(1, "picked on this page or kept from another, never both");
            seen.UnionWith(ids.Where(id => html.Contains($"/station/people/{id}\"", StringComparison.Ordinal)));
        }

        seen.Count.ShouldBe(Many);
    }

    private async Task<string> MakeAsync()
    {
        using var made = await _clerk.PostAsync(
            "/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.SettlementIds", Text(_county.Settlement.Id)), ("Form.PeopleCount", "true"), ("Form.PostingIds", Text(_county.SewingId)));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>The site's own worker may have it already; either way it is done when none is left running.</summary>
    private async Task DoneAsync()
    {
        await _site.Services.GetRequiredService<PlanWorker>().DrainAsync();
        await Waits.UntilAsync(() => InAsync(db => db.Set<PlacementPlan>().AllAsync(p => p.State != PlanState.Running)));
    }

    private async Task<T> InAsync<T>(Func<JobMatchDbContext, Task<T>> work)
    {
        await using var request = _site.Services.CreateSystemScope();
        return await work(request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
