using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

public sealed class ResidentPagesTests(SmallSite site) : IClassFixture<SmallSite>
{
    public static TheoryData<string> OwnPages =>
        ["/for-you", "/messages", "/me", "/me/facts", "/me/wishes", "/me/reach", "/me/skills", "/me/applications", "/me/employers", "/me/switch", "/me/help", "/me/correction", "/me/found-work", "/me/lost-job"];

    [Theory, MemberData(nameof(OwnPages))]
    public async Task Own_pages_are_for_residents_only(string path)
    {
        using var stranger = await site.Visitor().GetAsync(path);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        stranger.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?returnUrl=");
        using var staff = await (await site.WorkerAsync(SmallCounty.StaffName)).GetAsync(path);
        staff.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var resident = await (await site.ResidentAsync(site.County.WomanId)).GetAsync(path);
        resident.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/jobs?q=x&kind=nonsense&pay=-4&shift=99&needs=Moon&page=-1&sort=77&place=s")]
    [InlineData("/help")]
    [InlineData("/sign-in/phone")]
    public async Task Public_pages_answer_everybody(string path) => (await site.Visitor().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Beside_a_widened_answer_stand_the_counts_of_what_is_shown()
    {
        var nothing = System.Net.WebUtility.HtmlDecode(await site.Visitor().GetStringAsync("/jobs?q=缝纫 60000以上"));
        nothing.ShouldContain("一个也没有");
        nothing.ShouldContain("白班（1）");
        (await site.Visitor().GetStringAsync("/jobs?q=缝纫&shift=Night")).ShouldContain("白班（1）");
    }

    [Fact]
    public async Task Filters_offer_what_brings_something_and_what_is_chosen()
    {
        var page = System.Net.WebUtility.HtmlDecode(await site.Visitor().GetStringAsync("/jobs?q=缝纫&shift=Night"));
        page.ShouldContain("白班（1）");
        page.ShouldContain("<option value=\"Night\" selected");
        page.Split("（0）").Length.ShouldBe(2, "Nothing but the chosen shift may bring nothing.");
        page.ShouldNotContain(">0 个<");
        page.ShouldNotContain("value=\"ThreeShift\"");
    }

    [Fact]
    public async Task A_widened_answer_goes_on_to_its_next_page()
    {
        await using var own = new SmallSite();
        await own.InitializeAsync();
        await own.OnDbAsync(async db =>
        {
            var now = own.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            for (var i = 1; i <= 25; i++)
            {
                var posting = Some.Posting(own.County.FactoryId, $"打包工{i}组");
                posting.Submit(employerVerified: true, now);
                if (!posting.IsPublic) posting.Approve(employerVerified: true, now);
                db.Add(posting);
            }

            return await db.SaveChangesAsync();
        });
        await own.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var visitor = own.Visitor();
        var first = System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync("/jobs?q=打包工&kind=Gig"));
        first.ShouldContain("一个也没有");
        var next = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        next.ShouldContain("page=2");
        var second = System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync(next));
        second.ShouldNotContain("一个也没有");
        Titles(first).Count.ShouldBe(20);
        Titles(first).Union(Titles(second)).Count().ShouldBe(25);

        static HashSet<string> Titles(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "/jobs/\\d+").Select(m => m.Value)];
    }

    [Fact]
    public async Task The_outbox_exists_only_where_it_is_asked_for() => (await site.Visitor().GetAsync("/outbox")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_known_and_an_unknown_phone_are_answered_alike()
    {
        using var known = await SmallSite.SendAsync(site.Visitor(), "/sign-in/phone", "/sign-in/phone", ("Phone", SmallCounty.LonePhone));
        using var unknown = await SmallSite.SendAsync(site.Visitor(), "/sign-in/phone", "/sign-in/phone", ("Phone", SmallCounty.UnknownPhone));
        (known.StatusCode, known.Headers.Location).ShouldBe((unknown.StatusCode, unknown.Headers.Location));
        known.Headers.Location!.OriginalString.ShouldBe("/sign-in/code");
    }

    [Fact]
    public async Task Nobody_gets_past_the_code()
    {
        var visitor = site.Visitor();
        using var sent = await SmallSite.SendAsync(visitor, "/sign-in/phone", "/sign-in/phone", ("Phone", "13700000003"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var step in new[] { "/sign-in/who", "/sign-in/register" })
        {
            using var skipped = await visitor.GetAsync(step);
            skipped.Headers.Location!.OriginalString.ShouldBe("/sign-in/phone");
        }

        using var wrong = await SmallSite.SendAsync(visitor, "/sign-in/code", "/sign-in/code", ("Code", "12345"));
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("验证码是 6 位数字");
    }

    [Fact]
    public async Task Opening_a_card_signs_nobody_in_and_a_revoked_card_never_does()
    {
        var visitor = site.Visitor();
        var old = $"/c/{await site.CardAsync(site.County.ManId)}";
        (await visitor.GetStringAsync(old)).ShouldContain("李*国");
        (await visitor.GetAsync("/for-you")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await site.CardAsync(site.County.ManId);
        (await visitor.GetStringAsync(old)).ShouldNotContain("李*国");
        using var refused = await SmallSite.SendAsync(visitor, "/sign-in/phone", old);
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/for-you")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Applying_without_signing_in_leads_through_the_door_and_back()
    {
        var apply = $"/jobs/{site.County.SewingId}/apply";
        using var sent = await SmallSite.SendAsync(site.Visitor(), "/jobs", apply);
        sent.Headers.Location!.PathAndQuery.ShouldBe($"/sign-in?returnUrl={Uri.EscapeDataString(apply)}");
        using var back = await (await site.ResidentAsync(site.County.WomanId)).GetAsync(apply);
        back.Headers.Location!.OriginalString.ShouldBe($"/jobs/{site.County.SewingId}");
    }

    [Fact]
    public async Task An_application_is_once_and_only_its_own_person_sees_it()
    {
        var woman = await site.ResidentAsync(site.County.WomanId);
        var posting = $"/jobs/{site.County.SewingId}";
        for (var time = 0; time < 2; time++)
        {
            using var applied = await SmallSite.SendAsync(woman, "/me/switch", $"{posting}/apply");
            applied.Headers.Location!.OriginalString.ShouldBe("/me/applications");
        }

        var referral = await site.OnDbAsync(db => db.Set<Referral>().SingleAsync(r => r.PersonId == site.County.WomanId && r.PostingId == site.County.SewingId));
        referral.PersonAgreed.ShouldBeTrue();
        var man = await site.ResidentAsync(site.County.ManId);
        (await man.GetStringAsync("/me/applications")).ShouldNotContain($"/jobs/{site.County.SewingId}");
        (await man.GetAsync($"/me/applications/{referral.Id}/withdraw")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var foreign = await SmallSite.SendAsync(man, "/me/switch", $"/me/applications/{referral.Id}/undo");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_put_forward_is_told_to_apply_and_everybody_names_the_same_last_day()
    {
        await using (var request = site.Services.CreateSystemScope())
            (await request.ServiceProvider.GetRequiredService<ReferWorkers>().RunAsync(new(site.County.CleaningId, [site.County.ManId], site.County.StaffAccountId), default)).Value!.Refused.ShouldBeEmpty();
        await site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var man = await site.ResidentAsync(site.County.ManId);
        (await ReadAsync(man, "/messages")).ShouldContain("想去就点开报名，报了名单位才看到您的姓名和电话");
        var mine = await ReadAsync(man, "/me/applications");
        mine.ShouldContain("单位还看不到您的姓名和电话");
        var day = Regex.Match(mine, "单位最晚 (.+?) 回话").Groups[1].Value;
        day.ShouldNotBeEmpty();
        var referral = await site.OnDbAsync(db => db.Set<Referral>().SingleAsync(r => r.PersonId == site.County.ManId && r.PostingId == site.County.CleaningId));
        referral.LastAnswerDay.ShouldBe(ChinaDay.Of(referral.AnswerDue!.Value).AddDays(-1), "it ends with that day");
        var clerk = await site.WorkerAsync(SmallCounty.StaffName);
        (await ReadAsync(clerk, "/station/referrals")).ShouldContain($"最晚 {day}<");
        (await ReadAsync(clerk, $"/station/referrals/{referral.Id}")).ShouldContain($"单位最晚 {day} 回话");

        using var applied = await SmallSite.SendAsync(man, "/me/switch", $"/jobs/{site.County.CleaningId}/apply");
        (await ReadAsync(man, "/me/applications")).ShouldNotContain("单位还看不到您的姓名和电话");

        static async Task<string> ReadAsync(HttpClient who, string path) => WebUtility.HtmlDecode(await who.GetStringAsync(path));
    }

    [Fact]
    public async Task While_a_change_waits_for_a_station_an_application_keeps_the_title_that_was_approved()
    {
        var id = await site.OnDbAsync(async db =>
        {
            var posting = Some.Posting(site.County.FactoryId, "锁边工（批准过）", settlementId: site.County.Settlement.Id);
            SmallCounty.Publish(posting, DateTime.UtcNow);
            db.Add(posting);
            await db.SaveChangesAsync();
            return posting.Id;
        });
        var woman = await site.ResidentAsync(site.County.WomanId);
        using var applied = await SmallSite.SendAsync(woman, "/me/switch", $"/jobs/{id}/apply");
        await site.OnDbAsync(async db =>
        {
            var posting = await db.Set<Posting>().SingleAsync(p => p.Id == id);
            var before = PostingSeen.Of(posting, DateTime.UtcNow);
            (posting.Title, posting.Description) = ("轻松月入过万", "入职先交服装费100元。");
            posting.Flag = BaitCheck.Code(BaitCheck.Flags(BaitCheck.Find(posting)));
            posting.Edit(before).IsDone.ShouldBeTrue();
            posting.State.ShouldBe(PostingState.Submitted);
            return await db.SaveChangesAsync();
        });
        var list = WebUtility.HtmlDecode(await woman.GetStringAsync("/me/applications"));
        list.ShouldContain("锁边工（批准过）");
        list.ShouldNotContain("轻松月入过万");
        var referral = await site.OnDbAsync(db => db.Set<Referral>().SingleAsync(r => r.PersonId == site.County.WomanId && r.PostingId == id));
        var withdraw = WebUtility.HtmlDecode(await woman.GetStringAsync($"/me/applications/{referral.Id}/withdraw"));
        withdraw.ShouldContain("锁边工（批准过）");
        withdraw.ShouldNotContain("轻松月入过万");
    }

    [Fact]
    public async Task A_closed_posting_says_so_and_takes_nobody_a_draft_does_not_exist()
    {
        var (closed, draft) = await site.OnDbAsync(async db =>
        {
            var (first, second) = (Some.Posting(site.County.FactoryId, "打包工"), Some.Posting(site.County.FactoryId, "草稿"));
            SmallCounty.Publish(first, DateTime.UtcNow);
            first.Close(PostingCloseReason.Filled, PostingFilling.Here, DateTime.UtcNow);
            db.AddRange(first, second);
            await db.SaveChangesAsync();
            return (first.Id, second.Id);
        });
        (await site.Visitor().GetAsync($"/jobs/{draft}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var man = await site.ResidentAsync(site.County.ManId);
        (await man.GetStringAsync($"/jobs/{closed}")).ShouldContain("这个岗位已经不招人了");
        using var applied = await SmallSite.SendAsync(man, "/me/switch", $"/jobs/{closed}/apply");
        applied.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await applied.Content.ReadAsStringAsync()).ShouldContain("这个岗位现在不招人了");
    }

    [Fact]
    public async Task What_was_typed_stays_when_somebody_else_changed_it_meanwhile()
    {
        var man = await site.ResidentAsync(site.County.ManId);
        using var refused = await SmallSite.SendAsync(man, "/me/wishes", "/me/wishes",
            ("Version", "999"), ("Willing", "true"), ("Kinds", "Gig"), ("Occupations", "保洁员"), ("WageFloor", "2345"), ("Words", "离家近"));
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("别人已经改了这一条");
        foreach (var kept in new[] { "value=\"2345\"", "value=\"保洁员\"", "离家近" }) html.ShouldContain(kept);
        (await site.OnDbAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == site.County.ManId))).Wishes.WageFloorFen.ShouldBeNull();
    }

    [Fact]
    public async Task A_person_who_is_not_linked_cannot_be_taken_over()
    {
        var woman = await site.ResidentAsync(site.County.WomanId);
        using var refused = await SmallSite.SendAsync(woman, "/me/switch", "/me/switch", ("PersonId", $"{site.County.UnknownCapacityId}"), ("LastFour", "002X"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await woman.GetStringAsync("/me")).ShouldContain("王秀英");
        (await site.OnDbAsync(db => db.Set<AccountPerson>().CountAsync(p => p.PersonId == site.County.UnknownCapacityId))).ShouldBe(0);
    }
}
