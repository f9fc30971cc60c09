using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JobMatch.Search;

public static class SearchSetup
{
    /// <summary>
    /// The embedded index in <c>DATA/index</c>: both searches, its writer, and the writer as a projection. With Elasticsearch its index
    /// comes as a second projection, and the searches ask it first; the writer of the configured engine is registered last.
    /// </summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, DataOptions data, SearchOptions? search = null, ElasticsearchOptions? elasticsearch = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<IndexFreshness>();
        services.AddSingleton(_ => new IndexFolder(Path.Combine(data.Folder, "index")));
        services.AddSingleton<EmbeddedIndexWriter>();
        services.AddSingleton<IIndexWriter>(provider => provider.GetRequiredService<EmbeddedIndexWriter>());
        services.AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<EmbeddedIndexWriter>());
        services.AddSingleton<EmbeddedPostingSearch>();
        services.AddSingleton<EmbeddedWorkerSearch>();
        if (search?.Engine != SearchEngine.Elasticsearch)
        {
            services.AddSingleton<IPostingSearch>(provider => provider.GetRequiredService<EmbeddedPostingSearch>());
            services.AddSingleton<IWorkerSearch>(provider => provider.GetRequiredService<EmbeddedWorkerSearch>());
            return services;
        }

        services.AddElasticsearch(elasticsearch ?? new ElasticsearchOptions());
        services.AddSingleton<IPostingSearch, PostingSearchWithFallback>();
        services.AddSingleton<IWorkerSearch, WorkerSearchWithFallback>();
        if (search.Candidates == FirstCutBy.Elasticsearch) services.AddSingleton<IFitCandidates, ElasticsearchFitCandidates>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ElasticsearchWatch>());
        return services;
    }

    /// <summary>The engine alone, without what answers in its place.</summary>
    internal static IServiceCollection AddElasticsearch(this IServiceCollection services, ElasticsearchOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ElasticsearchTransport>();
        services.AddSingleton<ElasticsearchClient>();
        services.AddSingleton<ElasticsearchState>();
        services.AddSingleton<SearchProbe>();
        services.AddSingleton<LiveIndexes>();
        services.AddSingleton<BuildCursors>();
        services.AddSingleton<RejectedDocuments>();
        services.AddSingleton<PairWriter>();
        services.AddSingleton<ElasticsearchIndexWriter>();
        services.AddSingleton<IIndexWriter>(provider => provider.GetRequiredService<ElasticsearchIndexWriter>());
        services.AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<ElasticsearchIndexWriter>());
        services.AddSingleton<ElasticsearchPostingSearch>();
        services.AddSingleton<ElasticsearchWorkerSearch>();
        services.AddSingleton<DocumentCounts>();
        services.AddSingleton<ElasticsearchWatch>();
        return services;
    }
}
