using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Search.Embedded;
using JobMatch.Workers;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Asks Elasticsearch; when it does not answer whole and in time, or its index is behind because writes wait, the embedded index answers and says so.</summary>
internal sealed class PostingSearchWithFallback(ElasticsearchPostingSearch first, EmbeddedPostingSearch second, ElasticsearchState state) : IPostingSearch
{
    public async Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel) =>
        await state.TryAsync(() => first.SearchAsync(query, cancel)) ?? await second.SearchAsync(query, cancel) with { FromFallback = true };

    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<PostingQuery> queries, CancellationToken cancel) =>
        await state.TryAsync(() => first.CountAsync(queries, cancel)) ?? await second.CountAsync(queries, cancel);

    public async Task<IReadOnlyList<TitleSuggestion>> SuggestAsync(string typed, int most, CancellationToken cancel) =>
        await state.TryAsync(() => first.SuggestAsync(typed, most, cancel)) ?? await second.SuggestAsync(typed, most, cancel);
}

/// <inheritdoc cref="PostingSearchWithFallback"/>
internal sealed class WorkerSearchWithFallback(ElasticsearchWorkerSearch first, EmbeddedWorkerSearch second, ElasticsearchState state) : IWorkerSearch
{
    public async Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel) =>
        await state.TryAsync(() => first.SearchAsync(query, scope, cancel)) ?? await second.SearchAsync(query, scope, cancel) with { FromFallback = true };
}

internal static class Fallback
{
    /// <summary>Null when Elasticsearch has no answer that may be shown.</summary>
    public static async Task<T?> TryAsync<T>(this ElasticsearchState state, Func<Task<T>> search) where T : class
    {
        if (state.Waiting is not null || state.HasJustFailed) return null;
        try
        {
            var answer = await search();
            state.SearchWorked();
            return answer;
        }
        catch (Exception problem) when (problem is ElasticsearchUnavailableException or ElasticsearchRefusedException)
        {
            state.SearchFailed(problem.Message);
            return null;
        }
    }
}
