using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

/// <summary>What keeps a pair apart is told exactly where the pair is out.</summary>
public class WhyExcludedTests
{
    [Theory, OnEachDatabase]
    public async Task A_pair_that_is_out_has_a_record_that_says_why_and_one_that_is_not_has_none(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var other = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 1);
        var person = await market.AddWorkerAsync();
        var clerk = Scope.OfSettlements([market.SettlementId]);
        (await WhyAsync(market.PostingId, county.Today)).ShouldBeNull();

        var referral = (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(market.PostingId, [person], 3), default), clerk)).Value!.ReferralIds[person];
        (await WhyAsync(market.PostingId, county.Today))!.Here!.Id.ShouldBe(referral);
        (await WhyAsync(other, county.Today)).ShouldBeNull("being put forward for one posting keeps nobody from another");

        await county.OnDbAsync(async db =>
        {
            (await db.Set<Referral>().Include(r => r.Moves).SingleAsync()).Refuse(RefusalReason.SkillMissing, new Actor(1, TestCounty.Start.UtcDateTime)).IsDone.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        var (refusal, over) = (await WhyAsync(other, county.Today))!.Refusals.ShouldHaveSingleItem();
        (refusal.Id, refusal.RefusedFor, over > county.Today.AddDays(30)).ShouldBe((referral, RefusalReason.SkillMissing, true));
        (await WhyAsync(other, over.AddDays(-1))).ShouldNotBeNull();
        (await WhyAsync(other, over)).ShouldBeNull("it does not count any more");
        (await WhyAsync(market.PostingId, over))!.Here!.State.ShouldBe(ReferralState.Refused, "what came of this very posting stays");

        (await county.InAsync(s => s.GetRequiredService<HideFromEmployer>().RunAsync(new HideFromEmployerRequest(person, market.EmployerId, 9), default), Scope.Herself(person, 0))).IsDone.ShouldBeTrue();
        (await WhyAsync(other, over))!.HiddenSince.ShouldBe(county.Today);

        async Task<ExcludedPair?> WhyAsync(long posting, DateOnly on)
        {
            var why = await county.InAsync(s => s.GetRequiredService<ReferralExclusions>().WhyAsync(person, posting, market.EmployerId, on, default), clerk);
            var isOut = (await county.InAsync(s => s.GetRequiredService<ReferralExclusions>().OfPostingAsync(posting, market.EmployerId, on, default), clerk)).Contains(person);
            (why is not null).ShouldBe(isOut, $"{posting} {on}");
            return why;
        }
    }
}
