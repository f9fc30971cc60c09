using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>A draft that is worked out again, and who of it has work already.</summary>
public sealed class PlanDraftTests
{
    [Theory, OnEachDatabase]
    public async Task Stopping_a_plan_that_is_worked_out_again_leaves_what_there_was(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var person = await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        Task<bool> ChangeAsync(Func<PlacementPlan, Outcome<bool>> change) => county.OnDbAsync(async db =>
        {
            change(await db.Set<PlacementPlan>().SingleAsync(p => p.Id == plan.Id)).Refusals.ShouldBeEmpty();
            return await db.SaveChangesAsync() > 0;
        });
        await ChangeAsync(running => running.Bar([new PlanBar(person, null)], barred: true));
        await ChangeAsync(running => running.Stop());
        var kept = await ReadAsync(county, plan.Id);
        (kept.State, kept.LeastScore, kept.Bars.Count, kept.Outcome!.Plan.People).ShouldBe((PlanState.Draft, 0, 0, 1));
        await ChangeAsync(running => running.RunAgain(leastScore: 90));
        await ChangeAsync(running => running.Stop());
        (await ReadAsync(county, plan.Id)).LeastScore.ShouldBe(0);
        (await ConfirmAsync(market, await ReadAsync(county, plan.Id))).Value.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_can_be_thrown_away_and_a_confirmed_plan_cannot(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        await market.AddWorkerAsync();
        var (draft, kept) = (await MakeAsync(market), await MakeAsync(market));
        (await ConfirmAsync(market, kept)).Value.ShouldBe(1);
        (await DiscardAsync(kept.Id)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.NotFrom");
        (await DiscardAsync(draft.Id)).IsDone.ShouldBeTrue();
        (await DiscardAsync(draft.Id)).Refusals.ShouldHaveSingleItem().ShouldBe(Refusal.NotFound);
        (await county.OnDbAsync(db => db.Set<PlanRow>().Select(r => r.PlanId).Distinct().ToListAsync())).ShouldBe([kept.Id]);
        (await county.OnDbAsync(db => db.Set<PlanPriceList>().Select(p => p.PlanId).ToListAsync())).ShouldBe([kept.Id]);

        Task<Outcome<bool>> DiscardAsync(long plan) => county.InAsync(s => s.GetRequiredService<ChangePlan>().DiscardAsync(plan, default), ScopeOf(market));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_has_work_already_is_counted_apart_and_takes_no_place_from_somebody_without(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var (works, waits) = (await market.AddWorkerAsync(), await market.AddWorkerAsync());
        await market.AddSpellAsync(works, Channel.NearbyEnterprise);
        var asked = RequestOf(market, [market.SettlementId]) with { People = new PeopleChoice { PersonIds = [works, waits] } };
        var plan = await MakeAsync(market, asked);
        (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem().PersonId.ShouldBe(waits);
        (plan.Outcome!.Working, plan.Outcome.Plan.Changing, plan.Outcome.Plan.WithoutWork).ShouldBe((1, 0, 1));
        (await MakeAsync(market, asked with { People = new PeopleChoice { PersonIds = [works] } })).Outcome!.Plan.ShouldSatisfyAllConditions(plan => plan.People.ShouldBe(1), plan => plan.WithoutWork.ShouldBe(0));
    }
}
