using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>What sending somebody to a posting truly costs a draft, and having it done.</summary>
public sealed class ForcePairTests
{
    [Theory, OnEachDatabase]
    public async Task The_cost_is_told_by_aims_with_who_makes_room(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var (first, second, third) = (await market.AddWorkerAsync(), await market.AddWorkerAsync(), await market.AddWorkerAsync());
        await market.AddSpellAsync(await market.AddRelativeAsync(third), Channel.NearbyEnterprise);
        var plan = await MakeAsync(market);
        var placed = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem().PersonId;
        var other = placed == first ? second : first;

        var same = (await CostAsync(market, plan.Id, other)).ShouldNotBeNull();
        (same.IsStale, same.Cost!.Loss, same.Cost.Households, same.Cost.People, same.Cost.Points).ShouldBe((false, 0, 0, 0, 0), "a family without work for another that fits as well");
        same.Cost.Moves.ShouldBe([new PairMove(placed, market.PostingId, null)]);
        var dear = (await CostAsync(market, plan.Id, third))!.Cost!;
        (dear.Loss > 0, dear.Households, dear.People, dear.Changing).ShouldBe((true, 1, 0, 0), "somebody of hers works");
        dear.Moves.ShouldBe([new PairMove(placed, market.PostingId, null)]);
        var here = (await CostAsync(market, plan.Id, placed))!.Cost!;
        (here.Loss, here.Moves.Count).ShouldBe((0, 0));
        (await AskAsync(market, plan.Id, [first, second, third])).Keys.ShouldBe([first, second, third], ignoreOrder: true);

        await county.OnDbAsync(db => db.Set<Posting>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Kind, PostingKind.PublicWelfare)));
        var works = await market.AddWorkerAsync();
        await market.AddSpellAsync(works, Channel.NearbyEnterprise);
        var named = await MakeAsync(market, RequestOf(market, []) with { People = new PeopleChoice { PersonIds = [first, works] } });
        var steps = (await CostAsync(market, named.Id, works))!.Cost!;
        (steps.Households, steps.People, steps.Hardship, steps.Resettled, steps.Changing).ShouldBe((1, 1, 1, 0, -1), "such a post takes people in hardship first, and who has work comes before nobody");
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_told_of_another_plan_than_the_one_at_hand(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var people = new[] { await market.AddWorkerAsync(), await market.AddWorkerAsync() };
        var plan = await MakeAsync(market);
        var row = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        var other = people.Single(person => person != row.PersonId);
        (await AskAsync(market, plan.Id, [.. people, .. Enumerable.Range(1, WhatItCosts.MostPeople).Select(i => 10_000L + i)])).ShouldBeEmpty("too many to work out");
        (await AskAsync(market, plan.Id, [10_001])).ShouldBeEmpty("no part of it");

        await LockAsync(market, plan.Id, row.Id, true);
        (await CostAsync(market, plan.Id, other)).ShouldBe(new ForcedPairAnswer(null, IsStale: false), "the clerk keeps another there");
        await LockAsync(market, plan.Id, row.Id, false);
        (await CostAsync(market, plan.Id, other))!.Cost!.Loss.ShouldBe(0, "one who fits as well");
        await county.OnDbAsync(db => db.Set<Worker>().Where(w => w.Id == row.PersonId).ExecuteUpdateAsync(set => set.SetProperty(w => w.ConsentsToEmployers, false)));
        (await CostAsync(market, plan.Id, other)).ShouldBe(new ForcedPairAnswer(null, IsStale: true), "whom the plan sends there cannot go any more");
        var again = await AgainAsync(market, plan.Id);
        (await CostAsync(market, plan.Id, other))!.IsStale.ShouldBeFalse();
        (await ConfirmAsync(market, again)).IsDone.ShouldBeTrue();
        (await AskAsync(market, plan.Id, [other])).ShouldBeEmpty("no draft any more");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_of_the_whole_plan_for_whoever_may_see_the_plan(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var away = await county.AddAsync(Some.Settlement("城东"));
        var (mine, theirs) = (await market.AddWorkerAsync(), await (market with { SettlementId = away.Id }).AddWorkerAsync());
        await market.AddSpellAsync(await market.AddRelativeAsync(mine), Channel.NearbyEnterprise);
        var both = Scope.OfSettlements([market.SettlementId, away.Id]);
        var made = await county.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(RequestOf(market, [market.SettlementId, away.Id]), default), both);
        await DrainAsync(county);
        (await RowsAsync(county, made.Value)).ShouldHaveSingleItem().PersonId.ShouldBe(theirs, "nobody of that family works");
        var told = (await CostAsync(market, made.Value, mine)).ShouldNotBeNull();
        told.IsStale.ShouldBeFalse("the rest of the county counts, whoever asks");
        told.Cost!.Moves.ShouldBe([new PairMove(theirs, market.PostingId, null)]);
        (await CostAsync(market, made.Value, theirs)).ShouldBeNull("of another station");
        (await AskAsync(market, made.Value, [theirs], Scope.OfSettlements([away.Id]))).ShouldBeEmpty("the plan is of this one");
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_is_sent_there_is_locked_there_and_let_in_again(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var people = new[] { await market.AddWorkerAsync(), await market.AddWorkerAsync() };
        var plan = await MakeAsync(market);
        var before = (await RowsAsync(county, plan.Id)).ConvertAll(row => (row.PersonId, row.Locked));
        var other = people.Single(person => person != before.Single().PersonId);
        await ChangeAsync(county, plan.Id, one => one.Bar([new PlanBar(other, market.PostingId)], barred: true));
        await DrainAsync(county);

        (await SendAsync(market, plan.Id, other)).IsDone.ShouldBeTrue();
        var running = await ReadAsync(county, plan.Id);
        (running.State, running.Pin, running.Bars.Count).ShouldBe((PlanState.Running, new PlanPin(other, market.PostingId), 0));
        await ChangeAsync(county, plan.Id, one => one.Stop());
        var stopped = await ReadAsync(county, plan.Id);
        (stopped.State, stopped.Pin, stopped.Bars.Single()).ShouldBe((PlanState.Draft, null, new PlanBar(other, market.PostingId)), "as it was");
        (await RowsAsync(county, plan.Id)).ConvertAll(row => (row.PersonId, row.Locked)).ShouldBe(before);

        (await SendAsync(market, plan.Id, other)).IsDone.ShouldBeTrue();
        await DrainAsync(county);
        var row = (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem();
        (row.PersonId, row.Locked).ShouldBe((other, true));
        var done = await ReadAsync(county, plan.Id);
        (done.Pin, done.Bars.Count, done.Outcome!.LocksLost).ShouldBe((null, 0, 0));
        (await AgainAsync(market, plan.Id)).Outcome!.LocksLost.ShouldBe(0);
        (await RowsAsync(county, plan.Id)).ShouldHaveSingleItem().PersonId.ShouldBe(other, "she stays until she is let go");
    }

    [Theory, OnEachDatabase]
    public async Task What_was_told_is_what_is_done_and_a_plan_that_changed_since_is_not_changed(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        var second = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, vacancies: 2);
        await county.OnDbAsync(db =>
        {
            db.Add(new Quota { PostingId = market.PostingId, Place = QuotaPlace.Settlement, SettlementId = market.SettlementId, Vacancies = 2 });
            return db.SaveChangesAsync();
        });
        var people = new List<long>();
        foreach (var _ in Enumerable.Range(0, 9)) people.Add(await market.AddWorkerAsync());
        var plan = await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { PostingIds = [market.PostingId, second] });
        var before = (await RowsAsync(county, plan.Id)).ToDictionary(row => row.PersonId, row => row.PostingId);
        before.Count.ShouldBe(6);
        foreach (var left in people.Where(person => !before.ContainsKey(person)))
        {
            var told = (await CostAsync(market, plan.Id, left)).ShouldNotBeNull().Cost.ShouldNotBeNull();
            (await SendAsync(market, plan.Id, left, told.QuotaId)).IsDone.ShouldBeTrue();
            await DrainAsync(county);
            var after = (await RowsAsync(county, plan.Id)).ToDictionary(row => row.PersonId, row => row.PostingId);
            var moved = people.Where(person => person != left && before.GetValueOrDefault(person) != after.GetValueOrDefault(person));
            moved.Select(person => new PairMove(person, PostingOf(before, person), PostingOf(after, person))).ShouldBe(told.Moves.Where(move => move.FromPostingId != move.ToPostingId), ignoreOrder: true);
            after[left].ShouldBe(market.PostingId);
            before = after;
        }

        var stale = await county.InAsync(s => s.GetRequiredService<ChangePlan>().SendThereAsync(plan.Id, plan.Version, new PlanPin(people[0], market.PostingId), default), ScopeOf(market));
        stale.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.ToldBefore");

        static long? PostingOf(Dictionary<long, long> rows, long person) => rows.TryGetValue(person, out var at) ? at : null;
    }

    [Theory, OnEachDatabase]
    public async Task Who_cannot_be_sent_there_is_told_among_the_lost_and_keeps_what_she_had(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var second = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, vacancies: 1);
        foreach (var _ in Enumerable.Range(0, 2)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { PostingIds = [market.PostingId, second] });
        var rows = await RowsAsync(county, plan.Id);
        rows.Count.ShouldBe(2);
        foreach (var row in rows) await LockAsync(market, plan.Id, row.Id, true);
        var (sent, to) = (rows.Single(row => row.PostingId == second).PersonId, market.PostingId);
        (await SendAsync(market, plan.Id, sent)).IsDone.ShouldBeTrue();
        await DrainAsync(county);
        var done = await ReadAsync(county, plan.Id);
        (done.Outcome!.LocksLost, done.Outcome.LostLocks.Single(), done.Pin).ShouldBe((1, new LostLock(sent, to), null));
        (await RowsAsync(county, plan.Id)).Select(row => (row.PersonId, row.PostingId, row.Locked)).ShouldBe(rows.Select(row => (row.PersonId, row.PostingId, true)), ignoreOrder: true);

        // With the other let go, she comes there from where she was kept.
        await LockAsync(market, plan.Id, (await RowsAsync(county, plan.Id)).Single(row => row.PostingId == to).Id, false);
        (await SendAsync(market, plan.Id, sent)).IsDone.ShouldBeTrue();
        await DrainAsync(county);
        (await RowsAsync(county, plan.Id)).Single(row => row.Locked).ShouldSatisfyAllConditions(row => row.PersonId.ShouldBe(sent), row => row.PostingId.ShouldBe(to));
    }

    [Theory, OnEachDatabase]
    public async Task Only_who_is_the_clerks_and_a_posting_of_the_plan_can_be_meant(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var away = await county.AddAsync(Some.Settlement("城东"));
        var (mine, theirs) = (await market.AddWorkerAsync(), await (market with { SettlementId = away.Id }).AddWorkerAsync());
        var plan = await MakeAsync(market);
        (await SendAsync(market, plan.Id, theirs)).Refusals.ShouldBe([Refusal.NotFound]);
        (await county.InAsync(s => s.GetRequiredService<ChangePlan>().SendThereAsync(plan.Id, plan.Version, new PlanPin(mine, 777), default), ScopeOf(market))).Refusals.ShouldBe([Refusal.NotFound]);
        (await ConfirmAsync(market, plan)).IsDone.ShouldBeTrue();
        (await SendAsync(market, plan.Id, mine)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.NotFrom");
    }

    private static async Task<ForcedPairAnswer?> CostAsync(Market market, long plan, long person) => (await AskAsync(market, plan, [person])).GetValueOrDefault(person);

    private static Task<IReadOnlyDictionary<long, ForcedPairAnswer>> AskAsync(Market market, long plan, long[] people, Scope? scope = null) =>
        market.County.InAsync(s => s.GetRequiredService<WhatItCosts>().RunAsync(new ForcePairRequest(plan, market.PostingId, people), default), scope ?? ScopeOf(market));

    private static async Task<Outcome<bool>> SendAsync(Market market, long plan, long person, long? quota = null)
    {
        var version = await market.County.OnDbAsync(db => db.Set<PlacementPlan>().Where(p => p.Id == plan).Select(p => p.Version).SingleAsync());
        return await market.County.InAsync(s => s.GetRequiredService<ChangePlan>().SendThereAsync(plan, version, new PlanPin(person, market.PostingId, quota), default), ScopeOf(market));
    }

    private static async Task LockAsync(Market market, long plan, long row, bool locked) =>
        (await market.County.InAsync(s => s.GetRequiredService<ChangePlan>().LockAsync(plan, [row], locked, default), ScopeOf(market))).IsDone.ShouldBeTrue();

    private static Task<int> ChangeAsync(TestCounty county, long plan, Func<PlacementPlan, Outcome<bool>> change) => county.OnDbAsync(async db =>
    {
        change(await db.Set<PlacementPlan>().SingleAsync(p => p.Id == plan)).Refusals.ShouldBeEmpty();
        return await db.SaveChangesAsync();
    });

    private static async Task DrainAsync(TestCounty county) => (await county.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
}
