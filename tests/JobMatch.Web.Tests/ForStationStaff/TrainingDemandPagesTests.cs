using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Training demand over HTTP: for which vacancies, by whom, a class opened from it, the year.</summary>
public sealed class TrainingDemandPagesTests : ClerkAtDesk
{
    [Fact]
    public async Task Whom_a_training_would_bring_nowhere_is_told_why_with_the_way_to_her_records()
    {
        await InAsync(async db =>
        {
            var man = await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId);
            man.RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            man.RecordCapacity(LabourCapacity.Unknown, WorkRestriction.None, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        using (await Clerk.PostAsync("/station/training", "/station/training/run")) await DoneAsync();
        var page = await Clerk.ReadAsync("/station/training/demand/1");
        page.ShouldContain("安排不变");
        page.ShouldContain($"/station/people/{County.ManId}/edit/capacity\"");
        page.ShouldContain("个岗位里有 ");
        page.ShouldContain($"/station/people/{County.ManId}/postings?ifTraining=1");
    }

    [Fact]
    public async Task Training_demand_opens_a_class_and_the_year()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        (await Clerk.ReadAsync("/station/training")).ShouldContain("还没有算过");
        using var started = await Clerk.PostAsync("/station/training", "/station/training/run");
        await DoneAsync();
        (await Clerk.ReadAsync("/station/training")).ShouldContain("缝纫工培训");
        var wanting = await Clerk.ReadAsync("/station/training/demand/1");
        foreach (var said in new[] { wanting, await Clerk.ReadAsync("/station/training") }) said.ShouldContain("想学的人只算想工作、现在没有工作的");
        wanting.ShouldContain("李建国");
        (await Clerk.ReadAsync("/station/training")).ShouldNotContain("这张表还没算进去");
        var (newly, gained) = await InAsync(async db => (await db.Set<PlacementPlan>().SingleAsync()).Demand.Single() is var row ? (row.NewlyPlaced, row.Gained.Single()) : default);
        wanting.ShouldContain(newly > 0 ? "能安排上班" : gained > 0 ? $"匹配分多 {gained}" : "安排不变");
        (await Clerk.ReadAsync("/station/training?of=kind-Gig")).ShouldContain("还没有算过", Case.Sensitive, "another question");
        using var nobody = await Clerk.PostAsync("/station/training/demand/1", "/station/training/demand/1/class", ("Form.Seats", "20"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.OK, nobody.Headers.Location?.OriginalString);
        WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync()).ShouldContain("请至少选一个人");
        using var asked = await Clerk.PostAsync("/station/training/demand/1", "/station/training/demand/1/class", ("Form.Seats", "1"), ("Form.From", "2099-01-05"), ("Form.PersonIds", Text(County.ManId)), ("Form.PostingIds", Text(County.SewingId)));
        var look = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        foreach (var words in new[] { "开班，登记 1 人", "李建国", "上课地点", "谁来教", "value=\"2099-01-05\"" }) look.ShouldContain(words);
        (await InAsync(db => db.Set<TrainingClass>().AnyAsync())).ShouldBeFalse("looking opens nothing");
        using var opened = await Clerk.PostAsync("/station/training/demand/1", "/station/training/demand/1", ("Form.Title", ""), ("Form.Seats", "20"), ("Form.From", "2099-01-05"), ("Form.Place", "文化广场"), ("Form.Trainer", "李老师"), ("Form.PersonIds", Text(County.ManId)), ("Form.PostingIds", Text(County.SewingId)));
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var old = await Clerk.ReadAsync("/station/training");
        old.ShouldContain("又有 1 个培训班新开、取消或者换了人，这张表还没算进去");
        Regex.Count(old, "action=\"/station/training/run\\?of=all\"").ShouldBe(2, "the button stands beside it, too");
        (await Clerk.ReadAsync(opened.Headers.Location!.OriginalString)).ShouldContain("李建国");
        var began = await Clerk.ReadAsync(opened.Headers.Location!.OriginalString);
        began.ShouldContain("开班</span>");
        began.ShouldNotContain("正在学", Case.Sensitive, "the class begins years from now");
        var after = await Clerk.ReadAsync("/station/training/demand/1");
        after.ShouldNotContain($"name=\"Form.PersonIds\" value=\"{County.ManId}\"", Case.Sensitive, "he is in a class");
        (await InAsync(db => db.Set<TrainingRecord>().SingleAsync(t => t.PersonId == County.ManId))).Form.ShouldBe(TrainingForm.OrderBased);
        (await InAsync(db => db.Set<TrainingClass>().SingleAsync())).Title.ShouldBe("缝纫工培训", "nothing written: the training's name");
        (await Clerk.ReadAsync("/station/training/year?year=2099")).ShouldContain("李建国");
        (await Clerk.ReadAsync("/station/training/year?year=2098")).ShouldNotContain("李建国");
        await ChangeClassAsync(opened.Headers.Location!.OriginalString);
    }

    private async Task ChangeClassAsync(string page)
    {
        var shown = await Clerk.ReadAsync(page);
        foreach (var words in new[] { "文化广场", "李老师" }) shown.ShouldContain(words);
        var form = await Clerk.ReadAsync(page + "/edit");
        form.ShouldContain($"value=\"{County.ManId}\" checked");
        var version = Regex.Match(form, "name=\"Form.Version\" value=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] fields = [("Form.Title", "缝纫夜校"), ("Form.Seats", "20"), ("Form.From", "2099-02-01"), ("Form.Place", "社区二楼"), ("Form.PersonIds", Text(County.ManId))];
        using var stale = await Clerk.PostAsync(page + "/edit", page + "/edit", [.. fields, ("Form.Version", "77")]);
        var told = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync());
        told.ShouldContain("error-summary");
        told.ShouldContain($"name=\"Form.Version\" value=\"{version}\"", Case.Sensitive, "the next save is meant");
        using var saved = await Clerk.PostAsync(page + "/edit", page + "/edit", [.. fields, ("Form.Version", version)]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync(page)).ShouldContain("社区二楼");

        var ask = await Clerk.ReadAsync(page + "/cancel");
        ask.ShouldContain("班里的 1 人每人会收到一条消息");
        using var cancelled = await Clerk.PostAsync(page + "/cancel", page + "/cancel", ("version", Text(DeskVisitor.VersionIn(ask))));
        var after = await Clerk.ReadAsync(page);
        foreach (var words in new[] { "已取消", "恢复这个班", page + "/restore" }) after.ShouldContain(words);
        (await Clerk.ReadAsync("/station/training/demand/1")).ShouldContain($"name=\"Form.PersonIds\" value=\"{County.ManId}\"", Case.Sensitive, "he can be picked again");
        using var restored = await Clerk.PostAsync(page, page + "/restore");
        (await Clerk.ReadAsync(page)).ShouldNotContain("已取消");
    }

    [Fact]
    public async Task Trainings_that_place_nobody_more_are_ranked_by_whom_they_bring_into_a_better_post()
    {
        var rows = new[] { Row(1, better: 2), Row(2, better: 7), Row(3, better: 0) };
        await InAsync(async db =>
        {
            var plan = new PlacementPlan { Kind = PlanKind.TrainingDemand, SettlementId = County.Settlement.Id, Name = "", People = new PeopleChoice { SettlementIds = [County.Settlement.Id] }, MadeBy = 1, MadeAt = DateTime.UtcNow };
            plan.Finish(rows, DateTime.UtcNow).IsDone.ShouldBeTrue();
            db.Add(plan);
            return await db.SaveChangesAsync();
        });
        var page = await Clerk.ReadAsync("/station/training?of=all");
        page.ShouldContain("学哪个都不会多安排人。下面按“能更合适的人”排");
        int At(int kind) => page.IndexOf($"/station/training/demand/{kind}?of=all", StringComparison.Ordinal);
        At(2).ShouldBeInRange(1, At(1));
        page.IndexOf("<details class=\"pad\"", StringComparison.Ordinal).ShouldBeInRange(At(1), At(3), "nobody gains by the third: it is folded");
        page.ShouldNotContain("能多安排的人");

        await InAsync(async db =>
        {
            (await db.Set<PlacementPlan>().SingleAsync()).RunAgain().IsDone.ShouldBeTrue();
            (await db.Set<PlacementPlan>().SingleAsync()).Finish([Row(3, better: 0)], DateTime.UtcNow).IsDone.ShouldBeTrue();
            db.Add(new Fair { SettlementId = County.Settlement.Id, Name = "要来的招聘会", On = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(5), Place = "广场", PostingIds = [County.SewingId], MadeBy = 1, MadeAt = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        var nothing = await Clerk.ReadAsync("/station/training?of=all");
        nothing.ShouldContain("也没有人能去更合适的岗位");
        nothing.ShouldContain("看“要来的招聘会”的培训需求");

        static TrainingDemandRow Row(int kind, int better) => new(kind, 9, 0, 0, better, [], 0, []) { FitBetter = better, MoreLicensed = 0 };
    }

    /// <summary>An order follows the people picked: where the training would bring just these.</summary>
    [Fact]
    public async Task A_class_is_ordered_for_every_posting_that_its_people_would_go_to()
    {
        var other = await InAsync(db => db.Set<Posting>().Where(p => p.State == PostingState.Published && p.Id != County.SewingId && p.Id != County.CleaningId).Select(p => p.Id).FirstAsync());
        await InAsync(async db =>
        {
            var plan = new PlacementPlan { Kind = PlanKind.TrainingDemand, SettlementId = County.Settlement.Id, Name = "", People = new PeopleChoice { SettlementIds = [County.Settlement.Id] }, MadeBy = 1, MadeAt = DateTime.UtcNow };
            plan.Finish([new TrainingDemandRow(1, 2, 1, 0, 45, [County.WomanId, County.ManId], 1, [County.SewingId, County.CleaningId, other]) { Then = [County.SewingId, County.CleaningId], Gained = [40, 5] }], DateTime.UtcNow).IsDone.ShouldBeTrue();
            db.Add(plan);
            return await db.SaveChangesAsync();
        });
        const string demand = "/station/training/demand/1?of=all";
        var both = await PrepareAsync(County.WomanId, County.ManId);
        Ticked(both).ShouldBe([County.SewingId, County.CleaningId], ignoreOrder: true);
        both.ShouldContain($"name=\"Form.PostingIds\" value=\"{Text(other)}\" />", Case.Sensitive, "nobody of these would go there; she may tick it");
        Regex.Count(both, "选的人里 1 人会去").ShouldBe(2);
        Ticked(await PrepareAsync(County.ManId)).ShouldBe([County.CleaningId]);

        using var opened = await Clerk.PostAsync(demand, "/station/training/demand/1?of=all", [("Form.Seats", "20"), ("Form.From", "2099-01-05"), ("Form.PersonIds", Text(County.WomanId)), ("Form.PersonIds", Text(County.ManId)),
            ("Form.PostingIds", Text(County.SewingId)), ("Form.PostingIds", Text(County.CleaningId)), ("Form.PostingIds", "987654321")]);
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stored = await InAsync(db => db.Set<TrainingClass>().SingleAsync());
        stored.PostingIds.ShouldBe([County.SewingId, County.CleaningId]);
        stored.Form.ShouldBe(TrainingForm.OrderBased);
        var page = await Clerk.ReadAsync(opened.Headers.Location!.OriginalString);
        foreach (var said in new[] { "缝纫工（书包加工）", "小区保洁员", "幸福里社区工厂", "黔山物业", $"/station/postings/{Text(County.SewingId)}\"", $"/station/postings/{Text(County.CleaningId)}\"" }) page.ShouldContain(said);
        (await Clerk.ReadAsync("/station/training?of=all")).ShouldContain("缝纫工（书包加工）、小区保洁员");

        async Task<string> PrepareAsync(params long[] people)
        {
            using var asked = await Clerk.PostAsync(demand, "/station/training/demand/1/class?of=all", [.. people.Select(id => ("Form.PersonIds", Text(id))), ("Form.Seats", "1")]);
            asked.StatusCode.ShouldBe(HttpStatusCode.OK, asked.Headers.Location?.OriginalString);
            return WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        }

        static IEnumerable<long> Ticked(string html) => Regex.Matches(html, "name=\"Form.PostingIds\" value=\"(\\d+)\" checked").Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The sum is the plan's, the list is of those who want it: the difference is said.</summary>
    [Fact]
    public async Task Who_is_placed_because_others_move_on_is_told_beside_the_sum()
    {
        await InAsync(async db =>
        {
            var plan = new PlacementPlan { Kind = PlanKind.TrainingDemand, SettlementId = County.Settlement.Id, Name = "", People = new PeopleChoice { SettlementIds = [County.Settlement.Id] }, MadeBy = 1, MadeAt = DateTime.UtcNow };
            plan.Finish([Row(1, more: 9, placed: 7), Row(2, more: 4, placed: 5), Row(3, more: 3, placed: 3)], DateTime.UtcNow).IsDone.ShouldBeTrue();
            db.Add(plan);
            return await db.SaveChangesAsync();
        });
        (await Clerk.ReadAsync("/station/training/demand/1?of=all")).ShouldContain("其中想学的 7 人；另外 2 人不用学");
        (await Clerk.ReadAsync("/station/training/demand/2?of=all")).ShouldContain("想学的有 5 人能排上，其中 1 人占了别人的位子");
        var alike = await Clerk.ReadAsync("/station/training/demand/3?of=all");
        alike.ShouldNotContain("不用学");
        alike.ShouldNotContain("占了别人");

        static TrainingDemandRow Row(int kind, int more, int placed) => new(kind, 9, more, 0, 10, [], placed, []) { MoreLicensed = 0 };
    }

    [Fact]
    public async Task It_opens_on_the_coming_fair_and_every_choice_has_an_address()
    {
        (await Clerk.ReadAsync("/station/training")).ShouldContain("action=\"/station/training/run?of=all\"", Case.Sensitive, "no fair comes");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var fair = await InAsync(async db =>
        {
            Fair Of(string name, int days, params long[] postings) => new() { SettlementId = County.Settlement.Id, Name = name, On = today.AddDays(days), Place = "广场", PostingIds = postings, MadeBy = 1, MadeAt = DateTime.UtcNow };
            var next = Of("下一场", 9, County.SewingId);
            db.AddRange(Of("还没有岗位", 3), next, Of("再下一场", 20, County.SewingId), Of("过了的", -2, County.SewingId));
            await db.SaveChangesAsync();
            return next.Id;
        });
        var page = await Clerk.ReadAsync("/station/training");
        page.ShouldContain($"action=\"/station/training/run?of=fair-{fair}\"");
        page.ShouldContain($"<option value=\"fair-{fair}\" selected=\"selected\">");
        page.ShouldContain("<option value=\"all\">");
        (await Clerk.ReadAsync("/station/training?of=all")).ShouldContain("action=\"/station/training/run?of=all\"");
    }

    [Fact]
    public async Task A_fair_that_is_over_is_not_offered_to_be_trained_for()
    {
        await InAsync(async db =>
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            db.AddRange(new Fair { SettlementId = County.Settlement.Id, Name = "过了的招聘会", On = today.AddDays(-5), Place = "广场", MadeBy = 1, MadeAt = DateTime.UtcNow }, new Fair { SettlementId = County.Settlement.Id, Name = "要来的招聘会", On = today.AddDays(5), Place = "广场", MadeBy = 1, MadeAt = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        var page = await Clerk.ReadAsync("/station/training");
        page.ShouldContain("要来的招聘会");
        page.ShouldNotContain("过了的招聘会");
        var past = await InAsync(db => db.Set<Fair>().Where(f => f.Name == "过了的招聘会").Select(f => f.Id).SingleAsync());
        var asked = await Clerk.ReadAsync($"/station/training?of=fair-{past}");
        asked.ShouldContain("已结束的招聘会");
        asked.ShouldContain("过了的招聘会");
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
                var household = Some.Household(County.Settlement.Id);
                foreach (var person in chunk) person.SettlementId = County.Settlement.Id;
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
        using var started = await Clerk.PostAsync("/station/training", "/station/training/run");
        await DoneAsync();
        const string Page = "/station/training/demand/1";
        var first = await Clerk.ReadAsync(Page);
        var seen = ids.Where(id => first.Contains($"/station/people/{id}\"", StringComparison.Ordinal)).ToHashSet();
        seen.Count.ShouldBe(50);
        for (var page = 2; page <= 3; page++)
        {
            using var turned = await Clerk.PostAsync(Page, $"{Page}/page?page={page}", ("Form.Title", "夜校"), ("Form.Seats", "20"), ("Form.PersonIds", Text(ids[0])), ("Form.PersonIds", Text(ids[119])));
            var html = WebUtility.HtmlDecode(await turned.Content.ReadAsStringAsync());
            // In the head the switches of the display carry what was sent.
            html = html[html.IndexOf("<main", StringComparison.Ordinal)..];
            html.ShouldContain("value=\"夜校\"");
            foreach (var picked in (long[])[ids[0], ids[119]])
                Regex.Count(html, $"name=\"Form.PersonIds\" value=\"{picked}\"").ShouldBe(1, "picked on this page or kept from another, never both");
            seen.UnionWith(ids.Where(id => html.Contains($"/station/people/{id}\"", StringComparison.Ordinal)));
        }

        seen.Count.ShouldBe(Many);
    }

    [Fact]
    public async Task Chosen_postings_stand_in_the_address_and_are_counted()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        (await Clerk.ReadAsync("/station/training/postings")).ShouldContain("缝纫工（书包加工）");
        using var none = await Clerk.PostAsync("/station/training/postings", "/station/training/postings");
        WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync()).ShouldContain("请至少选一个公开的岗位");
        using var chosen = await Clerk.PostAsync("/station/training/postings", "/station/training/postings?least=10", ("Form.PostingIds", Text(County.SewingId)));
        var at = chosen.Headers.Location!.OriginalString;
        at.ShouldBe($"/station/training?of=postings-{County.SewingId}&least=10");
        (await Clerk.ReadAsync(at)).ShouldContain("选定的 1 个岗位");
        using var run = await Clerk.PostAsync(at, at.Replace("/training?", "/training/run?", StringComparison.Ordinal));
        run.Headers.Location!.OriginalString.ShouldBe(at);
        await DoneAsync();
        var shown = await Clerk.ReadAsync(at);
        shown.ShouldContain("缝纫工培训");
        shown.ShouldContain($"/station/training/demand/1?of=postings-{County.SewingId}&least=10");
        (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).Scope.PostingIds.ShouldBe([County.SewingId]);
    }

    /// <summary>The site's own worker may have it already; either way it is done when none is left running.</summary>
    private async Task DoneAsync()
    {
        await Site.Services.GetRequiredService<PlanWorker>().DrainAsync();
        await Waits.UntilAsync(() => InAsync(db => db.Set<PlacementPlan>().AllAsync(p => p.State != PlanState.Running)));
    }
}
