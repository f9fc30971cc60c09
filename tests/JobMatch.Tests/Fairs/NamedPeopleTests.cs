using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>People who are meant one by one, beside the groups of a plan.</summary>
public class NamedPeopleTests
{
    [Theory, OnEachDatabase]
    public async Task Somebody_named_is_planned_for_alone_or_beside_a_group_and_nobody_out_of_reach_is(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 5);
        var (first, second) = (await market.AddWorkerAsync("甲"), await market.AddWorkerAsync("乙"));
        var other = await county.AddAsync(Some.Settlement("城东"));
        var far = await (market with { SettlementId = other.Id }).AddWorkerAsync("丙");

        var alone = await MakeAsync(market, new PeopleChoice { PersonIds = [second, far, 999_999] });
        alone.People.PersonIds.ShouldBe([second]);
        (alone.SettlementId, alone.Outcome!.People).ShouldBe((market.SettlementId, 1));
        (await PlacedAsync(county, alone.Id)).ShouldBe([second]);
        var both = await MakeAsync(market, new PeopleChoice { SettlementIds = [market.SettlementId], Wanted = PeopleWanted.ZeroEmploymentHouseholds, PersonIds = [second] });
        (await PlacedAsync(county, both.Id)).ShouldBe([first, second], ignoreOrder: true);

        (await AskAsync(market, new PeopleChoice { PersonIds = [far] })).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.NobodyMeant");
        (await AskAsync(market, new PeopleChoice { PersonIds = [.. Enumerable.Range(1, MakePlan.MostNamed + 1).Select(i => (long)i)] })).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.TooManyNamed");
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_work_is_planned_for_only_when_she_is_named_and_then_may_be_confirmed(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 5);
        var (idle, named, working) = (await market.AddWorkerAsync("甲"), await market.AddWorkerAsync("乙"), await market.AddWorkerAsync("丙"));
        await county.OnDbAsync(async db =>
        {
            foreach (var person in await db.Set<Person>().Where(p => p.Id == named || p.Id == working).ToListAsync())
                db.Add(new EmploymentSpell { PersonId = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, CountyCode = Some.County, Start = county.Today.AddDays(-30), Channel = Channel.NearbyEnterprise });
            await db.SaveChangesAsync();
        });
        var plan = await MakeAsync(market, new PeopleChoice { SettlementIds = [market.SettlementId], PersonIds = [named] });
        (await PlacedAsync(county, plan.Id)).ShouldBe([idle, named], ignoreOrder: true);
        var confirmed = await county.InAsync(s => s.GetRequiredService<ConfirmPlan>().RunAsync(new ConfirmPlanRequest(plan.Id, plan.Version, Clerk), default), ScopeOf(market));
        confirmed.Value.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Being_named_is_no_consent(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var silent = await market.AddWorkerAsync();
        await county.OnDbAsync(db => db.Set<Worker>().ExecuteUpdateAsync(set => set.SetProperty(w => w.ConsentsToEmployers, false)));
        var choice = new PeopleChoice { PersonIds = [silent] };
        var plan = await MakeAsync(market, choice);
        (await PlacedAsync(county, plan.Id)).ShouldBeEmpty();
        (await county.InAsync(s => s.GetRequiredService<PlacementReader>().WithoutConsentAsync(choice, default), ScopeOf(market))).Select(w => w.Id).ShouldBe([silent], "she is among those to be asked");
    }

    [Theory, OnEachDatabase]
    public async Task Who_cannot_work_is_not_one_of_a_group_but_may_be_asked_about_by_name(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var (able, unable) = (await market.AddWorkerAsync(), await market.AddWorkerAsync());
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == unable)).RecordCapacity(LabourCapacity.None, WorkRestriction.None, FactCheck.None);
            return await db.SaveChangesAsync();
        });
        var group = await MakeAsync(market, new PeopleChoice { SettlementIds = [market.SettlementId] });
        (group.Outcome!.People, group.Outcome.WithoutPair).ShouldBe((1, 0));
        (await PlacedAsync(county, group.Id)).ShouldBe([able]);
        var named = await MakeAsync(market, new PeopleChoice { PersonIds = [unable] });
        (named.Outcome!.People, named.Outcome.WithoutPair).ShouldBe((1, 1));
    }

    private static Task<PlacementPlan> MakeAsync(Market market, PeopleChoice people) => PlansOfMarket.MakeAsync(market, RequestOf(market, []) with { People = people });

    private static Task<Outcome<long>> AskAsync(Market market, PeopleChoice people) =>
        market.County.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(RequestOf(market, []) with { People = people }, default), ScopeOf(market));

    private static Task<List<long>> PlacedAsync(TestCounty county, long plan) => county.OnDbAsync(db => db.Set<PlanRow>().Where(r => r.PlanId == plan).OrderBy(r => r.PersonId).Select(r => r.PersonId).ToListAsync());
}
