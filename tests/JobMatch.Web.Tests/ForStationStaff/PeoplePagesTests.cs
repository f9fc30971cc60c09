using System.Net;
using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>People of the ledger over HTTP: looked up, registered, their facts; what is refused and stays typed, what is written down about a look.</summary>
public sealed class PeoplePagesTests : ClerkAtDesk
{
    [Fact]
    public async Task Somebody_of_another_station_is_not_there()
    {
        foreach (var path in new[] { "", "/postings", "/edit/capacity", "/edit/identity" })
        {
            using var answer = await Clerk.GetAsync($"/station/people/{County.UnknownCapacityId}{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var shown = await Clerk.PostAsync("/station/people", $"/station/people/{County.UnknownCapacityId}/reveal");
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var card = await Clerk.PostAsync("/station/people", $"/station/people/{County.UnknownCapacityId}/card");
        card.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var referred = await Clerk.PostAsync("/station/people", $"/station/postings/{County.SewingId}/refer", ("personIds", Text(County.UnknownCapacityId)), ("confirmed", "true"));
        referred.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await InAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_skill_whose_level_nobody_recorded_is_said_to_be_so()
    {
        await InAsync(async db =>
        {
            db.Add(new WorkerSkill { WorkerId = County.WomanId, SettlementId = County.Settlement.Id, SkillId = 2, Level = SkillLevel.Unknown, Evidence = "" });
            return await db.SaveChangesAsync();
        });
        (await Clerk.ReadAsync($"/station/people/{County.WomanId}")).ShouldContain("熟练程度没有记");
        using var card = await Clerk.GetAsync($"/station/people/{County.WomanId}/card");
        card.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Numbers_are_masked_until_shown_and_every_look_is_written_down()
    {
        var page = await Clerk.ReadAsync($"/station/people/{County.WomanId}");
        page.ShouldNotContain(SmallCounty.FamilyPhone);
        page.ShouldContain("138****0001");
        page.ShouldNotContain("529901198503120021");
        using var shown = await Clerk.PostAsync($"/station/people/{County.WomanId}", $"/station/people/{County.WomanId}/reveal");
        var clear = await shown.Content.ReadAsStringAsync();
        clear.ShouldContain(SmallCounty.FamilyPhone);
        clear.ShouldContain("529901198503120021");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await Clerk.ReadAsync($"/station/people/{County.WomanId}")).ShouldNotContain(SmallCounty.FamilyPhone);
        var looks = await InAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == AuditSubject.Person && a.SubjectId == County.WomanId && a.AccountId == County.StaffAccountId).Select(a => a.Action).ToListAsync());
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
            (await db.Set<Person>().SingleAsync(p => p.Id == County.WomanId)).IdHash = personal.HashIdNumber(own);
            (await db.Set<Person>().SingleAsync(p => p.Id == County.UnknownCapacityId)).IdHash = personal.HashIdNumber(other);
            return await db.SaveChangesAsync();
        });
        (await LookUpAsync(("LookUp.IdNumber", own))).ShouldContain($"/station/people/{County.WomanId}");
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
        (string, string)[] fields = [("Name", "龙小妹"), ("IdNumber", ""), ("SettlementId", Text(County.Settlement.Id)), ("Building", "9 号楼"), ("AsWorker", "true"), ("Capacity", "Ordinary"), ("Willing", "true")];
        var id = ValidNumber("52990119900101112");
        fields[1] = ("IdNumber", id);
        using var first = await Clerk.PostAsync("/station/people/new", "/station/people/new", fields);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync(first.Headers.Location!.OriginalString)).ShouldContain("龙小妹");
        using var second = await Clerk.PostAsync("/station/people/new", "/station/people/new", fields);
        var refused = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        refused.ShouldContain("这个人已经在台账上");
        refused.ShouldContain("value=\"9 号楼\"");
        (await InAsync(db => db.Set<Person>().CountAsync(p => p.Name == "龙小妹"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_fact_is_recorded_and_a_stale_form_is_told()
    {
        var url = $"/station/people/{County.ManId}/edit/capacity";
        var version = await VersionAsync(County.ManId);
        using var saved = await Clerk.PostAsync(url, url, ("Version", Text(version)), ("Capacity", "Skilled"), ("Restrictions", "NoHeights"), ("Source", "Visit"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var worker = await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == County.ManId));
        worker.CapacityCheck.Source.ShouldBe(FactSource.Visit);
        worker.Restrictions.ShouldBe(WorkRestriction.NoHeights);
        using var stale = await Clerk.PostAsync(url, url, ("Version", Text(version)), ("Capacity", "Ordinary"), ("Source", "Station"));
        var told = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync());
        told.ShouldContain("别人刚改过");
        told.ShouldContain($"name=\"Version\" value=\"{worker.Version}\"");
        (await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == County.ManId))).Capacity.ShouldBe(LabourCapacity.Skilled);
    }

    [Fact]
    public async Task What_was_ticked_among_several_is_stored_and_stays_when_the_form_is_saved_again()
    {
        var url = $"/station/people/{County.WomanId}/edit/";
        await SaveAsync("wishes", ("Willing", "true"), ("Kinds", "AidWorkshop"), ("Kinds", "LabourExport"), ("Shifts", "Day"), ("Shifts", "Night"), ("Places", "330000"), ("TrainingKindIds", "12"));
        await SaveAsync("mobility", ("Mobility", "County"), ("ImpossibleDuties", "Heights"), ("ImpossibleDuties", "CareHours"));
        var worker = await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId));
        (worker.Wishes.Kinds, worker.Wishes.Shifts, worker.ImpossibleDuties).ShouldBe((PostingKinds.AidWorkshop | PostingKinds.LabourExport, Shifts.Day | Shifts.Night, Duty.Heights | Duty.CareHours));
        (worker.Wishes.RegionCodes, worker.Wishes.TrainingKindIds).ShouldSatisfyAllConditions(w => w.RegionCodes.ShouldBe([330000]), w => w.TrainingKindIds.ShouldBe([12]));
        var again = await Clerk.ReadAsync(url + "wishes");
        again.ShouldContain("value=\"LabourExport\" checked");

        async Task SaveAsync(string fact, params (string, string)[] fields)
        {
            using var saved = await Clerk.PostAsync(url + fact, url + fact, [("Version", Text(await VersionAsync(County.WomanId))), ("Source", "Visit"), .. fields]);
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync()));
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
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordMobility(Mobility.Unknown, null, Duty.None, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        var version = await VersionAsync(County.ManId);
        var url = $"/station/people/{County.ManId}/edit/{fact}";
        using var empty = await Clerk.PostAsync(url, url, ("Version", Text(version)), ("Source", "Station"));
        var html = WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync());
        html.ShouldContain($"href=\"#{field}\"");
        html.ShouldContain("要填");
        (await VersionAsync(County.ManId)).ShouldBe(version);
    }

    [Fact]
    public async Task A_reach_in_kilometres_is_kept_in_metres()
    {
        var url = $"/station/people/{County.ManId}/edit/mobility";
        using var saved = await Clerk.PostAsync(url, url, ("Version", Text(await VersionAsync(County.ManId))), ("Mobility", "Metres"), ("Metres", "２.５"), ("Source", "Station"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await InAsync(db => db.Set<Worker>().SingleAsync(w => w.Id == County.ManId))).MobilityMetres.ShouldBe(2500);
        (await Clerk.ReadAsync(url)).ShouldContain("value=\"2.5\"");
    }

    [Fact]
    public async Task Work_that_is_to_begin_is_taken_back_when_it_comes_to_nothing()
    {
        var spell = await InAsync(async (services, db) =>
        {
            var coming = new EmploymentSpell
            {
                PersonId = County.ManId, HouseholdId = await db.Set<Person>().Where(p => p.Id == County.ManId).Select(p => p.HouseholdId).SingleAsync(), SettlementId = County.Settlement.Id,
                CountyCode = Some.County, Start = services.GetRequiredService<TimeProvider>().Today().AddDays(9), Channel = Channel.PublicWelfare, Workplace = "镇林业站", Check = new FactCheck(FactSource.Station, new DateOnly(2026, 1, 5)),
            };
            db.Add(coming);
            await db.SaveChangesAsync();
            return coming;
        });
        var page = $"/station/people/{County.ManId}";
        var shown = await Clerk.ReadAsync(page);
        shown.ShouldContain("（还没开始）");
        shown.ShouldNotContain("spell-end");
        using var done = await Clerk.PostAsync(page, $"{page}/spells/{spell.Id}/take-back", ("version", Text(spell.Version)));
        (await Clerk.ReadAsync(page)).ShouldNotContain("镇林业站");
        (await InAsync(db => db.Set<EmploymentSpell>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task That_reported_work_is_not_so_is_asked_once_more_before_it_is_deleted()
    {
        var spell = await InAsync(async (_, db) =>
        {
            var said = new EmploymentSpell
            {
                PersonId = County.ManId, HouseholdId = await db.Set<Person>().Where(p => p.Id == County.ManId).Select(p => p.HouseholdId).SingleAsync(), SettlementId = County.Settlement.Id,
                CountyCode = Some.County, Start = new DateOnly(2026, 1, 5), Channel = Channel.Gig, Workplace = "城东工地", Check = new FactCheck(FactSource.Self, new DateOnly(2026, 1, 5)),
            };
            db.Add(said);
            await db.SaveChangesAsync();
            return said;
        });
        (await Clerk.ReadAsync("/station/today/spells")).ShouldContain("城东工地");
        (await Clerk.ReadAsync("/station/today/reports")).ShouldContain("<h1");
        var (to, version) = ($"/station/spells/{spell.Id}/confirm", ("version", Text(spell.Version)));
        using var asked = await Clerk.PostAsync("/station/today", to, version, ("isTrue", "false"));
        WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()).ShouldContain("城东工地");
        (await InAsync(db => db.Set<EmploymentSpell>().AnyAsync())).ShouldBeTrue();
        using var sure = await Clerk.PostAsync("/station/today", to, version, ("isTrue", "false"), ("confirmed", "true"));
        (await InAsync(db => db.Set<EmploymentSpell>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_registration_request_is_linked_to_who_the_clerk_says_she_is()
    {
        var request = await InAsync(async (services, _) => (await services.GetRequiredService<RequestRegistration>().RunAsync(new RequestRegistrationRequest(SmallCounty.UnknownPhone, "李建国", County.Settlement.Id, null), CancellationToken.None)).Value!);
        (await Clerk.ReadAsync("/station/today")).ShouldContain($"/station/registrations/{request.Id}");
        (await Clerk.ReadAsync($"/station/registrations/{request.Id}")).ShouldContain(SmallCounty.UnknownPhone);
        using var linked = await Clerk.PostAsync($"/station/registrations/{request.Id}", $"/station/registrations/{request.Id}/link", ("version", Text(request.Version)), ("personId", Text(County.ManId)));
        linked.Headers.Location!.OriginalString.ShouldBe($"/station/people/{County.ManId}");
        (await Clerk.ReadAsync($"/station/people/{County.ManId}")).ShouldContain("139****0009");
        (await InAsync(db => db.Set<RegistrationRequest>().SingleAsync())).AnsweredBy.ShouldBe(County.StaffAccountId);
    }

    private async Task<string> LookUpAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await Clerk.PostAsync("/station/people", "/station/people/look-up", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<int> VersionAsync(long worker) => InAsync(db => db.Set<Worker>().Where(w => w.Id == worker).Select(w => w.Version).SingleAsync());

    private static string ValidNumber(string seventeen) => seventeen + IdNumber.CheckCharacter(seventeen);
}
