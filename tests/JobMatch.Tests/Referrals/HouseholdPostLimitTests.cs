using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Referrals;

/// <summary>One public-welfare post for a household where a type says so, whichever way somebody comes to it.</summary>
public sealed class HouseholdPostLimitTests
{
    private const string Barred = "Referral.HouseholdHasPost";

    [Theory, OnEachDatabase]
    public async Task Of_two_of_a_household_hired_at_once_one_is_refused_and_the_employer_learns_nothing_of_the_other(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.ForestRanger);
        var other = await market.AddWelfarePostingAsync(PublicWelfareType.Security);
        var referrals = new[] { await HireCandidateTests.Apply(county, her, market.PostingId), await HireCandidateTests.Apply(county, him, other) };

        var hires = await Task.WhenAll(referrals.Select(id => Task.Run(() => HireAsync(county, id, market))));

        hires.Count(hire => hire.IsDone).ShouldBe(1);
        hires.Single(hire => !hire.IsDone).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Referral.NotByTheRules");
        (await county.OnDbAsync(db => db.Set<Referral>().CountAsync(r => r.State == ReferralState.Hired))).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Who_was_hired_bars_the_family_from_being_put_forward_and_from_applying_till_she_does_not_come(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.ForestRanger);
        var other = await market.AddWelfarePostingAsync(PublicWelfareType.Security);
        var hired = await HireCandidateTests.Apply(county, her, market.PostingId);
        (await PutForwardAsync(county, market, other, him)).ShouldHaveSingleItem().RelativeId.ShouldBe(her);
        (await HireAsync(county, hired, market)).IsDone.ShouldBeTrue();

        (await ReferAsync(county, market, other, him)).Refused[him].Code.ShouldBe(Barred);
        (await ApplyAsync(county, him, other)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(Barred + ".Hers");

        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == hired).Select(r => r.Version).SingleAsync());
        (await county.InAsync(s => s.GetRequiredService<DidNotShow>().RunAsync(new DidNotShowRequest(hired, version, 5), default), Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        (await PutForwardAsync(county, market, other, him)).ShouldBeEmpty();
        (await ReferAsync(county, market, other, him)).Refused.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_post_that_is_held_counts_by_its_posting_or_its_occupation_and_not_when_it_is_over(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.Security);
        var cleaning = await market.AddWelfarePostingAsync(PublicWelfareType.Cleaning);
        var spell = await market.AddSpellAsync(her, Channel.PublicWelfare);
        (await ReferAsync(county, market, cleaning, him, her)).Refused.Keys.ShouldBe([him, her], ignoreOrder: true);
        (await ReferAsync(county, market, market.PostingId, him)).Refused.ShouldBeEmpty("two plain ones may stand beside each other");

        await county.OnDbAsync(db => db.Set<EmploymentSpell>().Where(s => s.Id == spell).ExecuteUpdateAsync(set => set.SetProperty(s => s.End, county.Today.AddDays(-1))));
        (await ReferAsync(county, market, cleaning, him)).Refused.ShouldBeEmpty("it is over");

        await market.AddSpellAsync(her, Channel.PublicWelfare, occupation: 5_02_03_01);
        var plain = await market.AddWelfarePostingAsync(PublicWelfareType.EmploymentInformation);
        (await ReferAsync(county, market, plain, him)).Refused[him].Code.ShouldBe(Barred, "a ranger's household may have no other");
    }

    [Theory, OnEachDatabase]
    public async Task Neither_work_that_begins_nor_an_entry_of_the_ledger_makes_a_second_post(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.ForestRanger);
        var hired = await HireCandidateTests.Apply(county, her, market.PostingId);
        (await HireAsync(county, hired, market)).IsDone.ShouldBeTrue();
        var said = new SpellSaid { PersonId = him, Start = county.Today, Channel = Channel.PublicWelfare, Workplace = "镇政府", OccupationId = 4_09_08_01 };
        Task<Outcome<long>> EnterAsync(FactSource source) => county.UseAsync((StartSpell use) => use.RunAsync(new StartSpellRequest { Spell = said, Source = source }, default));
        (await EnterAsync(FactSource.Station)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Spell.HouseholdHasPost", "she has not begun, and is hired");
        (await EnterAsync(FactSource.Ledger)).IsDone.ShouldBeTrue("an older ledger is taken as it is");
        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == hired).Select(r => r.Version).SingleAsync());
        var begins = await county.InAsync(s => s.GetRequiredService<StartWork>().RunAsync(new StartWorkRequest(hired, version, 5, county.Today), default), Scope.OfSettlements([market.SettlementId]));
        begins.Refusals.ShouldHaveSingleItem().Code.ShouldBe(Barred);

        await county.OnDbAsync(db => db.Set<EmploymentSpell>().ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, her)));
        (await EnterAsync(FactSource.Station)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Spell.HouseholdHasPost");
    }

    [Theory, OnEachDatabase]
    public async Task A_post_that_is_to_begin_counts_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.ForestRanger);
        Task<Outcome<long>> EnterAsync(long who, DateOnly start) => county.UseAsync((StartSpell use) => use.RunAsync(new StartSpellRequest
        {
            Spell = new SpellSaid { PersonId = who, Start = start, Channel = Channel.PublicWelfare, Workplace = "镇政府", OccupationId = 4_09_08_01 },
            Source = FactSource.Station,
        }, default));
        (await EnterAsync(her, county.Today.AddDays(20))).IsDone.ShouldBeTrue();

        (await ReferAsync(county, market, market.PostingId, him)).Refused[him].Code.ShouldBe(Barred);
        (await EnterAsync(him, county.Today)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Spell.HouseholdHasPost");

        var coming = await county.OnDbAsync(db => db.Set<EmploymentSpell>().Select(s => new { s.Id, s.Version }).SingleAsync());
        Task<Outcome<bool>> TakeBackAsync(long spell, int version) => county.UseAsync((TakeBackSpell use) => use.RunAsync(new TakeBackSpellRequest(spell, version), default));
        (await TakeBackAsync(coming.Id, coming.Version + 1)).Refusals.ShouldBe([Refusal.ChangedMeanwhile]);
        (await TakeBackAsync(coming.Id, coming.Version)).IsDone.ShouldBeTrue();
        var begun = await EnterAsync(him, county.Today);
        begun.IsDone.ShouldBeTrue("hers came to nothing");
        (await TakeBackAsync(begun.Value, 0)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Spell.HasBegun");
    }

    [Theory, OnEachDatabase]
    public async Task Matching_knows_of_a_hire_that_has_not_begun_and_hears_when_it_comes_to_nothing(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, her, him) = await FamilyAsync(county, PublicWelfareType.ForestRanger);
        var hired = await HireCandidateTests.Apply(county, her, market.PostingId);
        (await PostOfAsync()).ShouldBe(WelfarePost.None);
        (await HeardAsync(() => HireAsync(county, hired, market))).ShouldBeTrue();
        (await PostOfAsync()).ShouldBe(WelfarePost.OnePerHousehold);

        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == hired).Select(r => r.Version).SingleAsync());
        (await HeardAsync(() => county.InAsync(s => s.GetRequiredService<DidNotShow>().RunAsync(new DidNotShowRequest(hired, version, 5), default), Scope.OfEmployer(market.EmployerId)))).ShouldBeTrue();
        (await PostOfAsync()).ShouldBe(WelfarePost.None);

        async Task<WelfarePost> PostOfAsync() => (await county.InAsync(s => s.GetRequiredService<WorkerProfileReader>().ReadAsync([him], 0, default))).ShouldHaveSingleItem().HouseholdPost;

        async Task<bool> HeardAsync(Func<Task<Outcome<bool>>> change)
        {
            var (household, before) = await county.OnDbAsync(async db => (await db.Set<Person>().Where(p => p.Id == him).Select(p => p.HouseholdId).SingleAsync(), await db.Set<ChangeEvent>().MaxAsync(e => e.Seq)));
            (await change()).IsDone.ShouldBeTrue();
            return await county.OnDbAsync(db => db.Set<ChangeEvent>().AnyAsync(e => e.Seq > before && e.Kind == ChangeKind.Household && e.EntityId == household));
        }
    }

    private static async Task<(Market Market, long Her, long Him)> FamilyAsync(TestCounty county, PublicWelfareType type)
    {
        var market = await Market.CreateAsync(county, vacancies: 3);
        await market.MakeWelfareAsync(market.PostingId, type);
        var her = await market.AddWorkerAsync();
        return (market, her, await market.AddRelativeAsync(her));
    }

    private static async Task<WorkersReferred> ReferAsync(TestCounty county, Market market, long posting, params long[] people) =>
        (await county.InAsync(s => s.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(posting, people, 3), default), Scope.OfSettlements([market.SettlementId]))).Value!;

    private static Task<Outcome<long>> ApplyAsync(TestCounty county, long person, long posting) =>
        county.InAsync(s => s.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(person, posting, 9), default), Scope.Herself(person, 0));

    private static Task<IReadOnlyList<RelativePutForward>> PutForwardAsync(TestCounty county, Market market, long posting, long person) => county.InAsync(
        async s => await s.GetRequiredService<HouseholdPostLimit>().PutForwardAsync(await s.GetRequiredService<JobMatchDbContext>().Set<Posting>().SingleAsync(p => p.Id == posting), [person], default),
        Scope.OfSettlements([market.SettlementId]));

    private static async Task<Outcome<bool>> HireAsync(TestCounty county, long referral, Market market)
    {
        var version = await county.OnDbAsync(db => db.Set<Referral>().Where(r => r.Id == referral).Select(r => r.Version).SingleAsync());
        return await county.InAsync(s => s.GetRequiredService<HireCandidate>().RunAsync(new HireCandidateRequest(referral, version, 5), default), Scope.OfEmployer(market.EmployerId));
    }
}
