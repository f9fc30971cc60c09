using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fits;

public class KeepRankingTests
{
    private const string Pay = "Wage=Must";
    private const string Way = "Travel=Ignore&needFirst=true";

    [Theory, OnEachDatabase]
    public async Task What_is_kept_belongs_to_one_account_and_one_search(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (mine, hers, posting, person) = await PeopleAndPostingAsync(county);
        // A posting and a person of the same number are two searches.
        var (people, postings) = (RankedSearch.OfPosting(posting), RankedSearch.OfPerson(person));
        await KeepAsync(county, mine, people, Pay);
        await KeepAsync(county, mine, postings, Way);

        (await FindAsync(county, mine, people)).ShouldBe(Pay);
        (await FindAsync(county, mine, postings)).ShouldBe(Way);
        (await FindAsync(county, hers, people)).ShouldBeNull();
        (await FindAsync(county, mine, RankedSearch.OfPosting(person + posting))).ShouldBeNull();
        await KeepAsync(county, hers, people, null);
        (await FindAsync(county, mine, people)).ShouldBe(Pay, "nobody forgets anybody else's");
        await KeepAsync(county, mine, people, Way);
        (await FindAsync(county, mine, people)).ShouldBe(Way, "the last choice holds");
        await KeepAsync(county, mine, people, null);
        (await FindAsync(county, mine, people)).ShouldBeNull();
        (await FindAsync(county, mine, postings)).ShouldBe(Way);
    }

    [Theory, OnEachDatabase]
    public async Task Two_windows_that_choose_at_the_same_time_leave_one_choice(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (mine, _, posting, _) = await PeopleAndPostingAsync(county);
        var search = RankedSearch.OfPosting(posting);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => KeepAsync(county, mine, search, i % 2 == 0 ? Pay : Way)));
        (await CountAsync(county)).ShouldBe(1);
        (await FindAsync(county, mine, search)).ShouldBeOneOf(Pay, Way);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_not_used_for_ninety_days_is_forgotten_and_opening_counts_as_use(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (mine, _, posting, person) = await PeopleAndPostingAsync(county);
        await KeepAsync(county, mine, RankedSearch.OfPosting(posting), Pay);
        await KeepAsync(county, mine, RankedSearch.OfPerson(person), Way);
        county.Clock.Advance(TimeSpan.FromDays(60));
        (await FindAsync(county, mine, RankedSearch.OfPerson(person))).ShouldBe(Way);

        county.Clock.Advance(TimeSpan.FromDays(30));
        (await ForgetAsync(county)).ShouldBe(0, "the ninetieth day still counts");
        county.Clock.Advance(TimeSpan.FromDays(1));
        (await ForgetAsync(county)).ShouldBe(1);
        (await FindAsync(county, mine, RankedSearch.OfPosting(posting))).ShouldBeNull();
        (await FindAsync(county, mine, RankedSearch.OfPerson(person))).ShouldBe(Way);
    }

    [Theory, OnEachDatabase]
    public async Task It_goes_with_the_account_the_posting_and_the_person(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (mine, hers, posting, person) = await PeopleAndPostingAsync(county);
        await KeepAsync(county, mine, RankedSearch.OfPosting(posting), Pay);
        await KeepAsync(county, mine, RankedSearch.OfPerson(person), Pay);
        await KeepAsync(county, hers, RankedSearch.OfPosting(posting), Pay);

        await county.OnDbAsync(db => db.Set<Account>().Where(a => a.Id == hers).ExecuteDeleteAsync());
        (await CountAsync(county)).ShouldBe(2);
        await county.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == posting).ExecuteDeleteAsync());
        (await CountAsync(county)).ShouldBe(1);
        await county.OnDbAsync(db => db.Set<Person>().Where(p => p.Id == person).ExecuteDeleteAsync());
        (await CountAsync(county)).ShouldBe(0);
    }

    private static async Task<(long Mine, long Hers, long Posting, long Person)> PeopleAndPostingAsync(TestCounty county)
    {
        var market = await Market.CreateAsync(county);
        return (await AccountAsync("STATION.ONE"), await AccountAsync("STATION.TWO"), market.PostingId, await market.AddWorkerAsync());

        async Task<long> AccountAsync(string name) => (await county.AddAsync(new Account { UserName = name, NormalizedUserName = name })).Id;
    }

    private static Task KeepAsync(TestCounty county, long account, RankedSearch search, string? query) => county.InAsync(s => s.GetRequiredService<KeepRanking>().RunAsync(account, search, query, default));

    private static Task<string?> FindAsync(TestCounty county, long account, RankedSearch search) => county.InAsync(s => s.GetRequiredService<KeepRanking>().FindAsync(account, search, default));

    private static Task<int> ForgetAsync(TestCounty county) => county.InAsync(s => s.GetRequiredService<KeepRanking>().ForgetUnusedAsync(county.Today, default));

    private static Task<int> CountAsync(TestCounty county) => county.OnDbAsync(db => db.Set<KeptRanking>().CountAsync());
}
