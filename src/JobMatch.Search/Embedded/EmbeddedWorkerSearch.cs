using System.Text.Json;
using JobMatch.Data;
using JobMatch.Search.Words;
using JobMatch.Workers;

namespace JobMatch.Search.Embedded;

/// <summary>Workers from the index file, within the scope that the caller passes: the index itself would show everybody to anybody.</summary>
internal sealed class EmbeddedWorkerSearch(IndexFolder folder) : IWorkerSearch
{
    private const int DeepestHit = 10_000;
    private const int LargestPage = 200;
    private const string ByWords = "worker_words cross join workers w on w.id = worker_words.rowid where worker_words match $match";
    private const string ByFilters = "workers w where true";

    public Task<WorkerHits> SearchAsync(WorkerQuery query, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        cancel.ThrowIfCancellationRequested();
        var none = new WorkerHits([], 0);
        if (Within(scope) is not { } within) return Task.FromResult(none);
        var words = SearchWords.Parse(query.Words, OccupationNames.OfCatalogue);
        return Task.FromResult(folder.Read(index => index.InTransaction(writes: false, () => Search(index, query, Filters(query, within), words)), none));
    }

    private static WorkerHits Search(IndexConnection index, WorkerQuery query, Filter filter, SearchWords words)
    {
        var from = words.IsEmpty ? ByFilters : ByWords;
        (string, object?)[] values = words.IsEmpty ? [.. filter.Values] : [("$match", MatchExpression.Worker(words)), .. filter.Values];
        var total = (int)(index.Number($"select count(*) from {from}{filter.Sql}", values) ?? 0);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var skip = (long)Math.Max(0, query.Page) * size;
        if (skip >= Math.Min(total, DeepestHit)) return new WorkerHits([], total);
        var score = words.IsEmpty ? "0.0" : "bm25(worker_words, 4.0, 1.0)";
        var page = index.Rows(
            $"select w.id, {score} as score, w.text from {from}{filter.Sql} order by score, w.id limit $take offset $skip",
            r => new WorkerHit(r.GetInt64(0), -r.GetDouble(1), Highlight.Snippet([r.GetString(2)], words)), [.. values, ("$take", size), ("$skip", (int)skip)]);
        return new WorkerHits(page, total);
    }

    /// <summary>Null when the scope sees no worker at all. Employers see candidates through their postings, never by search.</summary>
    private static Filter? Within(Scope scope) => scope.Kind switch
    {
        ScopeKind.System => new Filter("", []),
        ScopeKind.Settlements when scope.SettlementIds.Length > 0 =>
            new Filter(" and w.settlement in (select value from json_each($scope))", [("$scope", JsonSerializer.Serialize(scope.SettlementIds.AsEnumerable()))]),
        ScopeKind.Herself => new Filter(" and w.id = $person", [("$person", scope.PersonId)]),
        _ => null,
    };

    private static Filter Filters(WorkerQuery query, Filter filter)
    {
        filter = All(filter, "$skill", query.SkillIds.Select(Tags.Skill));
        filter = All(filter, "$certificate", query.CertificateKindIds.Select(Tags.Certificate));
        filter = All(filter, "$training", query.TrainingKindIds.Select(Tags.Training));
        if (query.OccupationIds.Count > 0)
            filter = filter.And(
                " and exists (select 1 from worker_tags t where t.id = w.id and t.tag in (select value from json_each($occupations)))",
                ("$occupations", JsonSerializer.Serialize(query.OccupationIds.Select(Tags.Occupation))));
        if (query.Capacities.Count > 0)
            filter = filter.And(" and w.capacity in (select value from json_each($capacities))", ("$capacities", JsonSerializer.Serialize(query.Capacities.Select(c => (int)c))));
        if (query.WithoutWork is { } without) filter = filter.And(" and w.in_work = $work", ("$work", without ? 0L : 1L));
        return query.SettlementId is { } settlement ? filter.And(" and w.settlement = $settlement", ("$settlement", settlement)) : filter;
    }

    private static Filter All(Filter filter, string name, IEnumerable<string> tags)
    {
        var number = 0;
        foreach (var tag in tags.Distinct(StringComparer.Ordinal))
        {
            var parameter = $"{name}{number++}";
            filter = filter.And($" and exists (select 1 from worker_tags t where t.id = w.id and t.tag = {parameter})", (parameter, tag));
        }

        return filter;
    }
}
