using JobMatch.Data;
using JobMatch.Households;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Data;

public class ChangeEventTests
{
    [Theory, OnEachDatabase]
    public async Task Saving_a_household_and_a_member_writes_their_change_events_in_the_same_transaction(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.AddAsync(Some.Settlement());
        var household = await county.AddAsync(Some.Household(settlement.Id));
        await county.OnDbAsync(async db =>
        {
            var home = await db.Set<Household>().SingleAsync();
            var person = Some.Person();
            person.MoveInto(home, county.Today);
            db.Add(person);
            await db.SaveChangesAsync();
        });

        var events = await county.OnDbAsync(db => db.Set<ChangeEvent>().OrderBy(e => e.Seq).ToListAsync());
        events.Take(2).Select(e => e.Kind).ShouldBe([ChangeKind.Settlement, ChangeKind.Household]);
        events.Skip(2).Select(e => e.Kind).ShouldBe([ChangeKind.Worker, ChangeKind.Household], ignoreOrder: true);
        events[1].EntityId.ShouldBe(household.Id);
        events.Select(e => e.Seq).ShouldBeInOrder();
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_visible_to_nobody(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var here = await county.AddAsync(Some.Settlement());
        var there = await county.AddAsync(Some.Settlement("城东"));
        await county.AddAsync(Some.Household(here.Id), Some.Household(there.Id));

        (await county.OnDbAsync(db => db.Set<Household>().CountAsync(), Scope.Nobody)).ShouldBe(0);
        (await county.OnDbAsync(db => db.Set<Household>().CountAsync(), Scope.OfSettlements([here.Id]))).ShouldBe(1);
        (await county.OnDbAsync(db => db.Set<Household>().CountAsync())).ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_stale_version_is_refused(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.AddAsync(Some.Settlement());
        await county.OnDbAsync(async mine =>
        {
            var first = await mine.Set<JobMatch.Settlements.Settlement>().SingleAsync();
            await county.OnDbAsync(async other =>
            {
                (await other.Set<JobMatch.Settlements.Settlement>().SingleAsync()).Population = 900;
                await other.SaveChangesAsync();
            });
            first.Population = 1000;
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
        });
    }
}
