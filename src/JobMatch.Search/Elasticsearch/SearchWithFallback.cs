using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Embedded;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Asks Elasticsearch; when it does not answer whole and in time, or its index is behind because writes wait, the embedded index answers and says so.</summary>
internal sealed class PostingSearchWithFallback(ElasticsearchPostingSearch first, EmbeddedPostingSearch second, SearchProbe probe) : IPostingSearch
{
    public async Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel) =>
        await probe.TryAsync(() => first.SearchAsync(query, cancel)) ?? await second.SearchAsync(query, cancel) with { FromFallback = true };

    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<PostingQuery> queries, CancellationToken cancel) =>
        await probe.TryAsync(() => first.CountAsync(queries, cancel)) ?? await second.CountAsync(queries, cancel);

    public async Task<IReadOnlyList<TitleSuggestion>> SuggestAsync(string typed, int most, CancellationToken cancel) =>
        await probe.TryAsync(() => first.SuggestAsync(typed, most, cancel)) ?? await second.SuggestAsync(typed, most, cancel);
}

/// <inheritdoc cref="PostingSearchWithFallback"/>
internal sealed class WorkerSearchWithFallback(ElasticsearchWorkerSearch first, EmbeddedWorkerSearch second, SearchProbe probe) : IWorkerSearch
{
    public async Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel) =>
        await probe.TryAsync(() => first.SearchAsync(query, scope, cancel)) ?? await second.SearchAsync(query, scope, cancel) with { FromFallback = true };
}

internal static class Fallback
{
    /// <summary>Null when Elasticsearch has no answer that may be shown.</summary>
    public static async Task<T?> TryAsync<T>(this SearchProbe probe, Func<Task<T>> search) where T : class
    {
        if (!probe.MayAsk()) return null;
        try
        {
            return await search();
        }
        catch (ElasticsearchUnavailableException problem)
        {
            probe.Failed(problem.Problem);
            return null;
        }
        catch (ElasticsearchRefusedException problem)
        {
            // The server answers, and not this question: the next request has it asked again at once.
            probe.Refused(problem.Problem);
            return null;
        }
    }
}
