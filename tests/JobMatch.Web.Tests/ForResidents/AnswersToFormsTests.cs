using System.Net;
using JobMatch.Accounts;
using JobMatch.EmploymentSpells;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = JobMatch.Cases.Case;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>What the pages of residents answer to forms that are empty, half filled in, or filled in as people type.</summary>
public sealed class AnswersToFormsTests(SmallSite site) : IClassFixture<SmallSite>
{
    [Fact]
    public async Task A_lost_job_without_a_reason_ends_nothing()
    {
        var man = await site.ResidentAsync(site.County.ManId);
        using var bare = await SmallSite.SendAsync(man, "/me/lost-job", "/me/lost-job", ("LastDay", "2026-01-05"), ("Text", ""));
        (await TextAsync(bare)).ShouldContain("href=\"#Reason\"");
        (await site.OnDbAsync(db => db.Set<Case>().AnyAsync(c => c.PersonId == site.County.ManId))).ShouldBeFalse();

        using var said = await SmallSite.SendAsync(man, "/me/lost-job", "/me/lost-job", ("LastDay", "2026-01-05"), ("Reason", nameof(SpellEndReason.Dismissed)), ("Text", "厂里停了"));
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var text = (await site.OnDbAsync(db => db.Set<Case>().SingleAsync(c => c.PersonId == site.County.ManId))).Text;
        text.ShouldContain("2026-01-05");
        text.ShouldContain("厂里停了");
    }

    [Fact]
    public async Task Everything_that_is_missing_or_wrong_is_said_in_one_answer()
    {
        var man = await site.ResidentAsync(site.County.ManId);
        using var refused = await SmallSite.SendAsync(man, "/me/found-work", "/me/found-work", ("Start", ""), ("WageFenPerMonth", "99999999"));
        var html = await TextAsync(refused);
        foreach (var field in new[] { "Start", "Channel", "WageFenPerMonth" }) html.ShouldContain($"href=\"#{field}\"");
    }

    [Fact]
    public async Task Numbers_may_be_typed_full_width_and_what_is_no_number_is_told_how_to_write_it()
    {
        var man = await site.ResidentAsync(site.County.ManId);
        using var words = await SmallSite.SendAsync(man, "/me/wishes", "/me/wishes", await VersionAsync(), ("Willing", "true"), ("WageFloor", "看着给"));
        var html = await TextAsync(words);
        html.ShouldContain("“看着给”不是数字");
        html.ShouldContain("value=\"看着给\"");

        using var said = await SmallSite.SendAsync(man, "/me/wishes", "/me/wishes", await VersionAsync(), ("Willing", "true"), ("WageFloor", "0.4万"));
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect, await TextAsync(said));
        (await site.OnDbAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == site.County.ManId))).Wishes.WageFloorFen.ShouldBe(400_000);

        using var wide = await SmallSite.SendAsync(man, "/me/wishes", "/me/wishes", await VersionAsync(), ("Willing", "true"), ("WageFloor", "３，２００"), ("Places", $"{Some.Township}"), ("Places", "440300"), ("Places", "999999999"));
        wide.StatusCode.ShouldBe(HttpStatusCode.Redirect, await TextAsync(wide));
        var wishes = (await site.OnDbAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == site.County.ManId))).Wishes;
        wishes.WageFloorFen.ShouldBe(320_000);
        wishes.RegionCodes.ShouldBe([(int)Some.Township, 440_300], "a place that is not on offer is no wish");
        (await man.GetStringAsync("/me/wishes")).ShouldContain($"value=\"{Some.Township}\" checked");
        // A city of another province, too.
        (await man.GetStringAsync("/me/wishes")).ShouldContain("value=\"440300\" checked");
    }

    [Fact]
    public async Task A_forgotten_last_four_is_no_wrong_try()
    {
        var woman = await site.ResidentAsync(site.County.WomanId);
        for (var time = 0; time < 2; time++)
        {
            using var forgotten = await SmallSite.SendAsync(woman, "/me/switch", "/me/switch", ("PersonId", $"{site.County.ManId}"), ("LastFour", " "));
            (await TextAsync(forgotten)).ShouldContain("href=\"#LastFour\"");
        }

        using var nobody = await SmallSite.SendAsync(woman, "/me/switch", "/me/switch", ("LastFour", ""));
        (await TextAsync(nobody)).ShouldContain("href=\"#PersonId\"");
        (await site.OnDbAsync(db => db.Set<Account>().Where(a => a.PhoneHash != null).Select(a => a.AccessFailedCount).ToListAsync())).ShouldAllBe(failed => failed == 0);
    }

    [Fact]
    public async Task Hiding_asks_first_where_something_is_under_way_and_undoing_puts_it_back()
    {
        var woman = await site.ResidentAsync(site.County.WomanId);
        var hide = $"/me/employers/{site.County.FactoryId}/hide";
        using var applied = await SmallSite.SendAsync(woman, "/me/switch", $"/jobs/{site.County.SewingId}/apply");
        using var asked = await SmallSite.SendAsync(woman, "/me/switch", hide);
        (await TextAsync(asked)).ShouldContain("缝纫工");
        (await StateAsync()).ShouldBe(ReferralState.Applied);

        using var hidden = await SmallSite.SendAsync(woman, "/me/switch", hide, ("confirmed", "true"));
        (await StateAsync()).ShouldBe(ReferralState.Withdrawn);
        var list = await woman.GetStringAsync("/me/applications");
        list.ShouldNotContain("/reopen\"");
        var id = await site.OnDbAsync(db => db.Set<Referral>().Where(r => r.PersonId == site.County.WomanId && r.PostingId == site.County.SewingId).Select(r => r.Id).SingleAsync());
        using var refused = await SmallSite.SendAsync(woman, "/me/switch", $"/me/applications/{id}/reopen");
        WebUtility.HtmlDecode(await woman.GetStringAsync("/me/applications")).ShouldContain("您对这个单位隐藏了自己");

        using var shown = await SmallSite.SendAsync(woman, "/me/switch", $"/me/employers/{site.County.FactoryId}/show?undo=true");
        (await StateAsync()).ShouldBe(ReferralState.Applied);
    }

    private Task<ReferralState> StateAsync() => site.OnDbAsync(db => db.Set<Referral>().Where(r => r.PersonId == site.County.WomanId && r.PostingId == site.County.SewingId).Select(r => r.State).SingleAsync());

    private async Task<(string, string)> VersionAsync() => ("Version", $"{await site.OnDbAsync(db => db.Set<Worker>().Where(w => w.Id == site.County.ManId).Select(w => w.Version).SingleAsync())}");

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
