using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

public class ReferWorkersTests
{
    [Theory, OnEachDatabase]
    public async Task Each_person_is_answered_apart_and_only_those_in_scope_are_referred(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var other = await county.AddAsync(Some.Settlement("城东"));
        var (first, hidden, stranger) = (await market.AddWorkerAsync(), await market.AddWorkerAsync(), await (market with { SettlementId = other.Id }).AddWorkerAsync());
        await county.InAsync(s => s.GetRequiredService<HideFromEmployer>().RunAsync(new HideFromEmployerRequest(hidden, market.EmployerId, 9), default), Scope.Herself(hidden, 0));

        var clerk = Scope.OfSettlements([market.SettlementId]);
        var request = new ReferWorkersRequest(market.PostingId, [first, hidden, stranger], 3);
        var done = (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(request, default), clerk)).Value!;
        done.ReferralIds.Keys.ShouldBe([first]);
        done.Refused.ToDictionary(r => r.Key, r => r.Value.Code).ShouldBe(new Dictionary<long, string> { [hidden] = "Referral.Hidden", [stranger] = "NotFound" }, ignoreOrder: true);
        (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(request, default), clerk)).Value!.Refused[first].Code.ShouldBe("Referral.Already");

        var out_ = await county.InAsync(s => s.GetRequiredService<ReferralExclusions>().OfPostingAsync(market.PostingId, market.EmployerId, county.Today, default), Scope.OfEmployer(market.EmployerId));
        out_.ShouldBe([first, hidden], ignoreOrder: true);
    }

    [Theory, OnEachDatabase]
    public async Task Without_an_answer_it_expires_on_the_day_after_it_was_due_and_only_once(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        await HireCandidateTests.Apply(county, await market.AddWorkerAsync(), market.PostingId);
        Task<ReferralsExpired> Expire(int days) => county.InAsync(s => s.GetRequiredService<ExpireReferrals>().RunAsync(county.Today.AddDays(days), default));
        (await Expire(13)).ShouldBe(new ReferralsExpired(0, 0));
        (await Expire(14)).ShouldBe(new ReferralsExpired(1, 0));
        (await Expire(14)).ShouldBe(new ReferralsExpired(0, 0));
    }

    [Theory, OnEachDatabase]
    public async Task Each_side_undoes_only_its_own_no(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var referral = await HireCandidateTests.Apply(county, person, market.PostingId);
        var (herself, employer) = (Scope.Herself(person, 0), Scope.OfEmployer(market.EmployerId));
        (await county.InAsync(s => s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(referral, 0, 9, WithdrawalReason.Family), default), employer)).IsDone.ShouldBeFalse();
        (await county.InAsync(s => s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(referral, 0, 9, WithdrawalReason.Family), default), herself)).IsDone.ShouldBeTrue();
        Task<Outcome<bool>> Reopen(Scope scope) => county.InAsync(s => s.GetRequiredService<ReopenReferral>().RunAsync(new ReopenReferralRequest(referral, 1, 9), default), scope);
        (await Reopen(employer)).IsDone.ShouldBeFalse();
        (await Reopen(herself)).IsDone.ShouldBeTrue();
        (await county.OnDbAsync(db => db.Set<Referral>().SingleAsync())).State.ShouldBe(ReferralState.Applied);
    }
}
