using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Tallies;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Tallies;

public class PlaceFindingsTests
{
    private static readonly Month October = new(2026, 10);

    [Theory, OnEachDatabase]
    public async Task A_place_falls_fast_only_by_both_rules_and_is_narrow_by_share(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (falling, steady) = (await county.SettlementAsync("石门家园"), await county.SettlementAsync("清水新居"));
        await county.AddAsync(new DatedRule { Name = RuleName.DeclinePeople, Value = 2, From = new DateOnly(2026, 1, 1), Source = "county" });
        // 石门家园: four worked in September, two in October; channels half and half. 清水新居: three, then two, both at workshops.
        await WorkAsync(county, falling, Channel.Gig, null);
        await WorkAsync(county, falling, Channel.AidWorkshop, null);
        await WorkAsync(county, falling, Channel.AidWorkshop, new DateOnly(2026, 10, 5));
        await WorkAsync(county, falling, Channel.NearbyEnterprise, new DateOnly(2026, 10, 30));
        await WorkAsync(county, steady, Channel.AidWorkshop, null);
        await WorkAsync(county, steady, Channel.AidWorkshop, null);
        await WorkAsync(county, steady, Channel.Gig, new DateOnly(2026, 10, 5));
        foreach (var month in new[] { October.Previous, October }) (await county.UseAsync((CountMonth use) => use.RunAsync(month, default))).IsDone.ShouldBeTrue();

        var now = await county.UseAsync((CoverageView view) => view.OfMonthAsync(October, default));
        var before = await county.UseAsync((CoverageView view) => view.OfMonthAsync(October.Previous, default));
        var found = await county.UseAsync((PlaceFindingsView view) => view.RunAsync(now!, before, default));

        // Both stand in one township, which fell by three of seven.
        found.Declines.Select(d => (d.Place.SettlementId, d.Before, d.Now)).ShouldBe([(null, 7, 4), (falling.Id, 4, 2)]);
        found.Declines[1].Percent.ShouldBe(50);
        var narrow = found.Narrow.ShouldHaveSingleItem();
        (narrow.SettlementId, narrow.Channel, narrow.People, narrow.Employed, narrow.Percent).ShouldBe((steady.Id, Channel.AidWorkshop, 2, 2, 100));
        found.Rules.Single(r => r.Name == RuleName.DeclinePeople).Value.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Rows_open_within_a_township_or_the_large_settlements(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (large, small) = (await county.SettlementAsync("幸福里", population: 1200), await county.SettlementAsync("小河", population: 300));
        await WorkAsync(county, large, Channel.Gig, null);
        await WorkAsync(county, large, Channel.Gig, null);
        await WorkAsync(county, small, Channel.Gig, null);
        await county.UseAsync((CountMonth use) => use.RunAsync(October, default));

        async Task<int> CountAsync(Within within) =>
            (await county.UseAsync((BehindFigureView view) => view.PeopleAsync(PersonFigure.Employed, null, October, within, 0, 20, default))).Total;
        (await CountAsync(default)).ShouldBe(3);
        (await CountAsync(new Within(From800: true))).ShouldBe(2);
        (await CountAsync(new Within(small.Id))).ShouldBe(1);
        (await CountAsync(new Within(TownshipCode: small.TownshipCode))).ShouldBe(3);
        (await CountAsync(new Within(TownshipCode: 1))).ShouldBe(0);
    }

    private static async Task WorkAsync(TestCounty county, Settlement settlement, Channel channel, DateOnly? end)
    {
        var person = await county.MemberAsync(await county.HouseholdAsync(settlement), LabourCapacity.Ordinary, willing: true);
        await county.SpellAsync(person, new DateOnly(2026, 1, 1), end, channel: channel);
    }
}
