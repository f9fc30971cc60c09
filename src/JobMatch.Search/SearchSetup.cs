using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Search.Embedded;
using JobMatch.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search;

public static class SearchSetup
{
    /// <summary>The embedded index in <c>DATA/index</c>: both searches, its writer, and the writer as a projection.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, DataOptions data)
    {
        ArgumentNullException.ThrowIfNull(data);
        services.AddSingleton<DocumentReader>();
        services.AddSingleton(_ => new IndexFolder(Path.Combine(data.Folder, "index")));
        services.AddSingleton<EmbeddedIndexWriter>();
        services.AddSingleton<IIndexWriter>(provider => provider.GetRequiredService<EmbeddedIndexWriter>());
        services.AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<EmbeddedIndexWriter>());
        services.AddSingleton<IPostingSearch, EmbeddedPostingSearch>();
        services.AddSingleton<IWorkerSearch, EmbeddedWorkerSearch>();
        return services;
    }
}
