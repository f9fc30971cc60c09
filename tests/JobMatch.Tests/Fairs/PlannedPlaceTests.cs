using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>The place of a posting that a plan found for somebody goes with her until she is hired there.</summary>
public sealed class PlannedPlaceTests
{
    [Theory, OnEachDatabase]
    public async Task Whoever_is_hired_out_of_a_plan_takes_the_place_that_it_meant(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await TwoPlacesAsync(county);
        foreach (var name in (string[])["王秀英", "韦秀兰"]) await market.AddWorkerAsync(name);
        var (plan, near, far) = await ConfirmedAsync(market);

        var away = await ReferralAsync(county, plan, far);
        away.QuotaId.ShouldBe(far);
        (await county.InAsync(s => s.GetRequiredService<HireCandidate>().RunAsync(new HireCandidateRequest(away.Id, away.Version, Clerk), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        var quotas = (await market.PostingAsync()).Quotas.ToDictionary(quota => quota.Id, quota => quota.Taken);
        (quotas[near], quotas[far]).ShouldBe((0, 1), "her own settlement has a vacancy too, but it is another's");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_taken_back_means_no_place_any_more(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await TwoPlacesAsync(county);
        await market.AddWorkerAsync();
        var (plan, near, _) = await ConfirmedAsync(market);
        var sent = await ReferralAsync(county, plan, near);
        sent.QuotaId.ShouldBe(near);
        (await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan, Clerk), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        (await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == sent.Id).Select(r => r.QuotaId).SingleAsync())).ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task What_has_ended_still_says_where_it_was_for_and_what_is_taken_up_again_does_not(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await TwoPlacesAsync(county);
        await market.AddWorkerAsync();
        var (plan, near, _) = await ConfirmedAsync(market);
        var sent = await ReferralAsync(county, plan, near);
        (await county.InAsync(s => s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(sent.Id, sent.Version, Clerk, WithdrawalReason.Family), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        var over = await ReferralAsync(county, plan, near);
        (over.State, over.QuotaId).ShouldBe((ReferralState.Withdrawn, near));
        (await county.InAsync(s => s.GetRequiredService<ReopenReferral>().RunAsync(new ReopenReferralRequest(sent.Id, over.Version, Clerk), default), ScopeOf(market))).IsDone.ShouldBeTrue();
        (await ReferralAsync(county, plan, near)).QuotaId.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_sent_to_one_of_several_places_is_told_which(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await TwoPlacesAsync(county);
        foreach (var name in (string[])["王秀英", "韦秀兰"]) await market.AddWorkerAsync(name);
        var (plan, near, far) = await ConfirmedAsync(market);
        var (home, away) = (await ReferralAsync(county, plan, near), await ReferralAsync(county, plan, far));
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
        var told = await county.OnDbAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.Kind == NotificationKind.ReferredByStation).ToDictionaryAsync(n => n.ReferralId!.Value, n => n.Values["at"]));
        var settlement = await county.OnDbAsync(db => db.Set<Settlement>().Where(s => s.Id == market.SettlementId).Select(s => s.Name).SingleAsync());
        (told[home.Id], told[away.Id]).ShouldBe((settlement, "Posting.Place.InCounty"));
    }

    /// <summary>One vacancy in the settlement, and some elsewhere in the county.</summary>
    private static async Task<Market> TwoPlacesAsync(TestCounty county)
    {
        var market = await Market.CreateAsync(county, vacancies: 1);
        await county.OnDbAsync(async db =>
        {
            var posting = await db.Set<Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == market.PostingId);
            posting.Quotas.Add(new Quota { Place = QuotaPlace.County, RegionCode = Some.County, Vacancies = 3 });
            return await db.SaveChangesAsync();
        });
        return market;
    }

    private static async Task<(long Plan, long Near, long Far)> ConfirmedAsync(Market market)
    {
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).IsDone.ShouldBeTrue();
        var quotas = (await market.PostingAsync()).Quotas;
        return (plan.Id, quotas.Single(quota => quota.SettlementId == market.SettlementId).Id, quotas.Single(quota => quota.SettlementId is null).Id);
    }

    private static Task<Referral> ReferralAsync(TestCounty county, long plan, long quota) => county.OnDbAsync(async db =>
    {
        var id = await db.Set<PlanRow>().Where(r => r.PlanId == plan && r.QuotaId == quota).Select(r => r.ReferralId).SingleAsync();
        return await db.Set<Referral>().AsNoTracking().SingleAsync(r => r.Id == id);
    });
}
