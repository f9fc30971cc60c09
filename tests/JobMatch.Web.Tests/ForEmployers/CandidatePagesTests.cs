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

/// <summary>Candidates of an employer over HTTP: what is told of them and when, and what it answers.</summary>
public sealed class CandidatePagesTests : EmployerAtDesk
{
    [Fact]
    public async Task Another_employers_posting_is_not_there()
    {
        var referral = await ApplyAsync(County.WomanId, County.CleaningId);
        var factory = Employer;
        foreach (var page in new[] { "", "/edit", "/close", "/candidates" })
        {
            using var foreign = await factory.GetAsync($"/employer/postings/{County.CleaningId}{page}");
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            using var own = await factory.GetAsync($"/employer/postings/{County.SewingId}{page}");
            own.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        using var candidate = await factory.GetAsync($"/employer/referrals/{referral}");
        candidate.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var act in new[] { $"/employer/postings/{County.CleaningId}/pause", $"/employer/postings/{County.CleaningId}/still-open", $"/employer/referrals/{referral}/hire", $"/employer/referrals/{referral}/phone", $"/employer/referrals/{referral}/no-show" })
        {
            using var refused = await factory.PostAsync("/employer/postings/new/form", act, ("version", "0"));
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, act);
        }

        using var copied = await factory.GetAsync($"/employer/postings/new/form?from={County.CleaningId}");
        copied.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StateAsync(County.CleaningId)).ShouldBe(PostingState.Published);
    }

    [Fact]
    public async Task What_the_posting_leaves_open_is_said_once_and_who_works_elsewhere_is_not_shown()
    {
        await OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var posting = await db.Set<Posting>().SingleAsync(p => p.Id == County.SewingId);
            (posting.Strain, posting.Shift) = (Strain.Unknown, Shift.Unknown);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var factory = Employer;
        var page = $"/employer/postings/{County.SewingId}/candidates";
        var html = await factory.ReadAsync(page);
        html.ShouldContain("岗位里没写清：活重不重、");
        html.ShouldContain($"/employer/postings/{County.SewingId}/edit");
        html.ShouldNotContain("活重不重没写", Case.Sensitive, "it is no flaw of each of them");
        html.ShouldContain("王**");

        await OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            var woman = await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId);
            db.Add(new EmploymentSpell { PersonId = woman.Id, HouseholdId = woman.HouseholdId, SettlementId = woman.SettlementId, CountyCode = woman.CountyCode, Start = new DateOnly(2026, 1, 5), Channel = Channel.NearbyEnterprise });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        (await factory.ReadAsync(page)).ShouldNotContain("王**");
    }

    [Fact]
    public async Task Points_that_an_employer_does_not_see_are_told_as_a_sum_so_that_all_of_it_adds_up()
    {
        var referral = await ReferAsync(County.WomanId, County.SewingId);
        await DrainAsync();
        var page = await (Employer).ReadAsync($"/employer/referrals/{referral}");
        int Number(string pattern) => Regex.Match(page, pattern) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var shown = Regex.Matches(page, "<b class=\"points\">\\+?([0-9]+)</b>").Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        (shown + Number("胜任里其他的（不逐项显示）：\\+([0-9]+)")).ShouldBe(Number("胜任 ([0-9]+)"));
        Number("合意（不逐项显示）：\\+([0-9]+)").ShouldBe(Number("合意 ([0-9]+)"));
        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Name_and_phone_stay_on_the_server_until_the_person_agrees()
    {
        var referral = await ReferAsync(County.WomanId, County.SewingId);
        await DrainAsync();
        var factory = Employer;
        foreach (var page in new[] { $"/employer/postings/{County.SewingId}/candidates", "/employer/candidates", $"/employer/referrals/{referral}" })
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
    public async Task A_page_left_open_while_the_station_took_somebody_back_says_so_on_its_list()
    {
        var referral = await ApplyAsync(County.WomanId, County.SewingId);
        var factory = Employer;
        await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(r => r.EmployerMaySee, false).SetProperty(r => r.State, ReferralState.Suggested)));
        var list = $"/employer/postings/{County.SewingId}/candidates";
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
            (await db.Set<Quota>().SingleAsync(q => q.PostingId == County.SewingId)).Vacancies = 1;
            return await db.SaveChangesAsync();
        });
        var (one, two) = (await ApplyAsync(County.WomanId, County.SewingId), await ApplyAsync(County.ManId, County.SewingId));
        var factory = Employer;
        using var first = await factory.PostAsync("/employer/postings/new/form", $"/employer/referrals/{one}/hire", ("version", "0"));
        using var second = await factory.PostAsync("/employer/postings/new/form", $"/employer/referrals/{two}/hire", ("version", "0"));
        (await factory.ReadAsync($"/employer/referrals/{two}")).ShouldContain("名额刚刚被别人用掉");
        (await OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Referral>().Where(r => r.PostingId == County.SewingId).OrderBy(r => r.Id).Select(r => r.State).ToListAsync()))
            .ShouldBe([ReferralState.Hired, ReferralState.Applied]);
    }

    private Task<int> LooksAsync(AuditAction action) => OnServerAsync(services =>
        services.GetRequiredService<JobMatchDbContext>().Set<AuditEntry>().CountAsync(a => a.Action == action && a.Subject == AuditSubject.Person && a.SubjectId == County.WomanId));

    private Task<PostingState> StateAsync(long posting) => OnServerAsync(services =>
        services.GetRequiredService<JobMatchDbContext>().Set<Posting>().Where(p => p.Id == posting).Select(p => p.State).SingleAsync());
}
