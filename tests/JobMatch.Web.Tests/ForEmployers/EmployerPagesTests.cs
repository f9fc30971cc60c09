using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForEmployers;

public sealed class EmployerPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Site _site = new();
    private SmallCounty _county = null!;

    public async Task InitializeAsync() => _county = await SmallCounty.CopyToAsync(_site.Folder);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Only_employers_come_in()
    {
        var others = new List<DeskVisitor>();
        foreach (var name in new[] { SmallCounty.StaffName, SmallCounty.SupervisorName, SmallCounty.AdministratorName }) others.Add(await DeskVisitor.SignInAsync(_site, name));
        var employer = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        foreach (var page in new[] { "/employer/postings", "/employer/postings/new", "/employer/candidates", "/employer/messages" })
        {
            using var stranger = await _site.Visitor(("Accept", "text/html")).GetAsync(page);
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
        var employer = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        const string Form = "/employer/postings/new/form";
        (string, string)[] fields = [("Form.Title", "缝纫工"), ("Form.Kind", "AidWorkshop"), ("Form.WageUnit", "Month"), ("Form.WageMin", "4000"), ("Form.WageMax", "6000"), ("Form.Places[0].Where", $"Settlement-{_county.Settlement.Id}"), ("Form.Places[0].Vacancies", "2")];
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
        var employer = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
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
        using var saved = await employer.PostAsync(Form, Form, [.. fields, ("Form.WageMin", "4000"), ("Form.MonthsPerYear", "14"), ("Form.Places[0].Where", $"Settlement:{_county.Settlement.Id}"), ("Form.Places[0].Vacancies", "2"), ("act", "leave")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await employer.ReadAsync(saved.Headers.Location!.ToString())).ShouldContain("一年发 14 个月工资");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Posting>().OrderByDescending(p => p.Id).FirstAsync())).Wage.MonthsPerYear.ShouldBe(14);

        static string Field(string html, string name) => Regex.Match(html, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*>").Value;
    }

    [Fact]
    public async Task Another_employers_posting_is_not_there()
    {
        var referral = await ApplyAsync(_county.WomanId, _county.CleaningId);
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        foreach (var page in new[] { "", "/edit", "/close", "/candidates" })
        {
            using var foreign = await factory.GetAsync($"/employer/postings/{_county.CleaningId}{page}");
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            using var own = await factory.GetAsync($"/employer/postings/{_county.SewingId}{page}");
            own.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        using var candidate = await factory.GetAsync($"/employer/referrals/{referral}");
        candidate.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var act in new[] { $"/employer/postings/{_county.CleaningId}/pause", $"/employer/postings/{_county.CleaningId}/still-open", $"/employer/referrals/{referral}/hire", $"/employer/referrals/{referral}/phone", $"/employer/referrals/{referral}/no-show" })
        {
            using var refused = await factory.PostAsync("/employer/postings/new/form", act, ("version", "0"));
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, act);
        }

        using var copied = await factory.GetAsync($"/employer/postings/new/form?from={_county.CleaningId}");
        copied.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StateAsync(_county.CleaningId)).ShouldBe(PostingState.Published);
    }

    [Fact]
    public async Task What_the_posting_leaves_open_is_said_once_and_who_works_elsewhere_is_not_shown()
    {
        await OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var posting = await db.Set<Posting>().SingleAsync(p => p.Id == _county.SewingId);
            (posting.Strain, posting.Shift) = (Strain.Unknown, Shift.Unknown);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        var page = $"/employer/postings/{_county.SewingId}/candidates";
        var html = await factory.ReadAsync(page);
        html.ShouldContain("岗位里没写清：活重不重、");
        html.ShouldContain($"/employer/postings/{_county.SewingId}/edit");
        html.ShouldNotContain("活重不重没写", Case.Sensitive, "it is no flaw of each of them");
        html.ShouldContain("王**");

        await OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var woman = await db.Set<Worker>().SingleAsync(w => w.Id == _county.WomanId);
            db.Add(new EmploymentSpell { PersonId = woman.Id, HouseholdId = woman.HouseholdId, SettlementId = woman.SettlementId, CountyCode = woman.CountyCode, Start = new DateOnly(2026, 1, 5), Channel = Channel.NearbyEnterprise });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        (await factory.ReadAsync(page)).ShouldNotContain("王**");
    }

    [Fact]
    public async Task Points_that_an_employer_does_not_see_are_told_as_a_sum_so_that_all_of_it_adds_up()
    {
        var referral = await ReferAsync(_county.WomanId, _county.SewingId);
        await DrainAsync();
        var page = await (await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName)).ReadAsync($"/employer/referrals/{referral}");
        int Number(string pattern) => Regex.Match(page, pattern) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var shown = Regex.Matches(page, "<b class=\"points\">\\+?([0-9]+)</b>").Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        (shown + Number("胜任里其他的（不逐项显示）：\\+([0-9]+)")).ShouldBe(Number("胜任 ([0-9]+)"));
        Number("合意（不逐项显示）：\\+([0-9]+)").ShouldBe(Number("合意 ([0-9]+)"));
        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Name_and_phone_stay_on_the_server_until_the_person_agrees()
    {
        var referral = await ReferAsync(_county.WomanId, _county.SewingId);
        await DrainAsync();
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        foreach (var page in new[] { $"/employer/postings/{_county.SewingId}/candidates", "/employer/candidates", $"/employer/referrals/{referral}" })
        {
            var html = await factory.ReadAsync(page);
            html.ShouldContain("王**", customMessage: page);
            html.ShouldNotContain("王秀英", customMessage: page);
            html.ShouldNotContain(SmallCounty.FamilyPhone, customMessage: page);
        }

        using var early = await factory.PostAsync($"/employer/referrals/{referral}", $"/employer/referrals/{referral}/phone");
        early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await factory.ReadAsync($"/employer/referrals/{referral}")).ShouldContain("本人同意以后才能试工、录用");
        using var hired = await factory.PostAsync($"/employer/referrals/{referral}", $"/employer/referrals/{referral}/hire", ("version", "0"));
        (await factory.ReadAsync($"/employer/referrals/{referral}")).ShouldContain("先不能试工和录用");

        await OnServerAsync(services => services.GetRequiredService<AgreeToBeSeen>().RunAsync(new AgreeToBeSeenRequest(referral, true, 0), CancellationToken.None));
        var agreed = await factory.ReadAsync($"/employer/referrals/{referral}");
        agreed.ShouldContain("王秀英");
        agreed.ShouldNotContain(SmallCounty.FamilyPhone);
        using var shown = await factory.PostAsync($"/employer/referrals/{referral}", $"/employer/referrals/{referral}/phone");
        (await shown.Content.ReadAsStringAsync()).ShouldContain(SmallCounty.FamilyPhone);
        (await LooksAsync(AuditAction.RevealedPhone)).ShouldBe(1);
        (await LooksAsync(AuditAction.Looked)).ShouldBe(1);
    }

    [Fact]
    public async Task An_unlawful_demand_is_named_at_its_field_and_what_was_typed_stays()
    {
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        using var refused = await factory.PostAsync("/employer/postings/new/form", "/employer/postings/new/form",
            ("Form.Kind", "AidWorkshop"), ("Form.Title", "车位工"), ("Form.Description", "踩平车，限女，手快的来。"), ("Form.WageUnit", "Month"), ("Form.WageMin", "3000"), ("Form.WageMax", "4000"),
            ("Form.Places[0].Where", $"Settlement:{_county.Settlement.Id}"), ("Form.Places[0].Vacancies", "2"));
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
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
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
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        using var forged = await factory.PostBareAsync($"/employer/postings/{_county.SewingId}/pause", ("version", "0"));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StateAsync(_county.SewingId)).ShouldBe(PostingState.Published);
    }

    [Fact]
    public async Task A_version_that_is_old_is_told()
    {
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        var version = DeskVisitor.VersionIn(await factory.ReadAsync($"/employer/postings/{_county.SewingId}"));
        using var first = await factory.PostAsync($"/employer/postings/{_county.SewingId}", $"/employer/postings/{_county.SewingId}/pause", ("version", $"{version}"));
        using var second = await factory.PostAsync($"/employer/postings/{_county.SewingId}", $"/employer/postings/{_county.SewingId}/resume", ("version", $"{version}"));
        (await factory.ReadAsync($"/employer/postings/{_county.SewingId}")).ShouldContain("别人已经改了这一条");
        (await StateAsync(_county.SewingId)).ShouldBe(PostingState.Paused);
    }

    [Fact]
    public async Task A_page_left_open_while_the_station_took_somebody_back_says_so_on_its_list()
    {
        var referral = await ApplyAsync(_county.WomanId, _county.SewingId);
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(r => r.EmployerMaySee, false).SetProperty(r => r.State, ReferralState.Suggested)));
        var list = $"/employer/postings/{_county.SewingId}/candidates";
        using var late = await factory.PostAsync("/employer/postings/new/form", $"/employer/referrals/{referral}/hire", ("version", "0"), ("back", list));
        late.Headers.Location!.OriginalString.ShouldBe(list);
        (await factory.ReadAsync(list)).ShouldContain("已经不在您的名单里");
    }

    [Fact]
    public async Task The_last_vacancy_goes_to_one_and_the_other_is_told()
    {
        await OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Quota>().SingleAsync(q => q.PostingId == _county.SewingId)).Vacancies = 1;
            return await db.SaveChangesAsync();
        });
        var (one, two) = (await ApplyAsync(_county.WomanId, _county.SewingId), await ApplyAsync(_county.ManId, _county.SewingId));
        var factory = await DeskVisitor.SignInAsync(_site, SmallCounty.EmployerName);
        using var first = await factory.PostAsync("/employer/postings/new/form", $"/employer/referrals/{one}/hire", ("version", "0"));
        using var second = await factory.PostAsync("/employer/postings/new/form", $"/employer/referrals/{two}/hire", ("version", "0"));
        (await factory.ReadAsync($"/employer/referrals/{two}")).ShouldContain("名额刚刚被别人用掉");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().Where(r => r.PostingId == _county.SewingId).OrderBy(r => r.Id).Select(r => r.State).ToListAsync()))
            .ShouldBe([ReferralState.Hired, ReferralState.Applied]);
    }

    [Fact]
    public async Task Registering_with_everything_wrong_stores_nothing_and_says_all_at_once()
    {
        var visitor = new DeskVisitor(_site.Visitor(("Accept", "text/html")));
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

    private Task<long> ApplyAsync(long person, long posting) => OnServerAsync(async services =>
        (await services.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(person, posting, 0), CancellationToken.None)).Value);

    private Task<long> ReferAsync(long person, long posting) => OnServerAsync(async services =>
    {
        (await services.GetRequiredService<JobMatchDbContext>().Set<Worker>().SingleAsync(w => w.Id == person)).ConsentsToEmployers.ShouldBeTrue();
        var done = await services.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(posting, [person], 0), CancellationToken.None);
        return done.Value!.ReferralIds[person];
    });

    private Task<int> LooksAsync(AuditAction action) => OnServerAsync(services =>
        services.GetRequiredService<JobMatchDbContext>().Set<AuditEntry>().CountAsync(a => a.Action == action && a.Subject == AuditSubject.Person && a.SubjectId == _county.WomanId));

    private Task<PostingState> StateAsync(long posting) => OnServerAsync(services =>
        services.GetRequiredService<JobMatchDbContext>().Set<Posting>().Where(p => p.Id == posting).Select(p => p.State).SingleAsync());

    private Task DrainAsync() => _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();

    private async Task<T> OnServerAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var request = _site.Services.CreateSystemScope();
        return await work(request.ServiceProvider);
    }
}
