using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Notifications;
using JobMatch.TestKit;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fairs;

/// <summary>More people for a class that is there: only as far as its seats go, everybody or nobody, each told.</summary>
public class AddToTrainingClassTests
{
    private const int Kind = 1;
    private const long Clerk = 3;

    [Theory, OnEachDatabase]
    public async Task People_join_as_far_as_the_seats_go(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var people = new List<long>();
        for (var i = 0; i < 4; i++) people.Add(await market.AddWorkerAsync($"工人{i}"));
        var id = await OpenAsync(market, people[0], seats: 3);
        (await AddAsync(market, id)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.Nobody");
        (await AddAsync(market, id, people[0])).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.AttendsAlready");
        var full = (await AddAsync(market, id, people[1], people[2], people[3])).Refusals.ShouldHaveSingleItem();
        (full.Code, full.Values[0]).ShouldBe(("Training.NoSeats", 2));
        (await AddAsync(market, id, people[1], people[2], people[2])).Value.ShouldBe(2);
        (await AddAsync(market, id, people[3])).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.NoSeats");

        var one = await county.OnDbAsync(db => db.Set<TrainingClass>().AsNoTracking().SingleAsync());
        var records = await county.OnDbAsync(db => db.Set<TrainingRecord>().AsNoTracking().Where(t => t.ClassId == id).OrderBy(t => t.PersonId).ToListAsync());
        records.Select(r => (r.PersonId, r.From, r.Title, r.Form)).ShouldBe(people.Take(3).Select(p => (p, one.From, one.Title, one.Form)));
        (await ToldAsync(county)).ShouldBe([people[0], people[1], people[2]], ignoreOrder: true);

        // Who leaves makes room; who comes back is told again.
        (await county.InAsync(s => s.GetRequiredService<ChangeTrainingClass>().CorrectAsync(new(id, one.Version, new(one.Title, 3, one.From, null), [people[0], people[1]], Clerk), default), PlansOfMarket.ScopeOf(market))).Refusals.ShouldBeEmpty();
        (await AddAsync(market, id, people[2])).Value.ShouldBe(1);
        (await ToldAsync(county)).Count(p => p == people[2]).ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_class_that_has_begun_is_joined_from_today_and_one_that_is_over_or_called_off_not_at_all(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var (first, late, never) = (await market.AddWorkerAsync("甲"), await market.AddWorkerAsync("乙"), await market.AddWorkerAsync("丙"));
        var id = await OpenAsync(market, first, seats: 9);
        county.Clock.Advance(TimeSpan.FromDays(7));
        (await AddAsync(market, id, late)).Value.ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<TrainingRecord>().SingleAsync(t => t.PersonId == late))).From.ShouldBe(county.Today);
        county.Clock.Advance(TimeSpan.FromDays(30));
        (await AddAsync(market, id, never)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.IsOver");

        var off = await OpenAsync(market, never, seats: 9);
        (await county.InAsync(s => s.GetRequiredService<ChangeTrainingClass>().CancelAsync(off, 0, default), PlansOfMarket.ScopeOf(market))).Refusals.ShouldBeEmpty();
        (await AddAsync(market, off, never)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.IsCancelled");
    }

    [Theory, OnEachDatabase]
    public async Task Neither_a_class_nor_people_of_others_are_within_reach_and_their_seats_are_taken(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var (mine, more) = (await market.AddWorkerAsync("甲"), await market.AddWorkerAsync("乙"));
        var other = await county.AddAsync(Some.Settlement("城东"));
        var far = await (market with { SettlementId = other.Id }).AddWorkerAsync("丙");
        var id = await OpenAsync(market, mine, seats: 2);
        (await AddAsync(market, id, far)).Refusals.ShouldBe([Refusal.NotFound]);
        (await county.InAsync(s => s.GetRequiredService<AddToTrainingClass>().RunAsync(new(id, [far]), default), Scope.OfSettlements([other.Id]))).Refusals.ShouldBe([Refusal.NotFound]);
        (await county.InAsync(s => s.GetRequiredService<AddToTrainingClass>().RunAsync(new(id, [far]), default), Scope.OfSettlements([market.SettlementId, other.Id]))).Value.ShouldBe(1);
        (await AddAsync(market, id, more)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.NoSeats");
    }

    [Theory, OnEachDatabase]
    public async Task Two_clerks_cannot_both_give_away_the_last_seat(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var people = new List<long>();
        for (var i = 0; i < 6; i++) people.Add(await market.AddWorkerAsync($"工人{i}"));
        var id = await OpenAsync(market, people[0], seats: 2);
        var answers = await Task.WhenAll(people.Skip(1).Select(person => AddAsync(market, id, person)));
        answers.Count(a => a.IsDone).ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<TrainingRecord>().CountAsync(t => t.ClassId == id))).ShouldBe(2);
    }

    private static Task<Outcome<int>> AddAsync(Market market, long id, params long[] people) =>
        market.County.InAsync(s => s.GetRequiredService<AddToTrainingClass>().RunAsync(new(id, people), default), PlansOfMarket.ScopeOf(market));

    private static async Task<long> OpenAsync(Market market, long person, int seats)
    {
        var today = market.County.Today;
        var opened = await market.County.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Kind, new("", seats, today.AddDays(5), today.AddDays(20)), [], [person], Clerk), default), PlansOfMarket.ScopeOf(market));
        opened.Refusals.ShouldBeEmpty();
        return opened.Value;
    }

    private static Task<List<long>> ToldAsync(TestCounty county) => county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Kind == NotificationKind.TrainingEntered).Select(n => n.PersonId!.Value).ToListAsync());
}
