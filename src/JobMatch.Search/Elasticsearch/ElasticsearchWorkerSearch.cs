using System.Globalization;
using JobMatch.Data;
using JobMatch.Search.Words;
using JobMatch.Workers;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Workers from Elasticsearch, within the scope that the caller passes: the index itself would show everybody to anybody.</summary>
internal sealed class ElasticsearchWorkerSearch(ElasticsearchClient client, ElasticsearchOptions options) : IWorkerSearch
{
    private readonly string _index = new IndexNames(options.Prefix).Workers;
    private readonly string _timeout = string.Create(CultureInfo.InvariantCulture, $"{options.SearchTimeout}ms");

    public async Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        if (Within(scope) is not { } within) return new WorkerHits([], 0);
        var words = SearchWords.Parse(query.Words, OccupationNames.OfCatalogue);
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var skip = (long)Math.Max(0, query.Page) * size;
        var beyond = skip >= IndexLayout.DeepestHit;
        var response = await client.SearchAsync<WorkerSource>(_index, Request(query, within, words, (int)(beyond ? 0 : skip), beyond ? 0 : size), cancel);
        var page = response.Hits.Page.Select(hit => new WorkerHit(long.Parse(hit.Id, CultureInfo.InvariantCulture), hit.Score ?? 0, Highlight.Snippet([hit.Source!.Shown.Text], words)));
        return new WorkerHits([.. page], response.Hits.Total!.Value);
    }

    internal SearchRequest Request(WorkerQuery query, IReadOnlyList<Query> within, SearchWords words, int skip, int size) => new()
    {
        Query = new Query { Bool = new BoolQuery { Must = words.IsEmpty ? null : [WordQueries.Worker(words)], Filter = Filters(query, within) } },
        Sort = [new Dictionary<string, SortOrder> { ["_score"] = SortOrder.Down }, new Dictionary<string, SortOrder> { ["id"] = SortOrder.Up }],
        From = skip,
        Size = size,
        TrackTotalHits = true,
        Source = SourceFields.Shown,
        Timeout = _timeout,
    };

    /// <summary>Null when the scope sees no worker at all. Employers see candidates through their postings, never by search.</summary>
    internal static IReadOnlyList<Query>? Within(Scope scope) => scope.Kind switch
    {
        ScopeKind.System => [],
        ScopeKind.Settlements when scope.SettlementIds.Length > 0 => [Query.IsAny("settlement", scope.SettlementIds)],
        ScopeKind.Herself => [Query.Between("id", scope.PersonId - 1, scope.PersonId)],
        _ => null,
    };

    private static List<Query> Filters(WorkerQuery query, IReadOnlyList<Query> within)
    {
        var filters = new List<Query>(within);
        filters.AddRange(query.SkillIds.Distinct().Select(id => Query.Is("skills", id)));
        filters.AddRange(query.CertificateKindIds.Distinct().Select(id => Query.Is("certificates", id)));
        filters.AddRange(query.TrainingKindIds.Distinct().Select(id => Query.Is("trainings", id)));
        if (query.OccupationIds.Count > 0) filters.Add(Query.IsAny("occupations", query.OccupationIds.Select(id => (long)id)));
        if (query.Capacities.Count > 0) filters.Add(Query.IsAny("capacity", query.Capacities.Select(c => (long)c)));
        if (query.WithoutWork is { } without) filters.Add(Query.Is("in_work", without ? "false" : "true"));
        if (query.SettlementId is { } settlement) filters.Add(Query.Is("settlement", settlement));
        return filters;
    }
}
