using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Language and size of the text, changed on a page that answers a form: the page comes back with what was ticked and written, and nothing is done. Addresses that only take forms lead up.</summary>
public sealed class DisplayOfAnswersTests : ClerkAtPlans
{
    [Theory]
    [InlineData("/station/plans/new")]
    [InlineData("/station/plans/fairs/new")]
    [InlineData("/station/training/postings")]
    public async Task What_is_chosen_stays_when_the_text_grows_or_speaks_english(string page)
    {
        using var found = await Clerk.PostAsync(page, page, ("Form.Name", "写了一半"), ("Form.PostingIds", Text(County.CleaningId)), ("words", "缝纫"), ("find", "true"));
        var large = await SwitchAsync(found, "/large-text");
        large.ShouldContain("class=\"large\"");
        large.ShouldContain($"name=\"Form.PostingIds\" value=\"{County.CleaningId}\" checked");
        if (page.Contains("plans", StringComparison.Ordinal)) large.ShouldContain("value=\"写了一半\"");

        using var again = await Clerk.PostAsync(page, page, ("Form.Name", "写了一半"), ("Form.PostingIds", Text(County.CleaningId)), ("tick", "all"));
        var english = await SwitchAsync(again, "/language");
        english.ShouldContain("lang=\"en\"");
        english.ShouldContain($"name=\"Form.PostingIds\" value=\"{County.CleaningId}\" checked");
        english.ShouldContain($"name=\"Form.PostingIds\" value=\"{County.SewingId}\" checked");
        english.ShouldNotContain("error-summary");
        (await InAsync(db => db.Set<PlacementPlan>().AnyAsync())).ShouldBeFalse();
        (await InAsync(db => db.Set<Fair>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_class_that_is_being_opened_or_changed_is_neither_opened_nor_changed()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, TimeProvider.System.Today()));
            return await db.SaveChangesAsync();
        });
        const string Demand = "/station/training/demand/1";
        using (await Clerk.PostAsync("/station/training", "/station/training/run?of=all")) await DoneAsync();
        using var prepared = await Clerk.PostAsync("/station/training", Demand + "/class?of=all", ("Form.PersonIds", Text(County.ManId)));
        prepared.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SwitchAsync(prepared, "/large-text")).ShouldContain($"name=\"Form.PersonIds\" value=\"{County.ManId}\"");
        using var refused = await Clerk.PostAsync("/station/training", Demand + "?of=all", ("Form.PersonIds", Text(County.ManId)), ("Form.Place", "二楼教室"), ("Form.Seats", "5"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SwitchAsync(refused, "/large-text")).ShouldContain("value=\"二楼教室\"");
        (await InAsync(db => db.Set<TrainingClass>().AnyAsync())).ShouldBeFalse();

        using var opened = await Clerk.PostAsync("/station/training", Demand + "?of=all", ("Form.PersonIds", Text(County.ManId)), ("Form.From", "2099-01-05"), ("Form.Seats", "5"));
        var edit = opened.Headers.Location!.OriginalString + "/edit";
        using var bad = await Clerk.PostAsync(edit, edit, ("Form.PersonIds", Text(County.ManId)), ("Form.Place", "三楼"), ("Form.Seats", "5"));
        (await SwitchAsync(bad, "/language")).ShouldContain("value=\"三楼\"");
        (await InAsync(db => db.Set<TrainingClass>().SingleAsync())).Place.ShouldBe("");
    }

    [Fact]
    public async Task The_question_why_not_is_answered_again()
    {
        var plan = await MakeAsync();
        await DoneAsync();
        using var answer = await Clerk.PostAsync(plan, plan + "/why", ("who", "王秀英"), ("postingId", Text(County.SewingId)));
        (await SwitchAsync(answer, "/large-text")).ShouldContain("方案就是让这个人去这里");
    }

    [Fact]
    public async Task An_answer_that_cannot_be_given_again_leads_to_the_page_of_its_form()
    {
        using var visitor = Site.Visitor(("Accept", "text/html"), ("Referer", "http://localhost/station/people/new"));
        var clerk = new DeskVisitor(visitor);
        using (await clerk.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", SmallCounty.StaffName), ("Password", SmallCounty.Password))) { }
        using var refused = await clerk.PostAsync("/station/people/new", "/station/people/new", ("Name", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        FormOf(await refused.Content.ReadAsStringAsync(), "/large-text").ShouldContain(("returnUrl", "/station/people/new"));
        using var home = await clerk.PostAsync("/station/today", "/large-text", ("on", "true"));
        home.Headers.Location!.OriginalString.ShouldBe("/station/today", "her own first page, not that of residents");
    }

    [Theory]
    [InlineData("/station/training/demand/1/class?of=all", "/station/training/demand/1?of=all")]
    [InlineData("/station/training/demand/1/page?page=2", "/station/training/demand/1?page=2")]
    [InlineData("/station/plans/3/lock", "/station/plans/3")]
    [InlineData("/station/people/7/reveal", "/station/people/7")]
    [InlineData("/me/employers/7/hide", "/me/employers")]
    public async Task An_address_that_only_takes_forms_leads_to_the_page_above_it(string path, string above)
    {
        using var answer = await Clerk.GetAsync(path);
        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe(above);
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/station/nowhere/lock")]
    public async Task Where_nothing_is_above_or_nothing_takes_forms_nothing_is_there(string path)
    {
        using var answer = await Clerk.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Presses a switch in the head of a page and follows it as a browser does: a form that is sent on keeps what was in it.</summary>
    private async Task<string> SwitchAsync(HttpResponseMessage page, string action)
    {
        var fields = FormOf(await page.Content.ReadAsStringAsync(), action);
        using var sent = await Clerk.PostBareAsync(action, [.. fields]);
        sent.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        using var shown = await Clerk.PostBareAsync(sent.Headers.Location!.OriginalString, [.. fields]);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
    }

    private static List<(string Name, string Value)> FormOf(string html, string action)
    {
        var form = new HtmlParser().ParseDocument(html).QuerySelector("form[action='/large-text']")!;
        var button = (IHtmlButtonElement)form.QuerySelector(action == "/large-text" ? "button[name=on]" : $"button[formaction='{action}']")!;
        return [.. form.QuerySelectorAll("input").Cast<IHtmlInputElement>().Select(field => (field.Name!, field.Value)), (button.Name!, button.Value)];
    }
}
