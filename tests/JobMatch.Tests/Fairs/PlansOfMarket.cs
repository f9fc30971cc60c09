using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace JobMatch.Tests.Fairs;

/// <summary>Plans of a market as a clerk of its settlement makes, runs again and confirms them.</summary>
internal static class PlansOfMarket
{
    internal const long Clerk = 3;

    internal static Scope ScopeOf(Market market) => Scope.OfSettlements([market.SettlementId]);

    internal static MakePlanRequest RequestOf(Market market, IReadOnlyList<long> settlements) =>
        new("方案", null, [market.PostingId], new PeopleChoice { SettlementIds = settlements }, PeopleCount: true, Clerk);

    internal static Task<PlacementPlan> MakeAsync(Market market, IReadOnlyList<long>? settlements = null) => MakeAsync(market, RequestOf(market, settlements ?? [market.SettlementId]));

    internal static async Task<PlacementPlan> MakeAsync(Market market, MakePlanRequest request)
    {
        var made = await market.County.InAsync(s => s.GetRequiredService<MakePlan>().RunAsync(request, default), ScopeOf(market));
        made.Refusals.ShouldBeEmpty();
        (await market.County.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
        return await ReadAsync(market.County, made.Value);
    }

    internal static async Task<PlacementPlan> AgainAsync(Market market, long plan, int? least = null)
    {
        (await market.County.InAsync(s => s.GetRequiredService<ChangePlan>().RunAgainAsync(plan, least, default), ScopeOf(market))).IsDone.ShouldBeTrue();
        (await market.County.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
        return await ReadAsync(market.County, plan);
    }

    internal static Task<Outcome<int>> ConfirmAsync(Market market, PlacementPlan plan) =>
        market.County.InAsync(s => s.GetRequiredService<ConfirmPlan>().RunAsync(new ConfirmPlanRequest(plan.Id, plan.Version, Clerk), default), ScopeOf(market));

    internal static Task<PlacementPlan> ReadAsync(TestCounty county, long id) => county.OnDbAsync(db => db.Set<PlacementPlan>().AsNoTracking().SingleAsync(p => p.Id == id));

    internal static Task<List<PlanRow>> RowsAsync(TestCounty county, long plan) => county.OnDbAsync(db => db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == plan).ToListAsync());
}
