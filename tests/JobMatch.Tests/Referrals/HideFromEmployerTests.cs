using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

public class HideFromEmployerTests
{
    [Theory, OnEachDatabase]
    public async Task While_she_hides_nothing_goes_on_with_the_employer_and_it_does_not_see_her(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var referral = await HireCandidateTests.Apply(county, person, market.PostingId);
        var (herself, clerk, employer) = (Scope.Herself(person, 0), Scope.OfSettlements([market.SettlementId]), Scope.OfEmployer(market.EmployerId));
        (await SeenByAsync(county, employer)).ShouldBe(1);

        (await HideAsync(county, market, person)).Value.ShouldBe(1, "what is open is withdrawn");
        (await SeenByAsync(county, employer)).ShouldBe(0);
        (await ReopenAsync(county, referral, herself)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Referral.HidHerself");
        (await ReopenAsync(county, referral, clerk)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Referral.Hidden");
        (await ReopenAsync(county, referral, employer)).Refusals.ShouldBe([Refusal.NotFound]);
        var applied = await county.InAsync(s => s.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(person, market.PostingId, 9), default), herself);
        applied.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Referral.HidHerself");
        (await StateAsync(county, referral)).ShouldBe(ReferralState.Withdrawn);
    }

    [Theory, OnEachDatabase]
    public async Task Shown_again_she_applies_again_as_herself_and_withdrawing_and_reopening_keeps_it_so(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var referral = await HireCandidateTests.Apply(county, person, market.PostingId);
        var herself = Scope.Herself(person, 0);
        await HideAsync(county, market, person);
        (await ShowAsync(county, market, person, undo: false)).Value.ShouldBe(0);
        (await StateAsync(county, referral)).ShouldBe(ReferralState.Withdrawn, "showing herself is not applying");

        for (var time = 0; time < 2; time++)
        {
            (await ReopenAsync(county, referral, herself)).IsDone.ShouldBeTrue();
            var open = await county.OnDbAsync(db => db.Set<Referral>().SingleAsync());
            (open.State, open.PersonAgreed, open.EmployerMaySee).ShouldBe((ReferralState.Applied, true, true));
            (await county.InAsync(s => s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(referral, open.Version, 9, WithdrawalReason.Family), default), herself)).IsDone.ShouldBeTrue();
        }
    }

    [Theory, OnEachDatabase]
    public async Task Undoing_the_hiding_puts_back_what_it_withdrew_and_nothing_else(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var referral = await HireCandidateTests.Apply(county, person, market.PostingId);
        var second = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 2);
        var withdrawn = await HireCandidateTests.Apply(county, person, second);
        await county.InAsync(s => s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(withdrawn, 0, 9, WithdrawalReason.Pay), default), Scope.Herself(person, 0));

        (await HideAsync(county, market, person)).Value.ShouldBe(1);
        (await ShowAsync(county, market, person, undo: true)).Value.ShouldBe(1);

        var back = await county.OnDbAsync(db => db.Set<Referral>().SingleAsync(r => r.Id == referral));
        (back.State, back.PersonAgreed, back.EmployerMaySee, back.WithdrawnFor).ShouldBe((ReferralState.Applied, true, true, null));
        (await StateAsync(county, withdrawn)).ShouldBe(ReferralState.Withdrawn);
        (await SeenByAsync(county, Scope.OfEmployer(market.EmployerId))).ShouldBe(2);
    }

    private static Task<Outcome<int>> HideAsync(TestCounty county, Market market, long person) =>
        county.InAsync(s => s.GetRequiredService<HideFromEmployer>().RunAsync(new HideFromEmployerRequest(person, market.EmployerId, 9), default), Scope.Herself(person, 0));

    private static Task<Outcome<int>> ShowAsync(TestCounty county, Market market, long person, bool undo) =>
        county.InAsync(s => s.GetRequiredService<ShowToEmployer>().RunAsync(new ShowToEmployerRequest(person, market.EmployerId, 9, undo), default), Scope.Herself(person, 0));

    private static async Task<Outcome<bool>> ReopenAsync(TestCounty county, long referral, Scope scope)
    {
        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == referral).Select(r => r.Version).SingleAsync());
        return await county.InAsync(s => s.GetRequiredService<ReopenReferral>().RunAsync(new ReopenReferralRequest(referral, version, 9), default), scope);
    }

    private static Task<int> SeenByAsync(TestCounty county, Scope scope) => county.OnDbAsync(db => db.Set<Referral>().CountAsync(), scope);

    private static Task<ReferralState> StateAsync(TestCounty county, long id) => county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == id).Select(r => r.State).SingleAsync());
}
