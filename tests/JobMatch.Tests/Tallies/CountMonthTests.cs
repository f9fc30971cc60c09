using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.TestKit;
using JobMatch.Tallies;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Tallies;

public class CountMonthTests
{
    private static readonly Month October = new(2026, 10);

    [Theory, OnEachDatabase]
    public async Task Counting_again_gives_the_same_rows_and_a_change_gives_a_new_version_that_says_how_much(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var household = await county.HouseholdAsync(await county.SettlementAsync());
        var (first, second) = (await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true), await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true));
        await county.SpellAsync(first, new DateOnly(2026, 1, 1));

        var counted = await CountAsync(county);
        var again = await CountAsync(county);
        await county.SpellAsync(second, new DateOnly(2026, 10, 15), channel: Channel.Gig);
        var changed = await CountAsync(county);

        (counted.CountVersion, counted.IsNew, counted.RowsChanged, counted.Workers).ShouldBe((1, true, 0, 2));
        (again.MonthCountId, again.IsNew).ShouldBe((counted.MonthCountId, false));
        (changed.CountVersion, changed.IsNew, changed.RowsChanged).ShouldBe((2, true, 1));
        var counts = await county.OnDbAsync(db => db.Set<MonthCount>().OrderBy(c => c.CountVersion).ToListAsync());
        counts.Select(c => c.IsCurrent).ShouldBe([false, true]);
        (await county.OnDbAsync(db => db.Set<WorkerMonth>().CountAsync(r => r.MonthCountId == counted.MonthCountId))).ShouldBe(2);
        counts[1].Rules.Select(CountedRule.Parse).ShouldContain(r => r.Name == RuleName.StableMonths && r.Value == 6 && r.Source == "county");
    }

    [Fact]
    public async Task CountMonth_BeforeItIsOver_IsRefused()
    {
        await using var county = await TestCounty.CreateAsync();
        (await county.UseAsync((CountMonth use) => use.RunAsync(Month.Of(county.Today), default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Tally.MonthNotOver");
    }

    [Theory, OnEachDatabase]
    public async Task Figures_follow_the_definitions_and_open_to_the_rows_behind_them(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (large, small) = (await county.SettlementAsync(population: 1200), await county.SettlementAsync("小河", population: 300));
        // Covered: stable work of one who was never asked whether she wants it.
        var covered = await county.HouseholdAsync(large);
        await county.SpellAsync(await county.MemberAsync(covered, LabourCapacity.Skilled), new DateOnly(2026, 2, 1), channel: Channel.NearbyEnterprise, wageFen: 400_000);
        // Employed, not stably.
        var fresh = await county.HouseholdAsync(large);
        await county.SpellAsync(await county.MemberAsync(fresh, LabourCapacity.Ordinary, willing: true), new DateOnly(2026, 10, 1), channel: Channel.Gig, wageFen: 200_000);
        // Nobody employed, one willing: zero-employment. The spell ended before the last day.
        var zero = await county.HouseholdAsync(small);
        await county.SpellAsync(await county.MemberAsync(zero, LabourCapacity.Ordinary, willing: true), new DateOnly(2026, 1, 1), new DateOnly(2026, 10, 30));
        // No labour at all; and a household that moved in after the month.
        await county.MemberAsync(await county.HouseholdAsync(small), LabourCapacity.None, willing: true);
        await county.MemberAsync(await county.HouseholdAsync(small), LabourCapacity.Ordinary, willing: true, from: new DateOnly(2026, 11, 2));
        await CountAsync(county);

        var month = (await county.UseAsync((CoverageView view) => view.OfMonthAsync(October, default)))!;
        var all = month.All;
        (all.Households, all.CapacityHouseholds, all.WillingHouseholds, all.CoveredHouseholds, all.ZeroEmploymentHouseholds).ShouldBe((4, 3, 2, 1, 1));
        (all.Workers, all.Employed, all.StablyEmployed, all.CoverageA, all.CoverageB).ShouldBe((4, 2, 1, 33.3m, 50m));
        (month.From800.CapacityHouseholds, month.From800.CoverageA).ShouldBe((2, 50m));
        all.ByChannel.ShouldBe(new Dictionary<Channel, int> { [Channel.NearbyEnterprise] = 1, [Channel.Gig] = 1 });

        foreach (var (figure, expected) in new[] { (HouseholdFigure.Capacity, 3), (HouseholdFigure.Willing, 2), (HouseholdFigure.Covered, 1), (HouseholdFigure.NotCovered, 2), (HouseholdFigure.ZeroEmployment, 1) })
            (await county.UseAsync((BehindFigureView view) => view.HouseholdsAsync(figure, October, null, 0, 20, default))).Total.ShouldBe(expected, figure.ToString());
        var zeroRow = (await county.UseAsync((BehindFigureView view) => view.HouseholdsAsync(HouseholdFigure.ZeroEmployment, October, null, 0, 20, default))).Page.ShouldHaveSingleItem();
        (zeroRow.HouseholdId, zeroRow.Settlement, zeroRow.Head).ShouldBe((zero.Id, "小河", "王秀英"));
        foreach (var (figure, expected) in new[] { (PersonFigure.Workers, 4), (PersonFigure.Capacity, 3), (PersonFigure.WillingAndAble, 2), (PersonFigure.Employed, 2), (PersonFigure.StablyEmployed, 1), (PersonFigure.WillingWithoutWork, 1) })
            (await county.UseAsync((BehindFigureView view) => view.PeopleAsync(figure, null, October, null, 0, 20, default))).Total.ShouldBe(expected, figure.ToString());
        (await county.UseAsync((BehindFigureView view) => view.PeopleAsync(PersonFigure.Employed, Channel.Gig, October, large.Id, 0, 20, default))).Page.ShouldHaveSingleItem().WageFenPerMonth.ShouldBe(200_000);
        (await county.UseAsync((CoverageView view) => view.WagesAsync(October, default))).ShouldHaveSingleItem().ShouldBe(new AverageWage(large.Id, 2, 300_000));
        (await county.UseAsync((CoverageView view) => view.SeriesAsync(October, 24, null, default))).ShouldHaveSingleItem().All.CoverageA.ShouldBe(33.3m);
        (await county.UseAsync((RedListView view) => view.RunAsync(October, default))).Count.ShouldBe(2);

        // A station sees its own settlement in every one of these.
        var scope = Scope.OfSettlements([small.Id]);
        (await county.UseAsync((CoverageView view) => view.OfMonthAsync(October, default), scope))!.All.CapacityHouseholds.ShouldBe(1);
        (await county.UseAsync((BehindFigureView view) => view.PeopleAsync(PersonFigure.Workers, null, October, null, 0, 20, default), scope)).Total.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_month_is_counted_where_people_lived_then(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        var person = await county.MemberAsync(await county.HouseholdAsync(here), LabourCapacity.Ordinary, willing: true);
        var next = await county.HouseholdAsync(there);
        await CountAsync(county);
        await county.UseAsync((JobMatch.Households.MovePerson use) => use.RunAsync(
            new JobMatch.Households.MovePersonRequest { PersonId = person.Id, Version = 0, HouseholdId = next.Id, From = new DateOnly(2026, 11, 3) }, default));

        (await CountAsync(county)).IsNew.ShouldBeFalse();
        (await county.OnDbAsync(db => db.Set<WorkerMonth>().SingleAsync())).SettlementId.ShouldBe(here.Id);
    }

    private static async Task<MonthCounted> CountAsync(TestCounty county)
    {
        var counted = await county.UseAsync((CountMonth use) => use.RunAsync(October, default));
        counted.Refusals.ShouldBeEmpty();
        return counted.Value!;
    }
}
