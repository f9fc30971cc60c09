using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Work_that_begins_closes_the_case_of_that_household_as_soon_as_it_is_known(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();
        var (helped, waits) = (await county.HouseholdAsync(settlement), await county.HouseholdAsync(settlement));
        var person = await county.MemberAsync(helped, LabourCapacity.Ordinary, willing: true);
        var other = await county.MemberAsync(waits, LabourCapacity.Ordinary, willing: true);
        await WatchAsync(county);
        await DrainAsync(county);
        (await OpenAsync(county)).ShouldBe([helped.Id, waits.Id], ignoreOrder: true);

        await county.SpellAsync(other, county.Today.AddDays(2));
        var found = new SpellSaid { PersonId = person.Id, Start = county.Today, Channel = Channel.NearbyEnterprise, Workplace = "县城超市" };
        (await county.UseAsync((ReportFoundWork use) => use.RunAsync(found, default), Scope.Herself(person.Id, helped.Id))).IsDone.ShouldBeTrue();
        await DrainAsync(county);

        (await OpenAsync(county)).ShouldBe([waits.Id], customMessage: "work that begins the day after tomorrow is none yet");
        (await county.OnDbAsync(db => db.Set<Case>().SingleAsync(c => c.HouseholdId == helped.Id))).Outcome.ShouldBe(CaseOutcome.Employed);

        static Task<List<long>> OpenAsync(TestCounty county) => county.OnDbAsync(db => db.Set<Case>().Where(c => c.ClosedOn == null).Select(c => c.HouseholdId!.Value).ToListAsync());
        static Task DrainAsync(TestCounty county) => ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
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
        var true_ = report with { LastDay = county.Today.AddDays(-3), Text = "其实是三天前" };
        (await county.UseAsync((ReportJobLoss use) => use.RunAsync(true_, default), herself)).Value.ShouldBe(first.Value);
        var text = (await county.ReadAsync<Case>(first.Value)).Text;
        text.ShouldContain("厂里没有订单了");
        text.ShouldContain($"{county.Today.AddDays(-3):yyyy-MM-dd} 其实是三天前");
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
    public async Task A_case_closed_by_a_slip_is_open_again_the_same_day_and_not_later(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        var asked = await county.UseAsync((AskForHelp use) => use.RunAsync(new AskForHelpRequest { PersonId = person.Id, Topic = HelpTopic.UnpaidWages, Text = "三个月没发工资" }, default), Scope.Herself(person.Id, person.HouseholdId));
        asked.IsDone.ShouldBeTrue();
        var opened = await county.OnDbAsync(db => db.Set<Case>().SingleAsync());
        Task<Outcome<long>> Reopen() => county.UseAsync((ReopenCase use) => use.RunAsync(new ReopenCaseRequest(opened.Id), default));
        (await Reopen()).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Case.StillOpen");

        await county.UseAsync((FinishCase use) => use.RunAsync(new FinishCaseRequest(opened.Id, opened.Version, CaseOutcome.Answered, 1), default));
        (await Reopen()).IsDone.ShouldBeTrue();
        var again = await county.ReadAsync<Case>(opened.Id);
        (again.State, again.Outcome, again.ClosedOn, again.FirstHelpDue).ShouldBe((CaseState.Open, null, null, opened.FirstHelpDue));

        await county.UseAsync((DropCase use) => use.RunAsync(new DropCaseRequest(again.Id, again.Version, "弄错了", 1), default));
        county.Clock.Advance(TimeSpan.FromDays(1));
        (await Reopen()).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Case.ClosedBefore");
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
