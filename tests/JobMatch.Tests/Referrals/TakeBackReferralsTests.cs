using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

public class TakeBackReferralsTests
{
    private const long Clerk = 3;

    [Theory, OnEachDatabase]
    public async Task What_was_sent_by_mistake_stands_as_before_and_leaves_no_message(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var clerk = Scope.OfSettlements([market.SettlementId]);
        var referral = await ReferAsync(county, market, person, clerk);
        await DrainAsync(county);
        (await MessagesAsync(county)).ShouldBe(2, "the person and the employer hear of it");

        (await TakeBackAsync(county, clerk, referral, by: 4)).ShouldBe(0, "another clerk's");
        (await TakeBackAsync(county, clerk, referral, Clerk)).ShouldBe(1);
        (await TakeBackAsync(county, clerk, referral, Clerk)).ShouldBe(0, "once");
        await DrainAsync(county);

        (await MessagesAsync(county)).ShouldBe(0);
        var row = await county.OnDbAsync(db => db.Set<Referral>().SingleAsync());
        (row.State, row.EmployerMaySee, row.WithdrawnFor).ShouldBe((ReferralState.Suggested, false, null));
        (await county.OnDbAsync(db => db.Set<Referral>().CountAsync(), Scope.OfEmployer(market.EmployerId))).ShouldBe(0);
        (await county.InAsync(s => s.GetRequiredService<ReferralExclusions>().OfPostingAsync(market.PostingId, market.EmployerId, county.Today, default))).ShouldBeEmpty();
        (await county.InAsync(s => s.GetRequiredService<ReferralExclusions>().OfWorkerAsync(person, county.Today, default))).ShouldBeEmpty();

        (await ReferAsync(county, market, person, clerk)).ShouldBe(referral, "sent again it is the same row");
        await DrainAsync(county);
        (await MessagesAsync(county)).ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_employer_has_answered_or_she_has_taken_up_stays(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var clerk = Scope.OfSettlements([market.SettlementId]);
        var referral = await ReferAsync(county, market, person, clerk);
        await HireCandidateTests.Apply(county, person, market.PostingId);
        (await TakeBackAsync(county, clerk, referral, Clerk)).ShouldBe(0);
        (await county.OnDbAsync(db => db.Set<Referral>().SingleAsync())).State.ShouldBe(ReferralState.Applied);
    }

    private static async Task<long> ReferAsync(TestCounty county, Market market, long person, Scope clerk) =>
        (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(market.PostingId, [person], Clerk), default), clerk)).Value!.ReferralIds[person];

    private static async Task<int> TakeBackAsync(TestCounty county, Scope clerk, long referral, long by) =>
        (await county.InAsync(s => s.GetRequiredService<TakeBackReferrals>().RunAsync(new TakeBackReferralsRequest([referral], by), default), clerk)).Value;

    private static Task DrainAsync(TestCounty county) => ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();

    private static Task<int> MessagesAsync(TestCounty county) => county.OnDbAsync(db => db.Set<Notification>()
        .CountAsync(n => n.Kind == NotificationKind.ReferredByStation || n.Kind == NotificationKind.NewCandidate));
}
