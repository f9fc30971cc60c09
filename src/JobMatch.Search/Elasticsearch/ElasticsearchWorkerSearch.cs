using System.Globalization;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Words;
using JobMatch.Workers;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Workers from Elasticsearch, within the scope that the caller passes: the index itself would show everybody to anybody.</summary>
internal sealed class ElasticsearchWorkerSearch(ElasticsearchClient client, ElasticsearchOptions options) : IWorkerSearch
{
    private readonly string _index = new IndexNames(options.Prefix).Workers;

    public async Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        if (Within(scope) is not { } within) return new WorkerHits([], 0);
        var words = SearchWords.OfWorkers(query.Words, OccupationNames.OfCatalogue);
        var expression = SearchExpression.OfWorkers(words);
        var response = await client.SearchAsync<WorkerSource>(_index, Request(query, within, expression), cancel);
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var page = response.Hits.Page.Take(size).Select(hit => WorkerSnippet.Of(
            long.Parse(hit.Id, CultureInfo.InvariantCulture), expression.IsEmpty ? RelevanceTier.None : (RelevanceTier)(int)hit.Score!.Value, hit.Source!.Need, hit.Source.Shown.Text, hit.Source.Shown.Wishes, words)).ToList();
        return new WorkerHits(page, response.Hits.Total!.Value)
        {
            Next = response.Hits.Page.Count > size ? new WorkerPageToken((int)page[^1].Tier, (int)page[^1].Need, page[^1].Id).ToString() : null,
        };
    }

    internal static SearchRequest Request(WorkerQuery query, IReadOnlyList<Query> within, SearchExpression expression)
    {
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var after = WorkerPageToken.Read(query.After);
        var skip = after is null ? (long)Math.Max(0, query.Page) * size : 0;
        var beyond = skip >= IndexLayout.DeepestHit;
        return new SearchRequest
        {
            Query = new Query { Bool = new BoolQuery { Must = expression.IsEmpty ? null : [TermQueries.Ranked(expression, TermQueries.OfWorkers)], Filter = Filters(query, within) } },
            Sort = expression.IsEmpty ? [Sort.Up("need"), Sort.Up("id")] : [Sort.Down("_score"), Sort.Up("need"), Sort.Up("id")],
            SearchAfter = after is not { } token ? null : expression.IsEmpty ? [token.Need, token.Id] : [token.Tier, token.Need, token.Id],
            From = beyond ? 0 : (int)skip,
            Size = beyond ? 0 : size + 1,
            TrackTotalHits = true,
            Source = SourceFields.Worker,
        };
    }

    /// <summary>Null when the scope sees no worker at all. Employers see candidates through their postings, never by search.</summary>
    internal static IReadOnlyList<Query>? Within(Scope scope) => scope.Kind switch
    {
        ScopeKind.System => [],
        ScopeKind.Settlements when scope.SettlementIds.Length > 0 => [Query.IsAny("settlement", scope.SettlementIds)],
        ScopeKind.Herself => [Query.In("id", scope.PersonId, scope.PersonId + 1)],
        _ => null,
    };

    private static List<Query> Filters(WorkerQuery query, IReadOnlyList<Query> within)
    {
        var filters = new List<Query>(within);
        filters.AddRange(query.SkillIds.Distinct().Select(id => Query.Is("skills", id)));
        filters.AddRange(query.CertificateKindIds.Distinct().Select(id => Query.Is("certificates", id)));
        filters.AddRange(query.TrainingKindIds.Distinct().Select(id => Query.Is("trainings", id)));
        if (query.OccupationIds.Count > 0) filters.Add(Query.IsAny("occupations", query.OccupationIds.Select(id => (long)id)));
        if (query.Groups.Count > 0) filters.Add(Query.IsAny("fit", query.Groups.Select(FitTags.Group)));
        if (query.Schooling.Count > 0) filters.Add(Query.IsAny("fit", query.Schooling.Select(FitTags.Schooling)));
        if (query.Mandarin.Count > 0) filters.Add(Query.IsAny("fit", query.Mandarin.Select(FitTags.Speaking)));
        if (query.Born.IsAsked) filters.Add(Query.In("born", query.Born.From ?? YearsOfBirth.Earliest, query.Born.To + 1));
        if (query.Capacities.Count > 0) filters.Add(Query.IsAny("capacity", query.Capacities.Select(c => (long)c)));
        if (query.Needs.Count > 0) filters.Add(Query.IsAny("need", query.Needs.Select(n => (long)n)));
        if (query.WithCertificate) filters.Add(Query.Has("certificates"));
        if (query.WithSkill) filters.Add(Query.Has("skills"));
        if (query.WithoutCertificate) filters.Add(Query.None([Query.Has("certificates")]));
        if (query.WithoutSkill) filters.Add(Query.None([Query.Has("skills")]));
        if (query.WithoutWork is { } without) filters.Add(Query.Is("in_work", without ? "false" : "true"));
        filters.AddRange(WishTags.Asked(query.Wishes).Select(tags => Query.IsAny("wished", tags)));
        if (query.Wishes.AsksFloor) filters.Add(Query.In("floor", query.Wishes.FloorFromFen ?? 0, query.Wishes.FloorToFen + 1));
        filters.AddRange(FitTags.Limits(query.Limits).Select(tags => Query.IsAny("fit", tags)));
        filters.AddRange(RecordNumbers.Asked(query).Select(Within));
        if (query.SettlementIds.Count > 0) filters.Add(Query.IsAny("settlement", query.SettlementIds));
        if (query.SettlementId is { } settlement) filters.Add(Query.Is("settlement", settlement));
        return filters;
    }

    private static Query Within(RecordRanges ranges)
    {
        IReadOnlyList<Query> within = [.. ranges.AnyOf.Select(range => Query.In("records", range.From, range.To + 1))];
        return ranges.IsNone ? Query.None(within) : Query.Any(within);
    }
}
