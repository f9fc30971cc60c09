using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Seed;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Seed;

[Trait("Pace", "slow")]
public class SeedCountyTests
{
    [Theory, OnEachDatabase]
    public async Task A_tiny_county_is_loaded_with_everything_in_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        (await SeedCounty.IsLoadedAsync(county.Services, default)).ShouldBeFalse();
        var loaded = await SeedCounty.LoadAsync(county.Services, SeedSize.Tiny, 1, county.Today, null, default);

        loaded.ShouldBe(new LoadedCounty(SeedSize.Tiny, 1, county.Today, WasThere: false));
        (await SeedCounty.IsLoadedAsync(county.Services, default)).ShouldBeTrue();
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Settlement>().CountAsync()).ShouldBe(2);
            (await db.Set<Household>().CountAsync()).ShouldBe(40);
            (await db.Set<Employer>().CountAsync()).ShouldBe(8);
            (await db.Set<Posting>().CountAsync()).ShouldBe(30);
            (await db.Set<Worker>().CountAsync()).ShouldBeGreaterThan(80);
            (await db.Set<EmploymentSpell>().CountAsync()).ShouldBeGreaterThan(80);
            (await db.Set<TrainingRecord>().CountAsync()).ShouldBeGreaterThan(10);
            (await db.Set<JobMatch.Cases.Case>().CountAsync()).ShouldBeGreaterThan(0);
            (await db.Set<Referral>().CountAsync()).ShouldBeGreaterThan(10);
            (await db.Set<ReferralMove>().CountAsync()).ShouldBeGreaterThan(20);
            (await db.Set<Household>().CountAsync(h => !h.Members.Any())).ShouldBe(0);
            var ahead = await db.Set<Fair>().Where(f => f.On >= county.Today).ToListAsync();
            ahead.Count.ShouldBe(2);
            (await db.Set<Fair>().CountAsync(f => f.On < county.Today)).ShouldBe(1);
            var open = await db.Set<Posting>().Where(p => p.State == PostingState.Published).Select(p => p.Id).ToListAsync();
            foreach (var fair in ahead)
            {
                fair.PostingIds.Count.ShouldBeGreaterThan(3);
                fair.PostingIds.Except(open).ShouldBeEmpty();
                fair.Invited.SettlementIds.ShouldContain(fair.SettlementId);
            }
        });
    }

    [Theory, OnEachDatabase]
    public async Task What_was_taken_is_what_was_hired(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await SeedCounty.LoadAsync(county.Services, SeedSize.Tiny, 3, county.Today, null, default);
        await county.OnDbAsync(async db =>
        {
            var hired = await db.Set<Referral>().Where(r => r.State == ReferralState.Hired || r.State == ReferralState.Started).ToListAsync();
            var taken = await db.Set<Quota>().Where(q => q.Taken > 0).ToDictionaryAsync(q => q.Id, q => q.Taken);
            taken.Values.Sum().ShouldBe(hired.Count);
            hired.GroupBy(h => h.QuotaId!.Value).ShouldAllBe(g => taken[g.Key] == g.Count());
            hired.Select(h => h.PersonId).ShouldBeUnique();
            var begun = hired.Where(h => h.State == ReferralState.Started).Select(h => (h.PersonId, h.PostingId)).ToList();
            var spells = await db.Set<EmploymentSpell>().Where(s => s.PostingId != null).Select(s => new { s.PersonId, s.PostingId }).ToListAsync();
            spells.Select(s => (s.PersonId, s.PostingId!.Value)).ShouldBe(begun, ignoreOrder: true);
        });
    }

    [Theory, OnEachDatabase]
    public async Task A_second_load_changes_nothing(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await SeedCounty.LoadAsync(county.Services, SeedSize.Tiny, 1, county.Today, null, default);
        var before = await EventsAsync(county);
        var again = await SeedCounty.LoadAsync(county.Services, SeedSize.Demo, 2, county.Today.AddDays(3), null, default);
        again.ShouldBe(new LoadedCounty(SeedSize.Tiny, 1, county.Today, WasThere: true));
        (await EventsAsync(county)).ShouldBe(before);
    }

    [Theory]
    [InlineData("postings")]
    [InlineData("households")]
    [InlineData("referrals")]
    public async Task A_load_cut_off_goes_on_with_the_day_and_seed_it_was_begun_with(string at)
    {
        await using var whole = await TestCounty.CreateAsync();
        await SeedCounty.LoadAsync(whole.Services, SeedSize.Tiny, 5, whole.Today, null, default);
        await using var cut = await TestCounty.CreateAsync();
        using var stop = new CancellationTokenSource();
        var progress = new CutAt(at, stop);
        await Should.ThrowAsync<OperationCanceledException>(() => SeedCounty.LoadAsync(cut.Services, SeedSize.Tiny, 5, cut.Today, progress, stop.Token));
        (await SeedCounty.IsLoadedAsync(cut.Services, default)).ShouldBeFalse();

        var resumed = await SeedCounty.LoadAsync(cut.Services, SeedSize.Demo, 6, cut.Today.AddDays(1), null, default);

        resumed.ShouldBe(new LoadedCounty(SeedSize.Tiny, 5, cut.Today, WasThere: false));
        (await RowsAsync(cut)).ShouldBe(await RowsAsync(whole));
    }

    [Fact]
    public async Task A_county_of_its_own_is_never_mixed_with_the_demo()
    {
        await using var county = await TestCounty.CreateAsync();
        await county.AddAsync(Some.Settlement());
        await Should.ThrowAsync<InvalidOperationException>(() => SeedCounty.LoadAsync(county.Services, SeedSize.Tiny, 1, county.Today, null, default));
    }

    [Theory, OnEachDatabase]
    public async Task Demo_accounts_can_sign_in_and_see_what_they_should(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await SeedCounty.LoadAsync(county.Services, SeedSize.Tiny, 1, county.Today, null, default);
        await county.InAsync(async services =>
        {
            var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            var scopes = services.GetRequiredService<AccountScopeView>();
            foreach (var demo in DemoAccounts.All)
            {
                var account = (await users.FindByNameAsync(demo.UserName)).ShouldNotBeNull();
                (await users.CheckPasswordAsync(account, DemoAccounts.Password)).ShouldBeTrue();
                (await scopes.ReadAsync(account.Id, demo.Role, null, default)).ShouldNotBe(Scope.Nobody, demo.UserName);
            }

            var people = services.GetRequiredService<PeopleOfPhoneView>();
            foreach (var phone in DemoAccounts.ResidentPhones) (await people.ReadAsync(phone, default)).ShouldNotBeEmpty();
            (await people.ReadAsync(DemoAccounts.ResidentPhones[2], default)).Count.ShouldBeGreaterThan(1);
        });
    }

    private static Task<long> EventsAsync(TestCounty county) => county.OnDbAsync(db => db.Set<ChangeEvent>().MaxAsync(e => e.Seq));

    private static Task<string> RowsAsync(TestCounty county) => county.OnDbAsync(async db =>
    {
        var people = await db.Set<Person>().OrderBy(p => p.Id).Select(p => $"{p.Id} {p.HouseholdId} {p.Name} {p.BirthDate} {p.SettlementId}").ToListAsync();
        var spells = await db.Set<EmploymentSpell>().OrderBy(p => p.Id).Select(s => $"{s.PersonId} {s.Start} {s.End} {s.Workplace} {s.PostingId}").ToListAsync();
        var referrals = await db.Set<Referral>().OrderBy(p => p.Id).Select(r => $"{r.PersonId} {r.PostingId} {r.QuotaId} {r.State}").ToListAsync();
        var postings = await db.Set<Posting>().OrderBy(p => p.Id).Select(p => $"{p.Id} {p.EmployerId} {p.Title} {p.State}").ToListAsync();
        var fairs = await db.Set<Fair>().OrderBy(f => f.Id).ToListAsync();
        return string.Join('\n', people.Concat(spells).Concat(referrals).Concat(postings).Concat(fairs.Select(f => $"{f.Name} {f.On} {f.Place} {string.Join(',', f.PostingIds)} {string.Join(',', f.Invited.SettlementIds)}")));
    });

    /// <summary>Cuts the load off in the middle, like a process that is killed between two blocks.</summary>
    private sealed class CutAt(string step, CancellationTokenSource stop) : IProgress<(string Step, long Done, long Total)>
    {
        public void Report((string Step, long Done, long Total) value)
        {
            if (value.Step == step && value.Done == 0) stop.Cancel();
        }
    }
}
