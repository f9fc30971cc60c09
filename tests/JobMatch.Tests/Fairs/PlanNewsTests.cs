using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Notifications;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static JobMatch.Tests.Fairs.PlansOfMarket;

namespace JobMatch.Tests.Fairs;

/// <summary>What people and employers read when a plan sends somebody and when it is taken back.</summary>
public class PlanNewsTests
{
    [Theory, OnEachDatabase]
    public async Task An_employer_is_left_with_neither_the_people_of_an_undone_plan_nor_their_news(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 3);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).Value.ShouldBe(3);
        var employer = await county.OnDbAsync(db => db.Set<Referral>().Select(r => r.EmployerId).FirstAsync());
        var firm = Scope.OfEmployer(employer);
        var news = await NewsAsync(county, NotificationKind.NewCandidate, NotificationKind.CandidatesTakenBack);
        news.Select(n => n.Kind).ShouldBe([NotificationKind.NewCandidate, NotificationKind.NewCandidate, NotificationKind.NewCandidate]);
        // One of three was read; two are still new.
        await county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Id == news[0].Id).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, plan.MadeAt)));
        (await county.OnDbAsync(db => db.Set<Referral>().CountAsync(), firm)).ShouldBe(3);

        await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan.Id, Clerk), default), ScopeOf(market));
        var left = await NewsAsync(county, NotificationKind.NewCandidate, NotificationKind.CandidatesTakenBack);
        left.Select(n => n.Kind).ShouldBe([NotificationKind.NewCandidate, NotificationKind.CandidatesTakenBack]);
        left[0].ReadAt.ShouldNotBeNull();
        (left[1].PostingId, left[1].Values["count"]).ShouldBe((market.PostingId, "1"));
        (await county.OnDbAsync(db => db.Set<Referral>().CountAsync(), firm)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_was_told_of_a_recommendation_is_told_that_it_was_taken_back(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        foreach (var _ in Enumerable.Range(0, 2)) await market.AddWorkerAsync();
        var plan = await MakeAsync(market);
        (await ConfirmAsync(market, plan)).Value.ShouldBe(2);
        var told = await NewsAsync(county, NotificationKind.ReferredByStation, NotificationKind.ReferralTakenBack);
        told.Select(n => n.Kind).ShouldBe([NotificationKind.ReferredByStation, NotificationKind.ReferredByStation]);
        // One has read it; the other may have seen it on the screen and not opened it.
        await county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Id == told[0].Id).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, plan.MadeAt)));

        county.Clock.Advance(TimeSpan.FromMinutes(5));
        await county.InAsync(s => s.GetRequiredService<UndoPlan>().RunAsync(new UndoPlanRequest(plan.Id, Clerk), default), ScopeOf(market));
        var after = await NewsAsync(county, NotificationKind.ReferredByStation, NotificationKind.ReferralTakenBack);
        after.Select(n => (n.PersonId, n.Kind)).ShouldBe(
            [(told[0].PersonId, NotificationKind.ReferredByStation), (told[0].PersonId, NotificationKind.ReferralTakenBack), (told[1].PersonId, NotificationKind.ReferralTakenBack)], ignoreOrder: true);
        after.Where(n => n.Kind == NotificationKind.ReferralTakenBack).ShouldAllBe(n => n.PostingId == market.PostingId && n.ReadAt == null);
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_sent_by_the_plan_of_a_fair_is_told_its_day_and_place(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        await market.AddWorkerAsync();
        var on = county.Today.AddDays(3);
        var fair = await county.InAsync(s => s.GetRequiredService<SaveFair>().RunAsync(new(null, 0, "春风行动专场", on, "社区广场", [market.PostingId], new PeopleChoice { SettlementIds = [market.SettlementId] }, Clerk), default), ScopeOf(market));
        (await ConfirmAsync(market, await MakeAsync(market, RequestOf(market, [market.SettlementId]) with { FairId = fair.Value }))).Value.ShouldBe(1);
        var values = (await NewsAsync(county, NotificationKind.ReferredByStation)).ShouldHaveSingleItem().Values;
        (values["fair"], values["day"], values["place"]).ShouldBe(("春风行动专场", on.ToString("O", System.Globalization.CultureInfo.InvariantCulture), "社区广场"));
        (await NewsAsync(county, NotificationKind.NewCandidate)).ShouldHaveSingleItem().Values.ContainsKey("fair").ShouldBeFalse();
    }

    /// <summary>What was told so far, of some kinds.</summary>
    private static async Task<List<Notification>> NewsAsync(TestCounty county, params NotificationKind[] kinds)
    {
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
        return await county.OnDbAsync(db => db.Set<Notification>().AsNoTracking().Where(n => kinds.Contains(n.Kind)).OrderBy(n => n.Id).ToListAsync());
    }
}
