using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.EmploymentSpells;

public class StartSpellTests
{
    public static TheoryData<Func<SpellSaid, SpellSaid>, string> Faults { get; } = new()
    {
        { s => s with { Channel = Channel.AidWorkshop, RegionCode = 440300 }, "Spell.ChannelOnlyInCounty" },
        { s => s with { Start = new DateOnly(2000, 1, 1), End = new DateOnly(2000, 2, 1) }, "Spell.TooYoung" },
        { s => s with { WageFenPerMonth = 9_900 }, "Spell.WageOutOfRange" },
        { s => s with { WageFenPerMonth = 3_000_100 }, "Spell.WageOutOfRange" },
        { s => s with { End = s.Start.AddDays(-1) }, "Spell.EndsBeforeStart" },
        { s => s with { Channel = Channel.SelfEmployment }, "Spell.BusinessNeeded" },
        { s => s with { Start = new DateOnly(2026, 3, 31) }, "Spell.Overlaps" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task StartSpell_WithAFaultOfLedgers_IsRefusedForItAlone(Func<SpellSaid, SpellSaid> fault, string code)
    {
        await using var county = await TestCounty.CreateAsync();
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        await county.SpellAsync(person, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31));
        var fine = new SpellSaid { PersonId = person.Id, Start = new DateOnly(2026, 4, 1), Channel = Channel.NearbyEnterprise, RegionCode = Some.County, WageFenPerMonth = 300_000 };

        (await StartAsync(county, fault(fine))).Refusals.Select(r => r.Code).ShouldBe([code]);
        (await StartAsync(county, fine)).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task StartSpell_WelfarePostAtSeventy_IsRefused()
    {
        await using var county = await TestCounty.CreateAsync();
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true, born: 1956);
        var said = new SpellSaid { PersonId = person.Id, Start = new DateOnly(2026, 3, 11), Channel = Channel.PublicWelfare };
        (await StartAsync(county, said with { Start = new DateOnly(2026, 3, 12) })).Refusals.Select(r => r.Code).ShouldBe(["Spell.TooOldForWelfare"]);
        (await StartAsync(county, said)).IsDone.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task What_a_resident_reports_is_confirmed_or_taken_off_by_the_station(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        var herself = Scope.Herself(person.Id, person.HouseholdId);
        var said = new SpellSaid { PersonId = person.Id, Start = county.Today, Channel = Channel.SelfEmployment, Business = new BusinessSaid("早餐店") };
        var first = await county.UseAsync((ReportFoundWork use) => use.RunAsync(said, default), herself);
        (await county.ReadAsync<EmploymentSpell>(first.Value)).Check.Source.ShouldBe(FactSource.Self);

        (await county.UseAsync((ConfirmSpell use) => use.RunAsync(new ConfirmSpellRequest { SpellId = first.Value, Version = 0, IsTrue = true }, default), herself)).IsDone.ShouldBeFalse();
        (await county.UseAsync((ConfirmSpell use) => use.RunAsync(new ConfirmSpellRequest { SpellId = first.Value, Version = 0, IsTrue = false }, default))).IsDone.ShouldBeTrue();
        (await county.OnDbAsync(db => db.Set<EmploymentSpell>().CountAsync())).ShouldBe(0);
        (await county.ReadAsync<Worker>(person.Id)).WaitingSince.ShouldBe(county.Today);

        var second = await county.UseAsync((ReportFoundWork use) => use.RunAsync(said, default), herself);
        await county.UseAsync((ConfirmSpell use) => use.RunAsync(new ConfirmSpellRequest { SpellId = second.Value, Version = 0, IsTrue = true, Source = FactSource.Visit }, default));
        (await county.ReadAsync<EmploymentSpell>(second.Value)).Check.ShouldBe(new FactCheck(FactSource.Visit, county.Today));
    }

    private static Task<Outcome<long>> StartAsync(TestCounty county, SpellSaid said) =>
        county.UseAsync((StartSpell use) => use.RunAsync(new StartSpellRequest { Spell = said }, default));
}
