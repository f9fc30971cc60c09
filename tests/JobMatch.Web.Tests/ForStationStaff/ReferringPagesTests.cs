using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Candidates over HTTP: referred, told apart by consent, why somebody is not listed, refusals with their reason.</summary>
public sealed class ReferringPagesTests : ClerkAtDesk
{
    [Fact]
    public async Task Referring_asks_first_and_can_be_taken_back()
    {
        var list = $"/station/postings/{County.SewingId}/candidates";
        using var asked = await Clerk.PostAsync(list, $"/station/postings/{County.SewingId}/refer", ("personIds", Text(County.WomanId)));
        (await asked.Content.ReadAsStringAsync()).ShouldContain("王秀英");
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
        using var done = await Clerk.PostAsync(list, $"/station/postings/{County.SewingId}/refer", ("personIds", Text(County.WomanId)), ("confirmed", "true"), ("returnUrl", list));
        done.Headers.Location!.OriginalString.ShouldBe(list);
        var referral = await InAsync(db => db.Set<Referral>().SingleAsync());
        referral.State.ShouldBe(ReferralState.Referred);
        (await Clerk.ReadAsync(list)).ShouldContain($"/station/referrals/undo?ids={referral.Id}");
        using var undone = await Clerk.PostAsync(list, $"/station/referrals/undo?ids={referral.Id}");
        (await InAsync(db => db.Set<Referral>().SingleAsync())).State.ShouldBe(ReferralState.Suggested);
        (await Clerk.ReadAsync(list)).ShouldContain($"name=\"personIds\" value=\"{County.WomanId}\"", customMessage: "she is in the ranking again");
        using var again = await Clerk.PostAsync(list, $"/station/referrals/undo?ids={referral.Id}");
        (await Clerk.ReadAsync("/station/referrals")).ShouldContain("撤回了 0 条");
    }

    [Fact]
    public async Task Of_a_household_that_may_have_one_such_post_the_other_is_named_before_and_barred_once_somebody_is_hired()
    {
        var list = $"/station/postings/{County.CleaningId}/candidates";
        var household = await InAsync(db => db.Set<Person>().Where(p => p.Id == County.WomanId).Select(p => p.HouseholdId).SingleAsync());
        await InAsync(db => db.Set<Person>().Where(p => p.Id == County.ManId).ExecuteUpdateAsync(set => set.SetProperty(p => p.HouseholdId, household)));
        await ReferAsync(County.WomanId);
        using var asked = await Clerk.PostAsync(list, $"/station/postings/{County.CleaningId}/refer", ("personIds", Text(County.ManId)));
        (await asked.Content.ReadAsStringAsync()).ShouldContain("同户的 王秀英 也推荐到“小区保洁员”");

        await InAsync(db => db.Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReferralState.Hired)));
        await ReferAsync(County.ManId);
        (await Clerk.ReadAsync(list)).ShouldContain("按一户一岗不能再安排");
        (await InAsync(db => db.Set<Referral>().SingleAsync())).PersonId.ShouldBe(County.WomanId);

        async Task ReferAsync(long person)
        {
            using var done = await Clerk.PostAsync(list, $"/station/postings/{County.CleaningId}/refer", ("personIds", Text(person)), ("confirmed", "true"), ("returnUrl", list));
            done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Who_has_not_agreed_is_told_apart_in_the_ranking_and_has_no_box()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        var list = await Clerk.ReadAsync($"/station/postings/{County.SewingId}/candidates");
        list.ShouldContain($"/station/people/{County.WomanId}#consent");
        list.ShouldNotContain($"name=\"personIds\" value=\"{County.WomanId}\"");
    }

    [Fact]
    public async Task Why_not_says_the_filter_reads_an_id_number_and_asks_for_a_name()
    {
        var list = $"/station/postings/{County.SewingId}/candidates";
        (await AskAsync("")).ShouldContain("请写姓名");
        (await AskAsync("王秀")).ShouldContain("已经在上面的名单里，排第");
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).RecordWilling(false, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        foreach (var who in new[] { "王秀", "529901198503120021" })
        {
            var answer = await AskAsync(who);
            answer.ShouldContain("没有列出：说过现在不想找工作。这一页只列“想找工作的”。");
            answer.ShouldNotContain("不能去");
            answer.ShouldContain("seekers=Anyone");
            answer.ShouldContain("身份证 529901********0021");
        }

        // An ID number in the address would stand in histories and logs: nobody is looked up by it there.
        (await Clerk.ReadAsync($"{list}?seekers=Willing&who=529901198503120021")).ShouldNotContain("身份证 529901");

        async Task<string> AskAsync(string who)
        {
            using var answer = await Clerk.PostAsync(list, $"{list}?seekers=Willing", ("who", who));
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_wish_that_a_posting_does_not_meet_is_said_beside_whoever_is_ranked_for_it()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).RecordWishes(new WorkWishes { Kinds = PostingKinds.PublicWelfare }, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var people = await Clerk.ReadAsync($"/station/postings/{County.SewingId}/candidates");
        Regex.Count(people, "不是想找的那一类").ShouldBe(2, "once in the list, once beside it");
        (await Clerk.ReadAsync($"/station/people/{County.WomanId}/postings")).ShouldContain("不是想找的那一类");
    }

    [Fact]
    public async Task A_refusal_by_phone_needs_its_reason()
    {
        using var done = await Clerk.PostAsync("/station/people", $"/station/postings/{County.SewingId}/refer", ("personIds", Text(County.WomanId)), ("confirmed", "true"));
        var referral = await InAsync(db => db.Set<Referral>().SingleAsync());
        var url = $"/station/referrals/{referral.Id}";
        using var bare = await Clerk.PostAsync(url, url + "/move", ("Form.Version", Text(referral.Version)), ("Form.To", "Refused"));
        WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()).ShouldContain("href=\"#Form_RefusedFor\"");
        using var said = await Clerk.PostAsync(url, url + "/move", ("Form.Version", Text(referral.Version)), ("Form.To", "Refused"), ("Form.RefusedFor", "TooFar"));
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync($"/station/postings/{County.SewingId}/candidates")).ShouldContain("太远");
    }

    [Fact]
    public async Task What_she_agrees_to_on_the_phone_is_noted_with_one_button()
    {
        using var done = await Clerk.PostAsync("/station/people", $"/station/postings/{County.SewingId}/refer", ("personIds", Text(County.WomanId)), ("confirmed", "true"));
        var url = $"/station/referrals/{(await InAsync(db => db.Set<Referral>().SingleAsync())).Id}";
        (await Clerk.ReadAsync(url)).ShouldContain("单位还看不到姓名和电话");
        using var agreed = await Clerk.PostAsync(url, url + "/agree");
        var page = await Clerk.ReadAsync(url);
        page.ShouldContain("单位能看到姓名和电话");
        page.ShouldNotContain(url + "/agree");
        (await InAsync(db => db.Set<Referral>().SingleAsync())).PersonAgreed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_side_that_is_not_looked_at_is_said_so()
    {
        var ignored = string.Join('&', Enum.GetValues<Criterion>().Where(c => CriterionList.SideOf(c) == Side.SuitsPost).Select(c => c + "=Ignore"));
        var page = await Clerk.ReadAsync($"/station/postings/{County.SewingId}/candidates?{ignored}&seekers=Anyone");
        page.ShouldContain("胜任：没有看");
        page.ShouldNotContain("胜任 0");
    }
}
