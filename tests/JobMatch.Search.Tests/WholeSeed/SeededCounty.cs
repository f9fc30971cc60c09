using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Tests.Elasticsearch;
using JobMatch.Seed;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace JobMatch.Search.Tests.WholeSeed;

/// <summary>
/// The whole demo county (some 3,000 households) in the embedded index, in the pool and, where the tests were given a server, in Elasticsearch: loaded once for all tests that only read.
/// </summary>
public sealed class SeededCounty : IAsyncLifetime
{
    public const string Collection = "whole seed";

    public TestCounty County { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        County = await TestCounty.CreateAsync(more: services =>
        {
            var data = (DataOptions)services.Single(s => s.ServiceType == typeof(DataOptions)).ImplementationInstance!;
            services.RemoveAll<IChangeConsumer>();
            services.AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<PoolProjection>());
            if (TestServers.Shared is { } server)
                services.AddSearch(
                    data, new SearchOptions { Engine = SearchEngine.Elasticsearch, Candidates = FirstCutBy.Elasticsearch },
                    new ElasticsearchOptions { Addresses = server, Prefix = ElasticsearchEngine.PrefixOf(data), SearchTimeout = 20_000 });
            else services.AddSearch(data);
            services.AddProjections();
        });
        await SeedCounty.LoadAsync(County.Services, SeedSize.Demo, 1, County.Today, null, CancellationToken.None);
        await County.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        if (TestServers.Shared is not null) await County.Services.GetRequiredService<ElasticsearchClient>().RefreshAsync($"{Prefix}-postings,{Prefix}-workers", CancellationToken.None);
    }

    public string Prefix => County.Services.GetRequiredService<ElasticsearchOptions>().Prefix;

    public async Task DisposeAsync()
    {
        if (TestServers.Shared is { } server)
        {
            using var raw = new RawServer(server);
            await raw.SendAsync(HttpMethod.Delete, $"{Prefix}-postings-v*,{Prefix}-workers-v*");
        }

        await County.DisposeAsync();
    }
}

[CollectionDefinition(SeededCounty.Collection)]
public sealed class SeededCountyCollection : ICollectionFixture<SeededCounty>;
