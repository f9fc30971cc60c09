using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>People added to a plan one by one: found, added, taken off again, all by sending the form, so that it works without scripts.</summary>
public sealed class NamedPeoplePagesTests : ClerkAtPlans
{
    private const string Page = "/station/plans/new";

    [Theory]
    [InlineData("李建")]
    [InlineData("0012")]
    [InlineData("19820312")]
    [InlineData("李 0012")]
    [InlineData("529901198203120012")]
    public async Task Somebody_is_found_by_name_or_part_of_the_number_and_shown_masked(string who)
    {
        var found = await AskAsync(("who", who), ("look", "true"));
        found.ShouldContain($"name=\"add\" value=\"{County.ManId}\"");
        found.ShouldContain("529901********0012");
        found.ShouldNotContain($"name=\"add\" value=\"{County.WomanId}\"");
        if (who.Length < 18) found.ShouldNotContain("529901198203120012");
        found.ShouldContain("value=\"写了一半\"");
        (await InAsync(db => db.Set<PlacementPlan>().AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData("赵小花")]
    [InlineData("002X")]
    [InlineData("52990119960312002X")]
    [InlineData("12")]
    [InlineData("   ")]
    public async Task Nobody_of_another_station_is_found_nor_anybody_by_too_little(string who)
    {
        var found = await AskAsync(("who", who), ("look", "true"));
        found.ShouldNotContain("name=\"add\"");
        found.ShouldNotContain("安康家园");
    }

    [Fact]
    public async Task People_are_added_and_taken_off_and_the_plan_is_about_them_alone()
    {
        var added = await AskAsync(("Form.PersonIds", Text(County.WomanId)), ("add", Text(County.ManId)), ("Form.PostingIds", Text(County.SewingId)));
        foreach (var id in new[] { County.WomanId, County.ManId }) Regex.Count(added, $"type=\"hidden\" name=\"Form.PersonIds\" value=\"{id}\"").ShouldBe(1);
        added.ShouldContain($"value=\"{County.SewingId}\" checked");
        added.ShouldContain("点名 2 人");
        var dropped = await AskAsync(("Form.PersonIds", Text(County.WomanId)), ("Form.PersonIds", Text(County.ManId)), ("drop", Text(County.ManId)));
        dropped.ShouldContain($"name=\"Form.PersonIds\" value=\"{County.WomanId}\"");
        dropped.ShouldNotContain($"name=\"Form.PersonIds\" value=\"{County.ManId}\"");
        (await AskAsync(("add", Text(County.UnknownCapacityId)))).ShouldNotContain("name=\"Form.PersonIds\"", Case.Sensitive, "nobody of another station comes in by her number");

        using var made = await Clerk.PostAsync(Page, Page, ("Form.Name", "点名"), ("Form.PersonIds", Text(County.WomanId)), ("Form.PersonIds", Text(County.UnknownCapacityId)), ("Form.PostingIds", Text(County.SewingId)));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await DoneAsync();
        (await InAsync(db => db.Set<PlacementPlan>().SingleAsync())).People.ShouldSatisfyAllConditions(p => p.PersonIds.ShouldBe([County.WomanId]), p => p.SettlementIds.ShouldBeEmpty());
        var shown = await Clerk.ReadAsync(made.Headers.Location!.OriginalString);
        shown.ShouldContain("1 个岗位 · 点名 1 人");
        shown.ShouldContain("王秀英");
        shown.ShouldNotContain("李建国");
    }

    [Fact]
    public async Task Who_cannot_be_placed_is_said_before_she_is_added()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        (await AskAsync(("who", "李建国"), ("look", "true"))).ShouldContain("没同意单位看资料");
    }

    private async Task<string> AskAsync(params (string, string)[] fields)
    {
        using var answer = await Clerk.PostAsync(Page, Page, [("Form.Name", "写了一半"), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        // In the head the switches of the display carry what was sent.
        return html[html.IndexOf("<main", StringComparison.Ordinal)..];
    }
}
