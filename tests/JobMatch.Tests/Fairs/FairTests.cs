using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>A fair and its postings.</summary>
public class FairTests
{
    [Theory, OnEachDatabase]
    public async Task A_fair_is_written_down_with_its_postings(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var request = new SaveFairRequest(null, 0, "春风行动专场", county.Today.AddDays(3), "社区广场", [market.PostingId, 999], new PeopleChoice { SettlementIds = [market.SettlementId] }, Clerk);
        var saved = await county.InAsync(s => s.GetRequiredService<SaveFair>().RunAsync(request, default), ScopeOf(market));
        (await county.OnDbAsync(db => db.Set<Fair>().SingleAsync(f => f.Id == saved.Value))).PostingIds.ShouldBe([market.PostingId]);
        var past = await county.InAsync(s => s.GetRequiredService<SaveFair>().RunAsync(request with { On = county.Today.AddDays(-1), Name = " " }, default), ScopeOf(market));
        past.Refusals.Select(r => r.Code).ShouldBe(["Required", "Fair.InPast"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_posting_of_a_fair_that_closed_meanwhile_stays_until_it_is_taken_off(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var (closing, never) = (await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 2), await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 2));
        var request = new SaveFairRequest(null, 0, "春风行动专场", county.Today.AddDays(3), "社区广场", [closing, market.PostingId], new PeopleChoice { SettlementIds = [market.SettlementId] }, Clerk);
        var fair = (await SaveAsync(request)).Value;
        await county.OnDbAsync(async db =>
        {
            foreach (var posting in await db.Set<Posting>().Where(p => p.Id == closing || p.Id == never).ToListAsync()) posting.Close(PostingCloseReason.NotNeeded, PostingFilling.Unknown, DateTime.UtcNow);
            await db.SaveChangesAsync();
        });
        (await SaveAsync(await ChangedAsync([closing, market.PostingId, never]))).IsDone.ShouldBeTrue();
        (await FairAsync()).ShouldSatisfyAllConditions(f => f.Place.ShouldBe("新广场"), f => f.PostingIds.ShouldBe([closing, market.PostingId], ignoreOrder: true, "one that is closed is not chosen anew"));
        (await SaveAsync(await ChangedAsync([market.PostingId]))).IsDone.ShouldBeTrue();
        (await FairAsync()).PostingIds.ShouldBe([market.PostingId]);

        Task<Outcome<long>> SaveAsync(SaveFairRequest asked) => county.InAsync(s => s.GetRequiredService<SaveFair>().RunAsync(asked, default), ScopeOf(market));
        Task<Fair> FairAsync() => county.OnDbAsync(db => db.Set<Fair>().AsNoTracking().SingleAsync(f => f.Id == fair));
        async Task<SaveFairRequest> ChangedAsync(IReadOnlyList<long> postings) => request with { FairId = fair, Version = (await FairAsync()).Version, Place = "新广场", PostingIds = postings };
    }
}
