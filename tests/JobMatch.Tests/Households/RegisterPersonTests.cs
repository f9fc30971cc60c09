using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Households;

public class RegisterPersonTests
{
    private static readonly string Id = LedgerCounty.IdNumberOf(new DateOnly(1990, 2, 28), Sex.Female);

    [Theory, OnEachDatabase]
    public async Task RegisterHousehold_WithItsHead_StoresBothAndReadsTheIdNumber(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();

        var registered = await RegisterAsync(county, settlement, new NewPerson { Name = " 王秀英 ", IdNumber = " " + Id.ToLowerInvariant(), Phone = "１３８ ００００ １２３４" });

        registered.Refusals.ShouldBeEmpty();
        var head = await county.ReadAsync<Person>(registered.Value!.HeadId);
        (head.Name, head.BirthDate, head.Sex, head.Relation, head.SettlementId).ShouldBe(("王秀英", new DateOnly(1990, 2, 28), Sex.Female, RelationToHead.Head, settlement.Id));
        (await county.OnDbAsync(db => db.MembersOn(county.Today).CountAsync(m => m.HouseholdId == registered.Value.HouseholdId))).ShouldBe(1);
    }

    [Theory]
    [InlineData("529901199002281X29", null, "Person.IdNumberMalformed")]
    [InlineData("529901185001010024", null, "Person.TooOld")]
    [InlineData(null, "1380000123", "Person.PhoneMalformed")]
    [InlineData(null, null, "Person.IdOrBirthDateNeeded")]
    public async Task RegisterHousehold_WithAFault_StoresNothing(string? id, string? phone, string code)
    {
        await using var county = await TestCounty.CreateAsync();
        var settlement = await county.SettlementAsync();

        var registered = await RegisterAsync(county, settlement, new NewPerson { Name = "王秀英", IdNumber = id, Phone = phone });

        registered.Refusals.Select(r => r.Code).ShouldContain(code);
        (await county.OnDbAsync(db => db.Set<Household>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task RegisterPerson_IdNumberOnTheLedger_IsRefusedWithAPointer(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        var first = (await RegisterAsync(county, here, new NewPerson { Name = "王秀英", IdNumber = Id })).Value!;
        var home = await county.HouseholdAsync(there);
        var request = new RegisterPersonRequest { HouseholdId = home.Id, Person = new NewPerson { Name = "王秀英", IdNumber = Id } };

        var seen = await county.UseAsync((RegisterPerson use) => use.RunAsync(request, default), Scope.OfSettlements([here.Id, there.Id]));
        var unseen = await county.UseAsync((RegisterPerson use) => use.RunAsync(request, default), Scope.OfSettlements([there.Id]));

        seen.Refusals.ShouldHaveSingleItem().Values.ShouldBe([first.HeadId]);
        unseen.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Person.OnLedgerElsewhere");
        unseen.Refusals[0].Values.ShouldBe(["幸福里"]);
    }

    [Fact]
    public async Task RegisterHousehold_OutsideTheScope_IsRefused()
    {
        await using var county = await TestCounty.CreateAsync();
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        (await RegisterAsync(county, there, new NewPerson { Name = "王秀英", IdNumber = Id }, Scope.OfSettlements([here.Id]))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Settlement.OutOfScope");
    }

    [Theory, OnEachDatabase]
    public async Task A_phone_never_identifies_alone(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();
        var head = (await RegisterAsync(county, settlement, new NewPerson { Name = "王秀英", IdNumber = Id, Phone = "13800001234" })).Value!;

        var byPhone = (await county.UseAsync((LookUpPerson use) => use.RunAsync(new LookUpPersonRequest { Phone = "138-0000-1234" }, default))).Value!;
        var byId = (await county.UseAsync((LookUpPerson use) => use.RunAsync(new LookUpPersonRequest { IdNumber = Id, Name = "王" }, default))).Value!;

        byPhone.Identified.ShouldBeNull();
        byPhone.Candidates.ShouldHaveSingleItem().PhoneMatches.ShouldBeTrue();
        byId.Identified!.Id.ShouldBe(head.HeadId);
        byId.Candidates.ShouldBeEmpty();
    }

    [Fact]
    public async Task LookUp_OutsideTheScope_TellsTheSettlementOnly()
    {
        await using var county = await TestCounty.CreateAsync();
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        await RegisterAsync(county, there, new NewPerson { Name = "王秀英", IdNumber = Id, Phone = "13800001234" });

        var found = (await county.UseAsync((LookUpPerson use) => use.RunAsync(new LookUpPersonRequest { IdNumber = Id, Phone = "13800001234" }, default), Scope.OfSettlements([here.Id]))).Value!;

        (found.Identified, found.ElsewhereSettlement).ShouldBe((null, "城东"));
        found.Candidates.ShouldBeEmpty();
    }

    private static Task<Outcome<RegisteredHousehold>> RegisterAsync(TestCounty county, Settlement settlement, NewPerson head, Scope? scope = null) =>
        county.UseAsync((RegisterHousehold use) => use.RunAsync(new RegisterHouseholdRequest { SettlementId = settlement.Id, MoveInDate = new DateOnly(2019, 6, 1), Head = head }, default), scope);
}
