using System.Net;
using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Web.Shared.Navigation;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = JobMatch.Cases.Case;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The station's pages over HTTP: who may come, what is refused and stays typed, what is written down about a look.</summary>
public sealed class StationPagesTests : IAsyncLifetime, IAsyncDisposable
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
    public async Task Every_place_of_the_rail_has_its_page()
    {
        foreach (var place in Places.StationStaff) (await _clerk.ReadAsync(place.Path)).ShouldContain("<h1");
    }

    [Theory]
    [InlineData(SmallCounty.EmployerName)]
    [InlineData(SmallCounty.SupervisorName)]
    [InlineData(SmallCounty.AdministratorName)]
    public async Task Others_are_turned_away(string account)
    {
        var other = await DeskVisitor.SignInAsync(_site, account);
        foreach (var path in new[] { "/station/today", $"/station/people/{_county.WomanId}", $"/station/postings/{_county.SewingId}/candidates" })
        {
            using var answer = await other.GetAsync(path);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Somebody_of_another_station_is_not_there()
    {
        foreach (var path in new[] { "", "/postings", "/edit/capacity", "/edit/identity" })
        {
            using var answer = await _clerk.GetAsync($"/station/people/{_county.UnknownCapacityId}{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var shown = await _clerk.PostAsync("/station/people", $"/station/people/{_county.UnknownCapacityId}/reveal");
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var card = await _clerk.PostAsync("/station/people", $"/station/people/{_county.UnknownCapacityId}/card");
        card.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var referred = await _clerk.PostAsync("/station/people", $"/station/postings/{_county.SewingId}/refer", ("personIds", Text(_county.UnknownCapacityId)), ("confirmed", "true"));
        referred.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Numbers_are_masked_until_shown_and_every_look_is_written_down()
    {
        var page = await _clerk.ReadAsync($"/station/people/{_county.WomanId}");
        page.ShouldNotContain(SmallCounty.FamilyPhone);
        page.ShouldContain("138****0001");
        page.ShouldNotContain("529901198503120021");
        using var shown = await _clerk.PostAsync($"/station/people/{_county.WomanId}", $"/station/people/{_county.WomanId}/reveal");
        var clear = await shown.Content.ReadAsStringAsync();
        clear.ShouldContain(SmallCounty.FamilyPhone);
        clear.ShouldContain("529901198503120021");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _clerk.ReadAsync($"/station/people/{_county.WomanId}")).ShouldNotContain(SmallCounty.FamilyPhone);
        var looks = await InAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == AuditSubject.Person && a.SubjectId == _county.WomanId && a.AccountId == _county.StaffAccountId).Select(a => a.Action).ToListAsync());
        looks.ShouldContain(AuditAction.Looked);
        looks.ShouldContain(AuditAction.RevealedPhone);
        looks.ShouldContain(AuditAction.RevealedIdNumber);
    }

    [Fact]
    public async Task Looking_up_finds_by_id_number_and_tells_only_the_place_of_a_stranger()
    {
        // The small county's numbers are no real ones; looking up takes only what passes the check.
        var (own, other) = (ValidNumber("52990119850312002"), ValidNumber("52990119960312006"));
        await InAsync(async (services, db) =>
        {
            var personal = services.GetRequiredService<PersonalData>();
            (await db.Set<Person>().SingleAsync(p => p.Id == _county.WomanId)).IdHash = personal.HashIdNumber(own);
            (await db.Set<Person>().SingleAsync(p => p.Id == _county.UnknownCapacityId)).IdHash = personal.HashIdNumber(other);
            return await db.SaveChangesAsync();
        });
        (await LookUpAsync(("LookUp.IdNumber", own))).ShouldContain($"/station/people/{_county.WomanId}");
        var elsewhere = await LookUpAsync(("LookUp.IdNumber", other));
        elsewhere.ShouldContain("安康家园");
        elsewhere.ShouldNotContain("赵小花");
        (await LookUpAsync(("LookUp.Phone", SmallCounty.FamilyPhone))).ShouldContain("李建国");
        var wrong = await LookUpAsync(("LookUp.IdNumber", "12345"), ("LookUp.Name", "王"));
        wrong.ShouldContain("身份证号不对");
        wrong.ShouldContain("value=\"王\"");
        (await LookUpAsync()).ShouldContain("请填一项再查");
    }

    [Fact]
    public async Task A_new_household_is_registered_once()
    {
        (string, string)[] fields = [("Name", "龙小妹"), ("IdNumber", ""), ("SettlementId", Text(_county.Settlement.Id)), ("Building", "9 号楼"), ("AsWorker", "true"), ("Capacity", "Ordinary"), ("Willing", "true")];
        var id = ValidNumber("52990119900101112");
        fields[1] = ("IdNumber", id);
        using var first = await _clerk.PostAsync("/station/people/new", "/station/people/new", fields);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _clerk.ReadAsync(first.Headers.Location!.OriginalString)).ShouldContain("龙小妹");
        using var second = await _clerk.PostAsync("/station/people/new", "/station/people/new", fields);
        var refused = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        refused.ShouldContain("这个人已经在台账上");
        refused.ShouldContain("value=\"9 号楼\"");
        (await InAsync(db => db.Set<Person>().CountAsync(p => p.Name == "龙小妹"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_fact_is_recorded_and_a_stale_form_is_told()
    {
        var url = $"/station/people/{_county.ManId}/edit/capacity";
        var version = await VersionAsync(_county.ManId);
        using var saved = await _clerk.PostAsync(url, url, ("Version", Text(version)), ("Capacity", "Skilled"), ("Restrictions", "NoHeights"), ("Source", "Visit"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var worker = await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId));
        worker.CapacityCheck.Source.ShouldBe(FactSource.Visit);
        using var stale = await _clerk.PostAsync(url, url, ("Version", Text(version)), ("Capacity", "Ordinary"), ("Source", "Station"));
        var told = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync());
        told.ShouldContain("别人刚改过");
        told.ShouldContain($"name=\"Version\" value=\"{worker.Version}\"");
        (await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId))).Capacity.ShouldBe(LabourCapacity.Skilled);
    }

    [Fact]
    public async Task Referring_asks_first_and_can_be_taken_back()
    {
        var list = $"/station/postings/{_county.SewingId}/candidates";
        using var asked = await _clerk.PostAsync(list, $"/station/postings/{_county.SewingId}/refer", ("personIds", Text(_county.WomanId)));
        (await asked.Content.ReadAsStringAsync()).ShouldContain("王秀英");
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
        using var done = await _clerk.PostAsync(list, $"/station/postings/{_county.SewingId}/refer", ("personIds", Text(_county.WomanId)), ("confirmed", "true"), ("returnUrl", list));
        done.Headers.Location!.OriginalString.ShouldBe(list);
        var referral = await InAsync(db => db.Set<Referral>().SingleAsync());
        referral.State.ShouldBe(ReferralState.Referred);
        (await _clerk.ReadAsync(list)).ShouldContain($"/station/referrals/undo?ids={referral.Id}");
        using var undone = await _clerk.PostAsync(list, $"/station/referrals/undo?ids={referral.Id}");
        (await InAsync(db => db.Set<Referral>().SingleAsync())).State.ShouldBe(ReferralState.Suggested);
        (await _clerk.ReadAsync(list)).ShouldContain($"name=\"personIds\" value=\"{_county.WomanId}\"", customMessage: "she is in the ranking again");
        using var again = await _clerk.PostAsync(list, $"/station/referrals/undo?ids={referral.Id}");
        (await _clerk.ReadAsync("/station/referrals")).ShouldContain("撤回了 0 条");
    }

    [Fact]
    public async Task Who_has_not_agreed_is_told_apart_in_the_ranking_and_has_no_box()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.WomanId)).ConsentsToEmployers = false;
            return await db.SaveChangesAsync();
        });
        var list = await _clerk.ReadAsync($"/station/postings/{_county.SewingId}/candidates");
        list.ShouldContain($"/station/people/{_county.WomanId}#consent");
        list.ShouldNotContain($"name=\"personIds\" value=\"{_county.WomanId}\"");
    }

    [Fact]
    public async Task Why_not_says_the_filter_reads_an_id_number_and_asks_for_a_name()
    {
        var list = $"/station/postings/{_county.SewingId}/candidates";
        (await _clerk.ReadAsync($"{list}?who=")).ShouldContain("请写姓名");
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.WomanId)).RecordWilling(false, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        foreach (var who in new[] { "王秀", "529901198503120021" })
        {
            var answer = await _clerk.ReadAsync($"{list}?seekers=Willing&who={Uri.EscapeDataString(who)}");
            answer.ShouldContain("没有列出：说过现在不想找工作。这一页只列“想找工作的”。");
            answer.ShouldNotContain("不能去");
            answer.ShouldContain("seekers=Anyone");
        }
    }

    [Theory]
    [InlineData("hardship", "Group")]
    [InlineData("skill", "SkillId")]
    [InlineData("experience", "OccupationId")]
    [InlineData("training", "KindId")]
    [InlineData("mobility", "Mobility")]
    [InlineData("spell", "Channel")]
    public async Task A_form_saved_empty_names_what_is_missing_and_records_nothing(string fact, string field)
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId)).RecordMobility(Mobility.Unknown, null, Duty.None, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        var version = await VersionAsync(_county.ManId);
        var url = $"/station/people/{_county.ManId}/edit/{fact}";
        using var empty = await _clerk.PostAsync(url, url, ("Version", Text(version)), ("Source", "Station"));
        var html = WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync());
        html.ShouldContain($"href=\"#{field}\"");
        html.ShouldContain("要填");
        (await VersionAsync(_county.ManId)).ShouldBe(version);
    }

    [Fact]
    public async Task A_reach_in_kilometres_is_kept_in_metres()
    {
        var url = $"/station/people/{_county.ManId}/edit/mobility";
        using var saved = await _clerk.PostAsync(url, url, ("Version", Text(await VersionAsync(_county.ManId))), ("Mobility", "Metres"), ("Metres", "２.５"), ("Source", "Station"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId))).MobilityMetres.ShouldBe(2500);
        (await _clerk.ReadAsync(url)).ShouldContain("value=\"2.5\"");
    }

    [Fact]
    public async Task That_reported_work_is_not_so_is_asked_once_more_before_it_is_deleted()
    {
        var spell = await InAsync(async (_, db) =>
        {
            var said = new EmploymentSpell
            {
                PersonId = _county.ManId, HouseholdId = await db.Set<Person>().Where(p => p.Id == _county.ManId).Select(p => p.HouseholdId).SingleAsync(), SettlementId = _county.Settlement.Id,
                CountyCode = Some.County, Start = new DateOnly(2026, 1, 5), Channel = Channel.Gig, Workplace = "城东工地", Check = new FactCheck(FactSource.Self, new DateOnly(2026, 1, 5)),
            };
            db.Add(said);
            await db.SaveChangesAsync();
            return said;
        });
        (await _clerk.ReadAsync("/station/today/spells")).ShouldContain("城东工地");
        (await _clerk.ReadAsync("/station/today/reports")).ShouldContain("<h1");
        var (to, version) = ($"/station/spells/{spell.Id}/confirm", ("version", Text(spell.Version)));
        using var asked = await _clerk.PostAsync("/station/today", to, version, ("isTrue", "false"));
        WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()).ShouldContain("城东工地");
        (await InAsync(db => db.Set<EmploymentSpell>().AnyAsync())).ShouldBeTrue();
        using var sure = await _clerk.PostAsync("/station/today", to, version, ("isTrue", "false"), ("confirmed", "true"));
        (await InAsync(db => db.Set<EmploymentSpell>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_who_looks_after_an_employer_is_offered_its_postings_to_verify()
    {
        var (mine, others) = await InAsync(async (services, db) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var elsewhere = Some.Employer("安康家园扶贫车间", settlementId: _county.OtherSettlement.Id);
            elsewhere.Verify(1, now);
            db.Add(elsewhere);
            await db.SaveChangesAsync();
            var (here, there) = (Some.Posting(_county.ServiceId, "保洁员", PostingKind.PublicWelfare), Some.Posting(elsewhere.Id, "护林员", PostingKind.PublicWelfare));
            foreach (var posting in new[] { here, there })
            {
                posting.WelfareType = PublicWelfareType.Cleaning;
                posting.Submit(employerVerified: true, now);
                posting.State.ShouldBe(PostingState.Submitted);
            }

            db.AddRange(here, there);
            await db.SaveChangesAsync();
            return (here.Id, there.Id);
        });
        var list = await _clerk.ReadAsync("/station/postings?state=Submitted");
        list.ShouldContain("由安康家园的服务站审核");
        list.ShouldContain($"class=\"btn small\" href=\"/station/postings/{mine}\"");
        list.ShouldNotContain($"class=\"btn small\" href=\"/station/postings/{others}\"");
        (await _clerk.ReadAsync($"/station/postings/{others}")).ShouldContain("由安康家园的服务站审核");
        var own = await _clerk.ReadAsync("/station/postings?state=Submitted&mine=true");
        own.ShouldContain($"/station/postings/{mine}");
        own.ShouldNotContain($"/station/postings/{others}\"");
    }

    [Fact]
    public async Task Closing_a_case_can_be_taken_back()
    {
        var id = await InAsync(async (services, _) => (await services.GetRequiredService<AskForHelp>().RunAsync(new AskForHelpRequest { PersonId = _county.WomanId, Topic = HelpTopic.UnpaidWages, Text = "三个月没发工资" }, CancellationToken.None)).Value);
        var url = $"/station/cases/{id}";
        using var closed = await _clerk.PostAsync(url, url + "/finish", ("Finish.Version", "0"), ("Finish.Outcome", "Answered"));
        (await _clerk.ReadAsync("/station/today")).ShouldContain($"action=\"{url}/reopen\"");
        using var undone = await _clerk.PostAsync("/station/today", url + "/reopen");
        (await InAsync(db => db.Set<Case>().SingleAsync(c => c.Id == id))).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_by_phone_needs_its_reason()
    {
        using var done = await _clerk.PostAsync("/station/people", $"/station/postings/{_county.SewingId}/refer", ("personIds", Text(_county.WomanId)), ("confirmed", "true"));
        var referral = await InAsync(db => db.Set<Referral>().SingleAsync());
        var url = $"/station/referrals/{referral.Id}";
        using var bare = await _clerk.PostAsync(url, url + "/move", ("Form.Version", Text(referral.Version)), ("Form.To", "Refused"));
        WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()).ShouldContain("href=\"#Form_RefusedFor\"");
        using var said = await _clerk.PostAsync(url, url + "/move", ("Form.Version", Text(referral.Version)), ("Form.To", "Refused"), ("Form.RefusedFor", "TooFar"));
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _clerk.ReadAsync($"/station/postings/{_county.SewingId}/candidates")).ShouldContain("太远");
    }

    [Fact]
    public async Task A_registration_request_is_linked_to_who_the_clerk_says_she_is()
    {
        var request = await InAsync(async (services, _) => (await services.GetRequiredService<RequestRegistration>().RunAsync(new RequestRegistrationRequest(SmallCounty.UnknownPhone, "李建国", _county.Settlement.Id, null), CancellationToken.None)).Value!);
        (await _clerk.ReadAsync("/station/today")).ShouldContain($"/station/registrations/{request.Id}");
        (await _clerk.ReadAsync($"/station/registrations/{request.Id}")).ShouldContain(SmallCounty.UnknownPhone);
        using var linked = await _clerk.PostAsync($"/station/registrations/{request.Id}", $"/station/registrations/{request.Id}/link", ("version", Text(request.Version)), ("personId", Text(_county.ManId)));
        linked.Headers.Location!.OriginalString.ShouldBe($"/station/people/{_county.ManId}");
        (await _clerk.ReadAsync($"/station/people/{_county.ManId}")).ShouldContain("139****0009");
        (await InAsync(db => db.Set<RegistrationRequest>().SingleAsync())).AnsweredBy.ShouldBe(_county.StaffAccountId);
    }

    [Fact]
    public async Task The_rail_counts_what_the_page_of_the_day_shows()
    {
        await InAsync(async (services, _) => await services.GetRequiredService<AskForHelp>().RunAsync(new AskForHelpRequest { PersonId = _county.WomanId, Topic = HelpTopic.UnpaidWages, Text = "三个月没发工资" }, CancellationToken.None));
        var figures = await _clerk.ReadAsync("/station/counts");
        figures.ShouldContain("\"Today\":1");
        (await _clerk.ReadAsync("/station/today")).ShouldContain("三个月没发工资");
    }

    private async Task<string> LookUpAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await _clerk.PostAsync("/station/people", "/station/people/look-up", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<int> VersionAsync(long worker) => InAsync(db => db.Set<Worker>().Where(w => w.Id == worker).Select(w => w.Version).SingleAsync());

    private Task<T> InAsync<T>(Func<JobMatchDbContext, Task<T>> work) => InAsync((_, db) => work(db));

    private async Task<T> InAsync<T>(Func<IServiceProvider, JobMatchDbContext, Task<T>> work)
    {
        await using var request = _site.Services.CreateSystemScope();
        return await work(request.ServiceProvider, request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }

    private static string ValidNumber(string seventeen) => seventeen + IdNumber.CheckCharacter(seventeen);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
