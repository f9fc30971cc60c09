using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Elasticsearch as the product wires it, with the embedded index behind it; short times, so that a test sees them run out.</summary>
public sealed class ElasticsearchWithFallback : ISearchEngine
{
    /// <summary>Of the test that runs: where its server is.</summary>
    internal static AsyncLocal<string?> Addresses { get; } = new();

    public void Add(IServiceCollection services, DataOptions data) => services.AddSearch(data, new SearchOptions { Engine = SearchEngine.Elasticsearch }, OptionsFor(data, Addresses.Value!));

    public Task SettleAsync(IServiceProvider services)
    {
        var options = services.GetRequiredService<ElasticsearchOptions>();
        return services.GetRequiredService<ElasticsearchClient>().RefreshAsync($"{options.Prefix}-postings,{options.Prefix}-workers", CancellationToken.None);
    }

    public Task LosePostingAsync(IServiceProvider services, long id) => throw new NotSupportedException();

    public Task FalsifyPostingAsync(IServiceProvider services, long id) => throw new NotSupportedException();

    public Task EditShownAsync(IServiceProvider services, long id) => throw new NotSupportedException();

    public Task EditFilteredAsync(IServiceProvider services, long id) => throw new NotSupportedException();

    public Task PlantOrphanAsync(IServiceProvider services, long id) => throw new NotSupportedException();

    internal static ElasticsearchOptions OptionsFor(DataOptions data, string addresses) => new()
    {
        Addresses = addresses, Prefix = ElasticsearchEngine.PrefixOf(data), SearchTimeout = 5_000, WriteTimeout = 20_000, Pause = 1_000,
    };
}
