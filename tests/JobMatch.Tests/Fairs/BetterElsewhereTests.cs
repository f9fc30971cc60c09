using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Matching.Placement;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fairs;

/// <summary>Why somebody who is placed does not go where she fits best, and what that would cost.</summary>
public class BetterElsewhereTests
{
    [Fact]
    public void A_full_posting_is_named_with_what_its_vacancy_is_worth_to_the_others()
    {
        // Both fit the first best; the other of them has more to lose.
        var problem = Problem([[(0, 90), (1, 80)], [(0, 85), (1, 10)]], [1, 1]);
        var better = Of(problem, out var answer);
        answer.QuotaOf.ShouldBe([1, 0]);
        better.Of(0).ShouldBe(new PlanBest(101, 11, 90, PlanBestBecause.Full, new PlanLoss(0, 0, 65)), "85 + 80 against 90 + 10");
        better.Of(1).ShouldBeNull("she is where she fits best");
    }

    [Fact]
    public void A_post_of_which_a_household_may_have_one_is_named_with_the_relative_who_has_it()
    {
        var problem = Problem([[(0, 90), (1, 50)], [(0, 95), (1, 40)]], [2, 1], single: true, oneHousehold: true);
        var better = Of(problem, out var answer);
        answer.QuotaOf.ShouldBe([1, 0]);
        better.Of(0).ShouldNotBeNull().ShouldSatisfyAllConditions(b => b.Because.ShouldBe(PlanBestBecause.HouseholdLimit), b => b.RelativeId.ShouldBe(2), b => b.Loss!.Points.ShouldBeInRange(0, 5));
    }

    [Fact]
    public void Who_is_kept_where_she_is_has_that_as_the_reason_and_others_find_no_room_there()
    {
        var problem = Problem([[(0, 30), (1, 80)], [(0, 60), (1, 20)]], [1, 1], [new(0, 0)]);
        var better = Of(problem, out var answer);
        answer.QuotaOf.ShouldBe([0, 1]);
        better.Of(0).ShouldBe(new PlanBest(102, 12, 80, PlanBestBecause.Locked, null));
        better.Of(1).ShouldBe(new PlanBest(101, 11, 60, PlanBestBecause.Full, null), "the only vacancy is kept for another");
    }

    [Fact]
    public void A_loss_is_told_in_the_gravest_aim_that_it_touches()
    {
        var prices = new PlanPrices { HouseholdAim = 10_000, PersonAim = 101 };
        prices.LossOf(25_000).ShouldBe(new PlanLoss(2, 0, 0));
        prices.LossOf(9_999).ShouldBe(new PlanLoss(1, 0, 0), "a family, and a point gained elsewhere; nobody places 99 people less instead");
        prices.LossOf(5_050).ShouldBe(new PlanLoss(0, 50, 0));
        prices.LossOf(95).ShouldBe(new PlanLoss(0, 1, 0));
        prices.LossOf(60).ShouldBe(new PlanLoss(0, 0, 60));
        (prices with { PersonAim = 0 }).LossOf(500).ShouldBe(new PlanLoss(0, 0, 500), "people are no aim of it");
    }

    [Theory, OnEachDatabase]
    public async Task A_plan_keeps_its_prices_and_where_its_people_would_fit_better(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 1);
        await county.OnDbAsync(db => db.Set<JobMatch.Postings.Posting>().Where(p => p.Id != market.PostingId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Shift, JobMatch.Matching.Shift.Night)));
        foreach (var _ in Enumerable.Range(0, 2)) await market.AddWorkerAsync();
        await county.OnDbAsync(async db =>
        {
            foreach (var worker in await db.Set<JobMatch.Workers.Worker>().ToListAsync()) worker.RecordWishes(worker.Wishes with { Shifts = JobMatch.Matching.Shifts.Day }, worker.WishesCheck);
            await db.SaveChangesAsync();
        });
        var postings = await county.OnDbAsync(db => db.Set<JobMatch.Postings.Posting>().Select(p => p.Id).ToListAsync());
        var made = await PlansOfMarket.MakeAsync(market, PlansOfMarket.RequestOf(market, [market.SettlementId]) with { PostingIds = postings });
        var rows = await PlansOfMarket.RowsAsync(county, made.Id);
        rows.Count.ShouldBe(2);
        rows.Single(r => r.PostingId == market.PostingId).Best.ShouldBeNull();
        var best = rows.Single(r => r.PostingId != market.PostingId).Best.ShouldNotBeNull();
        (best.PostingId, best.Because, best.Score).ShouldBe((market.PostingId, PlanBestBecause.Full, rows.Single(r => r.PostingId == market.PostingId).Score));
        best.Loss.ShouldBe(new PlanLoss(0, 0, 0), "they are alike: to change places costs nothing");

        await PlansOfMarket.AgainAsync(market, made.Id);
        var kept = await county.OnDbAsync(db => db.Set<PlanPriceList>().AsNoTracking().SingleAsync());
        kept.PlanId.ShouldBe(made.Id);
        kept.Prices.Slack.ShouldBe(0);
        kept.Prices.PersonAim.ShouldBeGreaterThan(0);
    }

    private static BetterElsewhere Of(PlacementProblem problem, out PlacementAnswer answer)
    {
        answer = PlacementSolver.Solve(problem);
        PlacementChecker.Check(problem, answer).ShouldBeEmpty();
        return new BetterElsewhere(problem, answer);
    }

    /// <summary>People 1, 2 …; quotas 11, 12 … of postings 101, 102 …</summary>
    private static PlacementProblem Problem((int Quota, int Score)[][] pairs, int[] vacancies, PlacementLock[]? locks = null, bool single = false, bool oneHousehold = false) => new(
        [.. pairs.Select((_, i) => new PlacementPerson(i + 1, oneHousehold ? 1 : i + 1, false))], [.. vacancies.Select((count, i) => new PlacementQuota(11 + i, 101 + i, count, single && i == 0 ? WelfarePost.OnePerHousehold : WelfarePost.None))],
        PlacementPairs.Of([.. pairs.Select(row => row.Select(pair => new PlacementPair(pair.Quota, pair.Score)).ToArray())]), locks);
}
