using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Tests.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>Who is on the way to a job is not planned for again, nor are the places that are kept for them; who only applied is.</summary>
public class UnderWayTests
{
    [Theory, OnEachDatabase]
    public async Task A_plan_gives_neither_the_people_nor_the_vacancies_of_a_confirmed_one_away_again(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        var first = await MakeAsync(market);
        (first.Outcome!.UnderWay, first.Outcome.SeatsKept).ShouldBe((0, 0));
        (await ConfirmAsync(market, first)).Value.ShouldBe(2);
        var sent = await PeopleAsync(county, first.Id);

        var second = await MakeAsync(market);
        second.Outcome!.PeopleUnderWay.ShouldBe(sent, ignoreOrder: true);
        (second.Outcome.People, second.Outcome.UnderWay, second.Outcome.SeatsKept, second.Outcome.Vacancies).ShouldBe((1, 2, 2, 0));
        (second.Outcome.Plan.People, second.Outcome.ZeroEmploymentHouseholds).ShouldBe((0, 1), "the families of those who were sent count as helped");
        (second.Outcome.WithoutPair, second.Outcome.Unplaced).ShouldBe((0, 1), "the posting suits the third; its vacancies are kept");
        var other = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 5);
        var elsewhere = await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { PostingIds = [market.PostingId, other] });
        (await PeopleAsync(county, elsewhere.Id)).ShouldHaveSingleItem().ShouldNotBeOneOf([.. sent]);

        // One is turned down: she and her place are there again. The plan is undone: both are.
        await OnReferralAsync(county, sent[0], referral => referral.Refuse(RefusalReason.Filled, Somebody));
        var third = await AgainAsync(market, elsewhere.Id);
        (await PeopleAsync(county, third.Id)).ShouldContain(sent[0]);
        (third.Outcome!.UnderWay, third.Outcome.SeatsKept).ShouldBe((1, 1));
        (await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(first.Id, Clerk), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        (await AgainAsync(market, elsewhere.Id)).Outcome!.UnderWay.ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Who_had_answered_stays_on_the_way_when_the_plan_is_undone_and_who_was_taken_back_does_not(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 3);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).Value.ShouldBe(3);
        var sent = await PeopleAsync(county, plan.Id);
        await OnReferralAsync(county, sent[0], referral => referral.TakeUp(Somebody));
        await OnReferralAsync(county, sent[1], referral => referral.Advance(ReferralState.Interview, Somebody));
        var undone = await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan.Id, Clerk), default), ScopeOf(market));
        (undone.Value!.Taken, undone.Value.Left).ShouldBe((1, 2));

        var other = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 5);
        var asked = RequestOf(market, [market.SettlementId]) with { PostingIds = [market.PostingId, other] };
        var next = await MakeAsync(market, asked);
        next.Outcome!.PeopleUnderWay.ShouldBe([sent[0], sent[1]], ignoreOrder: true);
        (next.Outcome.SeatsKept, next.Outcome.Vacancies).ShouldBe((2, 1 + 5));
        (await PeopleAsync(county, next.Id)).ShouldBe([sent[2]]);

        // Taken back, then tried by herself: as if no plan had been.
        await OnReferralAsync(county, sent[2], referral => referral.Apply(Somebody, TestCounty.Start.UtcDateTime.AddDays(14)));
        (await AgainAsync(market, next.Id)).Outcome!.PeopleUnderWay.ShouldBe([sent[0], sent[1]], ignoreOrder: true);
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_drafts_about_the_same_people_the_second_is_refused_and_says_who_is_on_the_way(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        foreach (var _ in Enumerable.Range(0, 2)) await market.AddWorkerAsync();
        var other = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 2);
        var (one, two) = (await MakeAsync(market), await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { PostingIds = [other] }));
        (await ConfirmAsync(market, one)).Value.ShouldBe(2);
        (await ConfirmAsync(market, two)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.Changed");
        var rows = await RowsAsync(county, two.Id);
        var broken = await county.InAsync(s => s.GetRequiredService<PlanRowsToday>().BrokenAsync(two, rows, default), ScopeOf(market));
        broken.Select(b => b.Because).ShouldBe([PlanRowBroken.UnderWay, PlanRowBroken.UnderWay]);
        (await AgainAsync(market, two.Id)).Outcome!.Plan.People.ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_seat_that_another_plan_holds_is_kept_and_not_filled(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var (first, second) = (await market.AddWorkerAsync(), await market.AddWorkerAsync());
        var (one, two) = (await MakeAsync(market, Naming(first)), await MakeAsync(market, Naming(second)));
        (await BrokenAsync(two)).ShouldBeEmpty();
        (await ConfirmAsync(market, one)).Value.ShouldBe(1);
        (await BrokenAsync(two)).ShouldBe([PlanRowBroken.Kept]);
        (await ConfirmAsync(market, two)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Plan.Changed");

        MakePlanRequest Naming(long person) => RequestOf(market, []) with { People = new PeopleChoice { PersonIds = [person] } };
        async Task<List<PlanRowBroken>> BrokenAsync(PlacementPlan plan)
        {
            var rows = await RowsAsync(county, plan.Id);
            PlanRowsToday.IsCheap(rows).ShouldBeTrue();
            return [.. (await county.InAsync(s => s.GetRequiredService<PlanRowsToday>().BrokenAsync(plan, rows, default), ScopeOf(market))).Select(b => b.Because)];
        }
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_on_trial_or_hired_is_left_out_and_who_applied_or_was_referred_by_hand_is_not(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 3);
        var people = new List<long>();
        foreach (var _ in Enumerable.Range(0, 4)) people.Add(await market.AddWorkerAsync());
        var plan = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 9);
        foreach (var person in people.Take(3)) await HireCandidateTests.Apply(county, person, market.PostingId);
        var asked = RequestOf(market, [market.SettlementId]) with { PostingIds = [market.PostingId, plan] };
        (await MakeAsync(market, asked)).Outcome!.Plan.People.ShouldBe(4);

        await OnReferralAsync(county, people[0], referral => referral.Advance(ReferralState.Trial, Somebody));
        await county.OnDbAsync(async db =>
        {
            var quota = (await db.Set<JobMatch.Postings.Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == market.PostingId)).Quotas[0];
            (await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.PersonId == people[1])).Hire(quota, Somebody).IsDone.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
        var made = await MakeAsync(market, asked);
        made.Outcome!.PeopleUnderWay.ShouldBe([people[0], people[1]], ignoreOrder: true);
        (made.Outcome.SeatsKept, made.Outcome.Vacancies).ShouldBe((1, 1 + 9), "a hire has taken its vacancy; a trial keeps one");
        (await PeopleAsync(county, made.Id)).ShouldBe([people[2], people[3]], ignoreOrder: true);

        // Meant by name, or asked for expressly, they are planned for all the same.
        (await PeopleAsync(county, (await MakeAsync(market, asked with { People = asked.People with { PersonIds = [people[0]] } })).Id)).ShouldContain(people[0]);
        var all = await MakeAsync(market, asked with { People = asked.People with { AlsoUnderWay = true } });
        (all.Outcome!.UnderWay, all.Outcome.SeatsKept, all.Outcome.Plan.People).ShouldBe((0, 0, 4));
    }

    [Theory, OnEachDatabase]
    public async Task The_family_of_somebody_on_the_way_counts_as_helped(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var first = await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).Value.ShouldBe(1);
        var relative = await market.AddRelativeAsync(first);
        var other = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 1);
        var asked = RequestOf(market, [market.SettlementId]) with { PostingIds = [other] };
        var next = await MakeAsync(market, asked);
        (next.Outcome!.ZeroEmploymentHouseholds, next.Outcome.Plan.Households, next.Outcome.Plan.People).ShouldBe((0, 0, 1));
        (await PeopleAsync(county, next.Id)).ShouldBe([relative]);
        (await MakeAsync(market, asked with { People = asked.People with { AlsoUnderWay = true } })).Outcome!.Plan.Households.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_on_the_way_to_the_only_post_of_a_household_bars_the_others_of_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var people = new[] { await market.AddWorkerAsync(), 0 };
        people[1] = await market.AddRelativeAsync(people[0]);
        var (ranger, guard, guide) = (market.PostingId, await market.AddWelfarePostingAsync(PublicWelfareType.Security), await market.AddWelfarePostingAsync(PublicWelfareType.EmploymentInformation));
        await market.MakeWelfareAsync(ranger, PublicWelfareType.ForestRanger);
        var first = await SentAsync(ranger);
        (await MakeAsync(market, Asking(guard))).Outcome!.Plan.People.ShouldBe(0, "a plain post beside the only one");
        (await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(first, Clerk), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        var sent = (await RowsAsync(county, await SentAsync(guard))).Single().PersonId;
        (await MakeAsync(market, Asking(ranger))).Outcome!.Plan.People.ShouldBe(0, "the only one beside a plain post");
        var again = new PeopleChoice { PersonIds = [people.Single(person => person != sent)], AlsoUnderWay = true };
        (await MakeAsync(market, Asking(ranger) with { People = again })).Outcome!.Plan.People.ShouldBe(0, "nor when those on the way are planned for once more");
        (await MakeAsync(market, Asking(guide))).Outcome!.Plan.People.ShouldBe(1, "two plain ones");

        MakePlanRequest Asking(long posting) => RequestOf(market, [market.SettlementId]) with { PostingIds = [posting] };

        async Task<long> SentAsync(long posting)
        {
            var plan = await MakeAsync(market, Asking(posting));
            (await ConfirmAsync(market, plan)).Value.ShouldBe(1);
            return plan.Id;
        }
    }

    private static Actor Somebody => new(Clerk, TestCounty.Start.UtcDateTime);

    private static async Task<List<long>> PeopleAsync(TestCounty county, long plan) => [.. (await RowsAsync(county, plan)).Select(r => r.PersonId)];

    private static Task<bool> OnReferralAsync(TestCounty county, long person, Func<Referral, Outcome<bool>> change) => county.OnDbAsync(async db =>
    {
        change(await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.PersonId == person)).Refusals.ShouldBeEmpty();
        await db.SaveChangesAsync();
        return true;
    });
}
