using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Households;

public class MovePersonTests
{
    [Theory, OnEachDatabase]
    public async Task MovePerson_ToAnotherSettlement_TakesEverythingRecordedAlong(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        var (old, next) = (await county.HouseholdAsync(here), await county.HouseholdAsync(there));
        var person = await county.MemberAsync(old, LabourCapacity.Ordinary, willing: true);
        await county.SpellAsync(person, new DateOnly(2026, 3, 1));
        await county.AddAsync(new WorkerSkill { WorkerId = person.Id, SettlementId = here.Id, SkillId = 1, Level = SkillLevel.CanDo });
        await county.AddAsync(new ServiceRecord { PersonId = person.Id, HouseholdId = old.Id, SettlementId = here.Id, Kind = ServiceKind.Call, On = county.Today, ByAccountId = 1 });
        var from = county.Today.AddDays(-3);

        var moved = await county.UseAsync((MovePerson use) => use.RunAsync(new MovePersonRequest { PersonId = person.Id, Version = 0, HouseholdId = next.Id, From = from }, default));

        moved.Refusals.ShouldBeEmpty();
        var scope = Scope.OfSettlements([there.Id]);
        (await county.OnDbAsync(db => db.Set<Worker>().SingleAsync(), scope)).HouseholdId.ShouldBe(next.Id);
        (await county.OnDbAsync(db => db.Set<EmploymentSpell>().SingleAsync(), scope)).HouseholdId.ShouldBe(next.Id);
        (await county.OnDbAsync(db => db.Set<WorkerSkill>().CountAsync(), scope)).ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<ServiceRecord>().SingleAsync(), scope)).HouseholdId.ShouldBe(old.Id); // help was given to the household before
        (await county.OnDbAsync(db => db.MembersOn(from.AddDays(-1)).SingleAsync())).HouseholdId.ShouldBe(old.Id);
        (await county.OnDbAsync(db => db.MembersOn(from).SingleAsync())).SettlementId.ShouldBe(there.Id);
        (await county.OnDbAsync(db => db.Set<Worker>().CountAsync(), Scope.OfSettlements([here.Id]))).ShouldBe(0);
    }

    [Fact]
    public async Task MovePerson_AtAnOldVersion_IsRefused()
    {
        await using var county = await TestCounty.CreateAsync();
        var settlement = await county.SettlementAsync();
        var person = await county.MemberAsync(await county.HouseholdAsync(settlement));
        var next = await county.HouseholdAsync(settlement);
        var moved = await county.UseAsync((MovePerson use) => use.RunAsync(new MovePersonRequest { PersonId = person.Id, Version = 7, HouseholdId = next.Id, From = county.Today }, default));
        moved.Refusals.ShouldBe([Refusal.ChangedMeanwhile]);
    }

    [Theory, OnEachDatabase]
    public async Task The_dead_are_members_until_their_last_day(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()));
        var on = county.Today.AddDays(-2);

        var recorded = await county.UseAsync((RecordDeparture use) => use.RunAsync(new RecordDepartureRequest { PersonId = person.Id, Version = 0, Kind = DepartureKind.Died, On = on }, default));

        recorded.Value.ShouldBe(1);
        (await county.OnDbAsync(db => db.MembersOn(on).CountAsync())).ShouldBe(1);
        (await county.OnDbAsync(db => db.MembersOn(on.AddDays(1)).CountAsync())).ShouldBe(0);
    }
}
