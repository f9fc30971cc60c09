using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = JobMatch.Cases.Case;

namespace JobMatch.Tests.Cases;

public class WatchCasesTests
{
    [Theory, OnEachDatabase]
    public async Task A_household_able_and_willing_without_work_gets_one_case_with_its_clock(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();
        var zero = await county.HouseholdAsync(settlement);
        await county.MemberAsync(zero, LabourCapacity.WeakOrHalf, willing: true);
        await county.MemberAsync(zero, LabourCapacity.None, willing: true);
        var notWilling = await county.HouseholdAsync(settlement);
        await county.MemberAsync(notWilling, LabourCapacity.Ordinary, willing: false);
        var notAble = await county.HouseholdAsync(settlement);
        await county.MemberAsync(notAble, LabourCapacity.None, willing: true);
        var pupil = await county.HouseholdAsync(settlement);
        await county.MemberAsync(pupil, LabourCapacity.Ordinary, willing: true, inEducation: true);
        var working = await county.HouseholdAsync(settlement);
        await county.MemberAsync(working, LabourCapacity.Ordinary, willing: true);
        await county.SpellAsync(await county.MemberAsync(working, LabourCapacity.Ordinary, willing: false), county.Today);

        (await WatchAsync(county)).Opened.ShouldBe(1);
        (await WatchAsync(county)).Opened.ShouldBe(0);

        var opened = await county.OnDbAsync(db => db.Set<Case>().SingleAsync());
        (opened.HouseholdId, opened.FirstHelpDue, opened.ClearDue).ShouldBe((zero.Id, county.Today.AddDays(3), county.Today.AddDays(5)));
    }

    [Theory, OnEachDatabase]
    public async Task The_case_closes_when_somebody_works_and_opens_anew_when_the_work_ends(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var household = await county.HouseholdAsync(await county.SettlementAsync());
        var person = await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true);
        await WatchAsync(county);
        await county.SpellAsync(person, county.Today.AddDays(1), county.Today.AddDays(2));

        (await WatchAsync(county, days: 1)).ZeroEmploymentClosed.ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<Case>().SingleAsync())).Outcome.ShouldBe(CaseOutcome.Employed);
        (await WatchAsync(county, days: 2)).ShouldBe(new CasesWatched(0, 0, 0));
        (await WatchAsync(county, days: 3)).Opened.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_station_decided_keeps_the_household_quiet_for_a_while(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        await WatchAsync(county);
        var opened = await county.OnDbAsync(db => db.Set<Case>().SingleAsync());

        (await county.UseAsync((FinishCase use) => use.RunAsync(new FinishCaseRequest(opened.Id, 0, CaseOutcome.Employed, 1), default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Case.NobodyEmployedYet");
        (await county.UseAsync((FinishCase use) => use.RunAsync(new FinishCaseRequest(opened.Id, 0, CaseOutcome.InTraining, 1), default))).IsDone.ShouldBeTrue();

        (await WatchAsync(county, days: 29)).Opened.ShouldBe(0);
        (await WatchAsync(county, days: 30)).Opened.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_resident_reports_a_lost_job_once_and_found_work_closes_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        var spell = await county.SpellAsync(person, new DateOnly(2026, 1, 5));
        var herself = Scope.Herself(person.Id, person.HouseholdId);
        var report = new ReportJobLossRequest { PersonId = person.Id, LastDay = county.Today.AddDays(-1), Reason = SpellEndReason.Dismissed, Text = "厂里没有订单了" };

        var first = await county.UseAsync((ReportJobLoss use) => use.RunAsync(report, default), herself);
        var again = await county.UseAsync((ReportJobLoss use) => use.RunAsync(report, default), herself);

        again.Value.ShouldBe(first.Value);
        (await county.ReadAsync<EmploymentSpell>(spell.Id)).End.ShouldBe(county.Today.AddDays(-1));
        (await county.ReadAsync<Worker>(person.Id)).WaitingSince.ShouldBe(county.Today);
        (await county.ReadAsync<Case>(first.Value)).FirstHelpDue.ShouldBe(county.Today.AddDays(3));
        (await county.UseAsync((MyRequestsView view) => view.RunAsync(default), herself)).ShouldHaveSingleItem().CaseId.ShouldBe(first.Value);

        var found = new SpellSaid { PersonId = person.Id, Start = county.Today, Channel = Channel.NearbyEnterprise, Workplace = "县城超市" };
        (await county.UseAsync((ReportFoundWork use) => use.RunAsync(found, default), herself)).IsDone.ShouldBeTrue();
        (await WatchAsync(county)).JobLossClosed.ShouldBe(1);
        (await county.ReadAsync<Worker>(person.Id)).WaitingSince.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task The_first_help_stops_the_first_clock_and_is_on_the_heads_record(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var household = await county.HouseholdAsync(await county.SettlementAsync());
        var head = await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true);
        await WatchAsync(county);
        var opened = await county.OnDbAsync(db => db.Set<Case>().SingleAsync());
        opened.IsOverdue(county.Today.AddDays(4)).ShouldBeTrue();

        var helped = await county.UseAsync((RecordHelp use) => use.RunAsync(new RecordHelpRequest { CaseId = opened.Id, Kind = ServiceKind.Visit, ByAccountId = 9 }, default));

        (await county.ReadAsync<ServiceRecord>(helped.Value)).PersonId.ShouldBe(head.Id);
        var inProgress = await county.ReadAsync<Case>(opened.Id);
        (inProgress.State, inProgress.FirstHelpOn, inProgress.OwnerId, inProgress.IsOverdue(county.Today.AddDays(4))).ShouldBe((CaseState.InProgress, county.Today, 9L, false));
    }

    private static Task<CasesWatched> WatchAsync(TestCounty county, int days = 0) => county.UseAsync((WatchCases use) => use.RunAsync(county.Today.AddDays(days), default));
}
