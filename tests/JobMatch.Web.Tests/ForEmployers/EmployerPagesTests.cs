using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForEmployers;

/// <summary>Employers over HTTP: who comes in, their postings and how they register.</summary>
public sealed class EmployerPagesTests : EmployerAtDesk
{
    [Fact]
    public async Task Only_employers_come_in()
    {
        var others = new List<DeskVisitor>();
        foreach (var name in new[] { SmallCounty.StaffName, SmallCounty.SupervisorName, SmallCounty.AdministratorName }) others.Add(await DeskVisitor.SignInAsync(Site, name));
        var employer = Employer;
        foreach (var page in new[] { "/employer/postings", "/employer/postings/new", "/employer/candidates", "/employer/messages" })
        {
            using var stranger = await Site.Visitor(("Accept", "text/html")).GetAsync(page);
            stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            stranger.Headers.Location!.ToString().ShouldContain("/sign-in");
            foreach (var other in others)
            {
                using var refused = await other.GetAsync(page);
                refused.StatusCode.ShouldNotBe(HttpStatusCode.OK, page);
            }

            using var own = await employer.GetAsync(page);
            own.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task Hours_named_in_the_words_of_the_pay_fill_the_hours_and_can_be_changed()
    {
        var employer = Employer;
        const string Form = "/employer/postings/new/form";
        (string, string)[] fields = [("Form.Title", "缝纫工"), ("Form.Kind", "AidWorkshop"), ("Form.WageUnit", "Month"), ("Form.WageMin", "4000"), ("Form.WageMax", "6000"), ("Form.Places[0].Where", $"Settlement-{County.Settlement.Id}"), ("Form.Places[0].Vacancies", "2")];
        using (var hints = await employer.PostAsync(Form, "/employer/postings/hints", [.. fields, ("Form.WageText", "每天8小时")])) WebUtility.HtmlDecode(await hints.Content.ReadAsStringAsync()).ShouldContain("“每天8小时”里有工时");
        var read = await ReadAsync("4000-6000元/月，8小时/天，月休4天");
        read.ShouldContain("name=\"Form.HoursPerDay\" value=\"8\"");
        read.ShouldContain("name=\"Form.DaysPerMonth\" value=\"26\"");
        read.ShouldContain("从工资说明里读出来的");
        (await ReadAsync("400元/月，20小时/月")).ShouldContain("name=\"Form.HoursPerMonth\" value=\"20\"");
        var own = await ReadAsync("每天8小时", ("Form.HoursPerDay", "6"));
        own.ShouldContain("name=\"Form.HoursPerDay\" value=\"6\"", Case.Sensitive, "what is filled in stays");
        own.ShouldNotContain("从工资说明里读出来的");

        async Task<string> ReadAsync(string pay, params (string, string)[] more)
        {
            using var answer = await employer.PostAsync(Form, Form, [.. fields, .. more, ("Form.WageText", pay), ("act", "read")]);
            return Regex.Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), "(?<=name=\"[^\"]*\") [^>]*?(?=value=)", " ");
        }
    }

    /// <summary>Months paid beyond the twelfth and the number of people come from the words, stand in fields of their own, are stored and are told to residents.</summary>
    [Fact]
    public async Task Months_a_year_and_people_wanted_are_read_from_the_words_shown_and_kept()
    {
        var employer = Employer;
        const string Form = "/employer/postings/new/form";
        (string, string)[] fields = [("Form.Title", "缝纫工"), ("Form.Kind", "AidWorkshop"), ("Form.WageUnit", "Month")];
        foreach (var (words, pay, months) in new[] { ("月薪4000，13薪。请6个人。", "", 13), ("4000-6000元/月，14薪。招6个人。", "", 14), ("5K-7K·13薪，缝纫工六名。", "", 13), ("月薪4000。请6个人。", "年底双薪", 13), ("月薪4000。请6个人。", "", 12) })
        {
            using var read = await employer.PostAsync(Form, Form, [.. fields, ("Form.Description", words), ("Form.WageText", pay), ("act", "read")]);
            var html = await read.Content.ReadAsStringAsync();
            Field(html, "Form.MonthsPerYear").ShouldContain($"value=\"{months}\"", Case.Sensitive, words);
            Field(html, "Form.MonthsPerYear").ShouldNotContain("hidden", Case.Sensitive, words);
            Field(html, "Form.Places[0].Vacancies").ShouldContain("value=\"6\"", Case.Sensitive, words);
        }

        using var own = await employer.PostAsync(Form, Form, [.. fields, ("Form.Description", "月薪4000，13薪"), ("Form.MonthsPerYear", "15"), ("act", "read")]);
        Field(await own.Content.ReadAsStringAsync(), "Form.MonthsPerYear").ShouldContain("value=\"15\"", Case.Sensitive, "what was typed stays");
        using var saved = await employer.PostAsync(Form, Form, [.. fields, ("Form.WageMin", "4000"), ("Form.MonthsPerYear", "14"), ("Form.Places[0].Where", $"Settlement:{County.Settlement.Id}"), ("Form.Places[0].Vacancies", "2"), ("act", "leave")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await employer.ReadAsync(saved.Headers.Location!.ToString())).ShouldContain("一年发 14 个月工资");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Posting>().OrderByDescending(p => p.Id).FirstAsync())).Wage.MonthsPerYear.ShouldBe(14);

        static string Field(string html, string name) => Regex.Match(html, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*>").Value;
    }

    [Fact]
    public async Task An_unlawful_demand_is_named_at_its_field_and_what_was_typed_stays()
    {
        var factory = Employer;
        using var refused = await factory.PostAsync("/employer/postings/new/form", "/employer/postings/new/form",
            ("Form.Kind", "AidWorkshop"), ("Form.Title", "车位工"), ("Form.Description", "踩平车，限女，手快的来。"), ("Form.WageUnit", "Month"), ("Form.WageMin", "3000"), ("Form.WageMax", "4000"),
            ("Form.Places[0].Where", $"Settlement:{County.Settlement.Id}"), ("Form.Places[0].Vacancies", "2"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("“限女”限定性别");
        html.ShouldContain("踩平车，限女，手快的来。");
        html.ShouldContain("href=\"#Form_Description\"");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Posting>().CountAsync(p => p.Title == "车位工"))).ShouldBe(0);
    }

    [Fact]
    public async Task Numbers_that_are_none_and_empty_places_are_told_in_words()
    {
        var factory = Employer;
        using var nonsense = await factory.PostAsync("/employer/postings/new/form", "/employer/postings/new/form", ("Form.Title", "车位工"), ("Form.WageMin", "很多"), ("Form.Places[0].Vacancies", "1"));
        WebUtility.HtmlDecode(await nonsense.Content.ReadAsStringAsync()).ShouldContain("很多");
        using var huge = await factory.PostAsync("/employer/postings/new/form", "/employer/postings/new/form",
            ("Form.Title", "车位工"), ("Form.WageUnit", "Month"), ("Form.WageMin", "99999999999999999"), ("Form.Places[0].Vacancies", ""), ("Form.Places[1].Vacancies", "9999"), ("Form.Places[1].Where", "Settlement:424242"));
        huge.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = WebUtility.HtmlDecode(await huge.Content.ReadAsStringAsync());
        html.ShouldContain("不像这种算法的工资");
        html.ShouldContain("href=\"#Form_Places_1__Vacancies\"");
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var factory = Employer;
        using var forged = await factory.PostBareAsync($"/employer/postings/{County.SewingId}/pause", ("version", "0"));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StateAsync(County.SewingId)).ShouldBe(PostingState.Published);
    }

    [Fact]
    public async Task A_version_that_is_old_is_told()
    {
        var factory = Employer;
        var version = DeskVisitor.VersionIn(await factory.ReadAsync($"/employer/postings/{County.SewingId}"));
        using var first = await factory.PostAsync($"/employer/postings/{County.SewingId}", $"/employer/postings/{County.SewingId}/pause", ("version", $"{version}"));
        using var second = await factory.PostAsync($"/employer/postings/{County.SewingId}", $"/employer/postings/{County.SewingId}/resume", ("version", $"{version}"));
        (await factory.ReadAsync($"/employer/postings/{County.SewingId}")).ShouldContain("别人已经改了这一条");
        (await StateAsync(County.SewingId)).ShouldBe(PostingState.Paused);
    }

    [Fact]
    public async Task Registering_with_everything_wrong_stores_nothing_and_says_all_at_once()
    {
        var visitor = new DeskVisitor(Site.Visitor(("Accept", "text/html")));
        using var refused = await visitor.PostAsync("/employers/register", "/employers/register",
            ("Form.Name", ""), ("Form.CreditCode", "123"), ("Form.ContactName", ""), ("Form.ContactPhone", "12"), ("Form.UserName", SmallCounty.EmployerName), ("Form.Password", "abc"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var field in new[] { "Name", "Kind", "CreditCode", "Place", "ContactName", "ContactPhone", "UserName", "Password" })
            html.ShouldContain($"href=\"#Form_{field}\"");
        html.ShouldContain("value=\"123\"");
        html.ShouldNotContain("value=\"abc\"");
        using var taken = await visitor.PostAsync("/employers/register", "/employers/register",
            ("Form.Name", "另一家"), ("Form.Kind", "Enterprise"), ("Form.Place", $"c{Some.County}"), ("Form.ContactName", "某人"), ("Form.ContactPhone", "13700000003"),
            ("Form.UserName", SmallCounty.EmployerName), ("Form.Password", SmallCounty.Password));
        WebUtility.HtmlDecode(await taken.Content.ReadAsStringAsync()).ShouldContain("这个账号名已经有人用");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<JobMatch.Employers.Employer>().CountAsync())).ShouldBe(2);
    }

    private Task<PostingState> StateAsync(long posting) => OnServerAsync(services =>
        services.GetRequiredService<JobMatchDbContext>().Set<Posting>().Where(p => p.Id == posting).Select(p => p.State).SingleAsync());
}
