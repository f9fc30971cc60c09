using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

public class HireCandidateTests
{
    [Theory, OnEachDatabase]
    public async Task Of_many_hires_for_the_last_vacancy_exactly_one_wins_and_the_others_are_told(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var ids = new List<long>();
        for (var i = 0; i < 6; i++) ids.Add(await Apply(county, await market.AddWorkerAsync(), market.PostingId));

        var start = new TaskCompletionSource();
        var hires = ids.Select(id => Task.Run(async () =>
        {
            await start.Task;
            return await Hire(county, id, Scope.OfEmployer(market.EmployerId));
        })).ToList();
        start.SetResult();
        var outcomes = await Task.WhenAll(hires);

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).SelectMany(o => o.Refusals).ShouldAllBe(r => r.Code == "Posting.Full");
        var posting = await market.PostingAsync();
        (posting.OpenVacancies, posting.State, posting.StateReason).ShouldBe((0, PostingState.Closed, nameof(PostingCloseReason.Full)));
        (await county.OnDbAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Hired))).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Hires_for_different_vacancies_at_once_all_win(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 3);
        var ids = new List<long>();
        for (var i = 0; i < 3; i++) ids.Add(await Apply(county, await market.AddWorkerAsync(), market.PostingId));
        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => Hire(county, id, Scope.OfEmployer(market.EmployerId)))));
        outcomes.ShouldAllBe(o => o.IsDone);
        (await market.PostingAsync()).OpenVacancies.ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_hire_ends_what_she_waited_for_elsewhere_and_gives_it_back_when_she_does_not_come(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var other = Some.Employer("城东超市", settlementId: market.SettlementId);
        other.Verify(1, TestCounty.Start.UtcDateTime);
        await county.AddAsync(other);
        var elsewhere = await Market.AddPostingAsync(county, other.Id, market.SettlementId, 2);
        var person = await market.AddWorkerAsync();
        var (hired, waiting) = (await Apply(county, person, market.PostingId), await Apply(county, person, elsewhere));

        (await Hire(county, hired, Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        (await State(county, waiting)).ShouldBe(ReferralState.Obsolete);
        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == hired).Select(r => r.Version).SingleAsync());
        (await county.InAsync(s => s.GetRequiredService<DidNotShow>().RunAsync(new DidNotShowRequest(hired, version, 5), default), Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();

        (await State(county, hired)).ShouldBe(ReferralState.NoShow);
        (await State(county, waiting)).ShouldBe(ReferralState.Applied);
        var posting = await market.PostingAsync();
        (posting.OpenVacancies, posting.State).ShouldBe((1, PostingState.Published));
    }

    [Theory, OnEachDatabase]
    public async Task A_hire_that_is_taken_back_or_refused_gives_its_vacancy_back_once(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var employer = Scope.OfEmployer(market.EmployerId);
        var person = await market.AddWorkerAsync();
        var elsewhere = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, 2);
        var (hired, waiting) = (await Apply(county, person, market.PostingId), await Apply(county, person, elsewhere));

        (await Hire(county, hired, employer)).IsDone.ShouldBeTrue();
        (await market.PostingAsync()).State.ShouldBe(PostingState.Closed);
        (await county.InAsync(async s => await s.GetRequiredService<WithdrawReferral>().RunAsync(new WithdrawReferralRequest(hired, await VersionAsync(), 9, WithdrawalReason.Family), default), Scope.Herself(person, 0))).IsDone.ShouldBeTrue();
        await ShouldBeFreeAsync();
        (await State(county, waiting)).ShouldBe(ReferralState.Applied);

        (await county.InAsync(async s => await s.GetRequiredService<ReopenReferral>().RunAsync(new ReopenReferralRequest(hired, await VersionAsync(), 3), default), Scope.OfSettlements([market.SettlementId]))).IsDone.ShouldBeTrue();
        (await county.InAsync(async s => await s.GetRequiredService<HireCandidate>().RunAsync(new HireCandidateRequest(hired, await VersionAsync(), 5), default), employer)).IsDone.ShouldBeTrue();
        (await market.PostingAsync()).Quotas.ShouldHaveSingleItem().Taken.ShouldBe(1);
        (await county.InAsync(async s => await s.GetRequiredService<RefuseCandidate>().RunAsync(new RefuseCandidateRequest(hired, await VersionAsync(), 5, RefusalReason.Other), default), employer)).IsDone.ShouldBeTrue();
        await ShouldBeFreeAsync();

        Task<int> VersionAsync() => county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == hired).Select(r => r.Version).SingleAsync());

        async Task ShouldBeFreeAsync()
        {
            var posting = await market.PostingAsync();
            (posting.OpenVacancies, posting.State, posting.Quotas.ShouldHaveSingleItem().Taken).ShouldBe((1, PostingState.Published, 0));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Starting_work_opens_a_spell_with_the_channel_of_the_posting(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var referral = await Apply(county, person, market.PostingId);
        var employer = Scope.OfEmployer(market.EmployerId);
        await Hire(county, referral, employer);
        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == referral).Select(r => r.Version).SingleAsync());
        var request = new StartWorkRequest(referral, version, 5, county.Today);
        (await county.InAsync(s => s.GetRequiredService<StartWork>().RunAsync(request with { On = county.Today.AddDays(1) }, default), employer)).IsDone.ShouldBeFalse();
        var started = await county.InAsync(s => s.GetRequiredService<StartWork>().RunAsync(request, default), employer);
        started.IsDone.ShouldBeTrue();
        var spell = await county.OnDbAsync(db => db.Set<EmploymentSpell>().SingleAsync());
        (spell.PersonId, spell.Channel, spell.Start, spell.WageFenPerMonth, spell.End).ShouldBe((person, Channel.AidWorkshop, county.Today, 280_000L, null));
        (await county.InAsync(s => s.GetRequiredService<StartWork>().RunAsync(request, default), employer)).Refusals.ShouldHaveSingleItem().ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_shown_before_somebody_else_changed_it_is_refused(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var referral = await Apply(county, await market.AddWorkerAsync(), market.PostingId);
        var view = new AdvanceReferralRequest(referral, 0, 5, ReferralState.Viewed);
        (await county.InAsync(s => s.GetRequiredService<AdvanceReferral>().RunAsync(view, default))).IsDone.ShouldBeTrue();
        var stale = await county.InAsync(s => s.GetRequiredService<RefuseCandidate>().RunAsync(new RefuseCandidateRequest(referral, 0, 5, RefusalReason.TooFar), default));
        stale.Refusals.ShouldHaveSingleItem().ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Theory, OnEachDatabase]
    public async Task An_employer_hires_nobody_who_has_not_agreed_to_be_seen(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var person = await market.AddWorkerAsync();
        var (clerk, employer) = (Scope.OfSettlements([market.SettlementId]), Scope.OfEmployer(market.EmployerId));
        var referral = (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(market.PostingId, [person], 3), default), clerk)).Value!.ReferralIds[person];

        (await Hire(county, referral, employer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Referral.NotAgreed");
        (await State(county, referral)).ShouldBe(ReferralState.Referred);
        (await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == referral).Select(r => r.PersonAgreed).SingleAsync())).ShouldBeFalse();

        (await county.InAsync(s => s.GetRequiredService<AgreeToBeSeen>().RunAsync(new AgreeToBeSeenRequest(referral, true, 3), default), clerk)).IsDone.ShouldBeTrue();
        (await county.InAsync(s => s.GetRequiredService<HireCandidate>().RunAsync(new HireCandidateRequest(referral, 1, 5), default), employer)).IsDone.ShouldBeTrue();
    }

    internal static async Task<long> Apply(TestCounty county, long person, long posting)
    {
        var applied = await county.InAsync(s => s.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(person, posting, 9), default), Scope.Herself(person, 0));
        applied.IsDone.ShouldBeTrue(string.Join(", ", applied.Refusals));
        return applied.Value;
    }

    private static Task<Outcome<bool>> Hire(TestCounty county, long referral, Scope scope) => county.InAsync(s => s.GetRequiredService<HireCandidate>().RunAsync(new HireCandidateRequest(referral, 0, 5), default), scope);

    private static Task<ReferralState> State(TestCounty county, long id) => county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == id).Select(r => r.State).SingleAsync());
}
