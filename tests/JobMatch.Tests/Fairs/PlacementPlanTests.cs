using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

public class PlacementPlanTests
{
    [Theory, OnEachDatabase]
    public async Task A_plan_tells_who_comes_first_at_its_posts(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        (await MakeAsync(market)).Outcome!.ComeFirst.ShouldBe(0, "a workshop takes nobody first");
        await county.OnDbAsync(db => db.Set<Posting>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Kind, PostingKind.PublicWelfare)));
        var outcome = (await MakeAsync(market)).Outcome!;
        (outcome.ComeFirst, outcome.Plan.ComeFirst, outcome.FirstCome.ComeFirst).ShouldBe((3, 2, 2), "families without work are in hardship");
    }

    [Theory, OnEachDatabase]
    public async Task A_plan_is_worked_out_confirmed_as_one_and_undone_within_the_day(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        plan.State.ShouldBe(PlanState.Draft);
        plan.Outcome!.Plan.People.ShouldBe(2);
        plan.Outcome.People.ShouldBe(3);
        (plan.Outcome.WithoutPair, plan.Outcome.Unplaced).ShouldBe((0, 1), "placed, without a fit and not placed make up everybody");
        plan.Outcome.PeopleUnplaced.ShouldHaveSingleItem().ShouldNotBeOneOf((await RowsAsync(county, plan.Id)).Select(r => r.PersonId).ToArray());
        plan.Outcome.Proved.ShouldBeTrue();
        plan.Outcome.Plan.Households.ShouldBe(2);
        plan.Outcome.HouseholdsLeft.Count.ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();

        (await ConfirmAsync(market, plan)).Value.ShouldBe(2);
        (await ConfirmAsync(market, plan)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ChangedMeanwhile");
        var rows = await RowsAsync(county, plan.Id);
        rows.ShouldAllBe(r => r.ReferralId != null);
        (await county.OnDbAsync(db => db.Set<Referral>().Select(r => r.State).ToListAsync())).ShouldBe([ReferralState.Referred, ReferralState.Referred]);

        var undone = await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan.Id, Clerk), default), ScopeOf(market));
        undone.Value.ShouldBe(new PlanUndone(2, 0));
        (await county.OnDbAsync(db => db.Set<Referral>().Select(r => r.State).ToListAsync())).ShouldBe([ReferralState.Suggested, ReferralState.Suggested]);
    }

    [Theory, OnEachDatabase]
    public async Task The_day_after_it_stays(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).IsDone.ShouldBeTrue();
        county.Clock.Advance(TimeSpan.FromDays(1));
        var undone = await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan.Id, Clerk), default), ScopeOf(market));
        undone.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.UndoOver");
        (await county.OnDbAsync(db => db.Set<Referral>().SingleAsync())).State.ShouldBe(ReferralState.Referred);
    }

    [Theory, OnEachDatabase]
    public async Task What_changed_meanwhile_stops_the_whole_plan_and_a_second_run_heals_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        var (first, second) = (await market.AddWorkerAsync(), await market.AddWorkerAsync());
        var plan = await MakeAsync(market);
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Posting>().Include(p => p.Quotas).SingleAsync()).Quotas[0].Take().IsDone.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
        var refused = (await ConfirmAsync(market, plan)).Refusals.ShouldHaveSingleItem();
        refused.Code.ShouldBe("Plan.Changed");
        refused.Values.ShouldBe([1]);
        (await county.OnDbAsync(db => db.Set<Referral>().AnyAsync())).ShouldBeFalse();
        (await ReadAsync(county, plan.Id)).State.ShouldBe(PlanState.Draft);

        var again = await AgainAsync(market, plan.Id);
        again.Outcome!.Plan.People.ShouldBe(1);
        (await ConfirmAsync(market, again)).Value.ShouldBe(1);
        (first, second).ShouldNotBe((0, 0));
    }

    [Theory, OnEachDatabase]
    public async Task Locked_rows_stay_when_it_is_worked_out_again(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        var kept = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        (await county.InAsync(s => s.GetRequiredService<ChangePlan>().LockAsync(plan.Id, [kept.Id], true, default), ScopeOf(market))).IsDone.ShouldBeTrue();
        // Others come who wait longer or fit as well; the vacancy is hers.
        foreach (var _ in Enumerable.Range(0, 4)) await market.AddWorkerAsync();
        await AgainAsync(market, plan.Id);
        var row = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        row.PersonId.ShouldBe(kept.PersonId);
        row.Locked.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task A_pair_or_a_person_ruled_out_stays_out_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        foreach (var _ in Enumerable.Range(0, 2)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        var first = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        county.Clock.Advance(TimeSpan.FromMinutes(5));
        (await DoAsync(change => change.BarAsync(plan.Id, [first.Id], wholly: false, default))).IsDone.ShouldBeTrue();
        (await ReadAsync(county, plan.Id)).State.ShouldBe(PlanState.Running);
        (await ConfirmAsync(market, await ReadAsync(county, plan.Id))).IsDone.ShouldBeFalse("what was just ruled out is never referred");
        var without = await DrainedAsync();
        var second = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        second.PersonId.ShouldNotBe(first.PersonId);
        without.Bars.ShouldBe([new PlanBar(first.PersonId, market.PostingId)]);
        (without.WorkedOutAt > plan.WorkedOutAt, without.MadeAt).ShouldBe((true, plan.MadeAt));

        (await DoAsync(change => change.LockAsync(plan.Id, [second.Id], true, default))).IsDone.ShouldBeTrue();
        (await DoAsync(change => change.BarAsync(plan.Id, [second.Id], wholly: true, default))).IsDone.ShouldBeTrue();
        var alone = (await DrainedAsync()).Outcome!;
        alone.People.ShouldBe(1, "she takes no part");
        alone.LocksLost.ShouldBe(0, "whom the clerk herself lets go is no lock that was lost");
        (await RowsAsync(county, plan.Id)).ShouldBeEmpty();
        (await DoAsync(change => change.BarAsync(plan.Id, [777], wholly: true, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.RunSince", "ticked on a page of before");
        (await DoAsync(change => change.BarAsync(plan.Id, [], wholly: true, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.NobodyPicked");

        (await DoAsync(change => change.UnbarAsync(plan.Id, new PlanBar(first.PersonId, market.PostingId), default))).IsDone.ShouldBeTrue();
        (await DrainedAsync()).Bars.ShouldBe([new PlanBar(second.PersonId, null)]);
        (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem().PersonId.ShouldBe(first.PersonId);

        Task<Outcome<bool>> DoAsync(Func<ChangePlan, Task<Outcome<bool>>> what) => county.InAsync(s => what(s.GetRequiredService<ChangePlan>()), ScopeOf(market));
        async Task<PlacementPlan> DrainedAsync()
        {
            (await county.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
            return await ReadAsync(county, plan.Id);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Only_people_of_the_clerks_settlements_are_planned_and_only_her_station_sees_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 5);
        var other = await county.AddAsync(Some.Settlement("城东"));
        var mine = await market.AddWorkerAsync();
        await (market with { SettlementId = other.Id }).AddWorkerAsync();
        var plan = await MakeAsync(market, [market.SettlementId, other.Id]);
        plan.People.SettlementIds.ShouldBe([market.SettlementId]);
        (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem().PersonId.ShouldBe(mine);
        var stranger = Scope.OfSettlements([other.Id]);
        (await county.OnDbAsync(db => db.Set<PlacementPlan>().AnyAsync(), stranger)).ShouldBeFalse();
        (await county.InAsync(s => s.GetRequiredService<ConfirmPlan>().RunAsync(new ConfirmPlanRequest(plan.Id, plan.Version, Clerk), default), stranger)).Refusals.ShouldBe([Refusal.NotFound]);
        (await county.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(RequestOf(market, [market.SettlementId]), default), stranger)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.NobodyMeant");
    }

    [Theory, OnEachDatabase]
    public async Task A_plan_that_a_crash_left_running_is_taken_up_when_its_lease_is_over(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        await market.AddWorkerAsync();
        var made = await county.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(RequestOf(market, [market.SettlementId]), default), ScopeOf(market));
        var until = county.Clock.GetUtcNow().UtcDateTime.AddSeconds(60);
        await county.OnDbAsync(db => db.Set<PlacementPlan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.LeasedUntil, until)));
        var worker = county.Services.GetRequiredService<PlanWorker>();
        (await worker.DrainAsync()).ShouldBe(0);
        county.Clock.Advance(TimeSpan.FromSeconds(61));
        (await worker.DrainAsync()).ShouldBe(1);
        (await ReadAsync(county, made.Value)).State.ShouldBe(PlanState.Draft);
    }

    [Theory, OnEachDatabase]
    public async Task No_pair_under_the_least_score_is_made_kept_or_confirmed(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        await market.AddWorkerAsync();
        var score = (await RowsAsync(county, (await MakeAsync(market)).Id)).ShouldHaveSingleItem().Score;
        var plan = await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { LeastScore = score });
        var row = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem("just enough is enough");
        (await county.InAsync(s => s.GetRequiredService<ChangePlan>().LockAsync(plan.Id, [row.Id], true, default), ScopeOf(market))).IsDone.ShouldBeTrue();

        var stricter = await AgainAsync(market, plan.Id, score + 1);
        stricter.LeastScore.ShouldBe(score + 1);
        (await RowsAsync(county, plan.Id)).ShouldBeEmpty("a lock does not make it fit");
        (stricter.Outcome!.LocksLost, stricter.Outcome.WithoutPair, stricter.Outcome.Pairs, stricter.Outcome.PeopleWithoutPair.Single()).ShouldBe((1, 1, 0, row.PersonId));
        stricter.Outcome.LostLocks.ShouldHaveSingleItem().ShouldBe(new LostLock(row.PersonId, row.PostingId));
        (await AgainAsync(market, plan.Id, score)).Outcome!.Plan.People.ShouldBe(1);

        // What was good enough when it was worked out has to be so when it is confirmed.
        await county.OnDbAsync(db => db.Set<PlacementPlan>().Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeastScore, score + 1)));
        (await ConfirmAsync(market, await ReadAsync(county, plan.Id))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.Changed");
        foreach (var least in (int[])[-1, 101])
        {
            var refused = await market.County.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(RequestOf(market, [market.SettlementId]) with { LeastScore = least }, default), ScopeOf(market));
            refused.Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("OutOfRange"), r => r.Field.ShouldBe("LeastScore"));
            (await market.County.InAsync(s => s.GetRequiredService<ChangePlan>().RunAgainAsync(plan.Id, least, default), ScopeOf(market))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("OutOfRange");
        }
    }
}
