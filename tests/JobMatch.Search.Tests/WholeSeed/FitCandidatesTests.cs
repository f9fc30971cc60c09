using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Tests.Elasticsearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.WholeSeed;

/// <summary>The first cut by the server, over the demo county: who is ranked is whom the pool ranks by looking at everybody, and when the server cannot, the pool does.</summary>
[NeedsElasticsearch, Trait("Pace", "slow"), Collection(SeededCounty.Collection)]
public sealed class FitCandidatesTests(SeededCounty seeded)
{
    private const int Postings = 40;

    private IServiceProvider Services => seeded.County.Services;

    private FitPool Pool => Services.GetRequiredService<FitPool>();

    private ElasticsearchState State => Services.GetRequiredService<ElasticsearchState>();

    [Fact]
    public async Task The_product_asks_the_server_first()
    {
        Services.GetRequiredService<IFitCandidates>().ShouldBeOfType<ElasticsearchFitCandidates>();
        // An index of the right shape without anybody in it: whoever were named would come from somewhere else.
        var options = Options("nobody");
        using var transport = new ElasticsearchTransport(options);
        var live = new LiveIndexes(new ElasticsearchClient(transport), options);
        var pair = await live.CreateAsync(default);
        try
        {
            await live.SwapAsync(pair, default);
            var ranking = await Candidates(transport, options, State).BestWorkersAsync((await PostingsAsync())[0], Query(SettlementSet.All), default);
            ranking!.Best.ShouldBeEmpty();
        }
        finally
        {
            await live.DropAsync(pair, default);
        }
    }

    [Fact]
    public async Task It_ranks_as_the_pool_does()
    {
        var named = 0;
        foreach (var posting in await PostingsAsync())
            foreach (var query in new[] { Query(SettlementSet.All), Query(SettlementSet.All) with { NeedFirst = true, Seekers = Seekers.WillingAndUnemployed, K = 20 } })
            {
                var ranking = (await RankAsync(posting, query))!;
                ranking.Best.ShouldBe(Pool.BestWorkers(posting, query)!.Best, $"posting {posting}");
                named += ranking.Best.Count;
            }

        named.ShouldBeGreaterThan(1_000);
        State.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task It_names_nobody_outside_the_scope_and_counts_them()
    {
        var homes = await seeded.County.OnDbAsync(db => db.Set<Person>().Select(p => new { p.Id, p.SettlementId }).ToDictionaryAsync(p => p.Id, p => p.SettlementId));
        var mine = homes.Values.Distinct().Order().Take(2).ToList();
        var scope = SettlementSet.Of(mine.Select(s => (int)s));
        var (inside, outside) = (0, 0);
        foreach (var posting in (await PostingsAsync()).Take(15))
        {
            var ranking = (await RankAsync(posting, Query(scope)))!;
            ranking.Best.ShouldBe(Pool.BestWorkers(posting, Query(scope))!.Best, $"posting {posting}");
            ranking.Best.ShouldAllBe(fit => mine.Contains(homes[fit.Id]));
            (inside, outside) = (inside + ranking.Best.Count, outside + ranking.EligibleOutside);
        }

        inside.ShouldBeGreaterThan(100);
        outside.ShouldBeGreaterThan(100);
        (await RankAsync((await PostingsAsync())[0], Query(SettlementSet.None)))!.Best.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whom_a_query_leaves_out_is_not_named()
    {
        var posting = await PopularAsync();
        var first = (await RankAsync(posting, Query(SettlementSet.All)))!.Best;
        var excluded = first.Take(10).Select(fit => fit.Id).ToHashSet();
        var query = Query(SettlementSet.All) with { Excluded = excluded };
        var ranking = (await RankAsync(posting, query))!;
        ranking.Best.Select(fit => fit.Id).Intersect(excluded).ShouldBeEmpty();
        ranking.Best.ShouldBe(Pool.BestWorkers(posting, query)!.Best);
    }

    [Fact]
    public async Task A_posting_that_is_not_public_has_no_ranking() => (await RankAsync(long.MaxValue, Query(SettlementSet.All))).ShouldBeNull();

    [Fact]
    public async Task Without_the_server_the_pool_answers_and_it_is_said_why()
    {
        var options = new ElasticsearchOptions { Addresses = "http://127.0.0.1:9", Prefix = "nowhere", SearchTimeout = 1_000 };
        using var transport = new ElasticsearchTransport(options);
        await PoolAnswersAsync(transport, options);
    }

    [Fact]
    public async Task When_the_server_refuses_the_question_the_pool_answers()
    {
        // An index that lacks the fields: the sort names what it does not have.
        var options = Options("foreign");
        using var server = new RawServer(TestServers.Shared!);
        await server.SendAsync(HttpMethod.Put, $"{options.Prefix}-workers-v1", $$$"""{"aliases":{"{{{options.Prefix}}}-workers":{} } }""");
        try
        {
            using var transport = new ElasticsearchTransport(options);
            await PoolAnswersAsync(transport, options);
        }
        finally
        {
            await server.SendAsync(HttpMethod.Delete, $"{options.Prefix}-workers-v1");
        }
    }

    [Fact]
    public async Task While_writes_wait_the_pool_answers()
    {
        var state = new ElasticsearchState(TimeProvider.System, NullLogger<ElasticsearchState>.Instance);
        state.WritesWait(new IndexProblem(IndexFault.NoAnswer, "read-only"));
        var (posting, query) = (await PopularAsync(), Query(SettlementSet.All));
        var options = Services.GetRequiredService<ElasticsearchOptions>();
        var ranking = await Candidates(Services.GetRequiredService<ElasticsearchTransport>(), options, state).BestWorkersAsync(posting, query, default);
        // The pool counts exactly; a cut counts some whom a gate then stops.
        ranking.ShouldBeEquivalentTo(Pool.BestWorkers(posting, query));
    }

    private async Task PoolAnswersAsync(ElasticsearchTransport transport, ElasticsearchOptions options)
    {
        var state = new ElasticsearchState(TimeProvider.System, NullLogger<ElasticsearchState>.Instance);
        var (posting, query) = (await PopularAsync(), Query(SettlementSet.All));
        var ranking = await Candidates(transport, options, state).BestWorkersAsync(posting, query, default);
        ranking!.Best.Count.ShouldBe(query.K);
        ranking.ShouldBeEquivalentTo(Pool.BestWorkers(posting, query));
        state.Problem.ShouldNotBeNull();
    }

    private ElasticsearchOptions Options(string name) => new() { Addresses = TestServers.Shared!, Prefix = $"{seeded.Prefix}-{name}", SearchTimeout = 20_000 };

    private ElasticsearchFitCandidates Candidates(ElasticsearchTransport transport, ElasticsearchOptions options, ElasticsearchState state)
    {
        var client = new ElasticsearchClient(transport);
        return new(client, options, new SearchProbe(client, state, options), Pool, Services.GetRequiredService<FitOptions>(), Services.GetRequiredService<IServiceScopeFactory>());
    }

    private Task<Ranking?> RankAsync(long posting, RankQuery query) => Services.GetRequiredService<IFitCandidates>().BestWorkersAsync(posting, query, CancellationToken.None);

    private RankQuery Query(SettlementSet scope) => new() { On = seeded.County.Today, K = 50, Scope = scope };

    /// <summary>Public postings spread over the county.</summary>
    private Task<List<long>> PostingsAsync() => seeded.County.OnDbAsync(async db =>
    {
        var ids = await db.Set<Posting>().Where(p => p.State == PostingState.Published).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        return ids.Where((_, i) => i % Math.Max(1, ids.Count / Postings) == 0).Take(Postings).ToList();
    });

    /// <summary>One that many pass.</summary>
    private async Task<long> PopularAsync() => (await PostingsAsync()).MaxBy(id => Pool.BestWorkers(id, Query(SettlementSet.All))?.EligibleInScope ?? 0);
}
