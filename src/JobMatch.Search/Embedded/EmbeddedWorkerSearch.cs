using System.Text.Json;
using JobMatch.Asking;
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
        var words = SearchWords.OfWorkers(query.Words, OccupationNames.OfCatalogue);
        var expression = SearchExpression.OfWorkers(words);
        return Task.FromResult(folder.Read(index => index.InTransaction(writes: false, () => Search(index, query, Filters(query, within), expression, words)), none));
    }

    private static WorkerHits Search(IndexConnection index, WorkerQuery query, Filter filter, SearchExpression expression, SearchWords words)
    {
        // Tiers hold each other: the last is everything that matches, each before it raises some of that.
        var tiers = expression.Tiers.Select(t => (t.Tier, Match: MatchText.OfWorkers(t))).ToList();
        var from = tiers.Count == 0 ? ByFilters : ByWords;
        (string, object?)[] values = tiers.Count == 0 ? [.. filter.Values] : [("$match", tiers[^1].Match), .. filter.Values];
        var total = (int)(index.Number($"select count(*) from {from}{filter.Sql}", values) ?? 0);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var after = WorkerPageToken.Read(query.After);
        var skip = after is null ? (long)Math.Max(0, query.Page) * size : 0;
        if (skip >= Math.Min(total, DeepestHit)) return new WorkerHits([], total);
        var ranked = Ranked(index, tiers, filter, after, (int)skip + size + 1);
        var page = ranked.Skip((int)skip).Take(size).ToList();
        var texts = index.Rows("select id, text, wishes from workers where id in (select value from json_each($ids))", r => (Id: r.GetInt64(0), Text: r.GetString(1), Wishes: r.GetString(2)), ("$ids", JsonSerializer.Serialize(page.Select(h => h.Id))))
            .ToDictionary(t => t.Id);
        return new WorkerHits([.. page.Select(h => WorkerSnippet.Of(h.Id, h.Tier, h.Need, texts[h.Id].Text, texts[h.Id].Wishes, words))], total)
        {
            Next = ranked.Count > skip + size ? new WorkerPageToken((int)page[^1].Tier, (int)page[^1].Need, page[^1].Id).ToString() : null,
        };
    }

    private static List<(long Id, RelevanceTier Tier, WorkerNeed Need)> Ranked(IndexConnection index, List<(RelevanceTier Tier, string Match)> tiers, Filter filter, WorkerPageToken? after, int most)
    {
        var ranked = new List<(long Id, RelevanceTier Tier, WorkerNeed Need)>();
        for (var i = 0; i < Math.Max(1, tiers.Count) && ranked.Count < most; i++)
        {
            var tier = tiers.Count == 0 ? RelevanceTier.None : tiers[i].Tier;
            if (after is { } behind && (int)tier > behind.Tier) continue;
            var inTier = after is { } token && (int)tier == token.Tier
                ? filter.And(" and (w.need, w.id) > ($afterNeed, $afterId)", ("$afterNeed", (long)token.Need), ("$afterId", token.Id)) : filter;
            string? match = tiers.Count == 0 ? null : i == 0 ? tiers[0].Match : $"({tiers[i].Match}) NOT ({tiers[i - 1].Match})";
            (string, object?)[] asked = match is null ? [] : [("$match", match)];
            ranked.AddRange(index.Rows(
                $"select w.id, w.need from {(match is null ? ByFilters : ByWords)}{inTier.Sql} order by w.need, w.id limit $take",
                r => (r.GetInt64(0), tier, (WorkerNeed)r.GetInt64(1)), [.. asked, .. inTier.Values, ("$take", most - ranked.Count)]));
        }

        return ranked;
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
        filter = Any(filter, "$occupations", query.OccupationIds.Select(Tags.Occupation));
        filter = Any(filter, "$groups", query.Groups.Select(FitTags.Group));
        filter = Any(filter, "$schooling", query.Schooling.Select(FitTags.Schooling));
        filter = Any(filter, "$mandarin", query.Mandarin.Select(FitTags.Speaking));
        if (query.Born.IsAsked) filter = filter.And(" and w.born between $bornFrom and $bornTo", ("$bornFrom", (long)(query.Born.From ?? YearsOfBirth.Earliest)), ("$bornTo", (long)(query.Born.To ?? int.MaxValue)));
        if (query.Capacities.Count > 0)
            filter = filter.And(" and w.capacity in (select value from json_each($capacities))", ("$capacities", JsonSerializer.Serialize(query.Capacities.Select(c => (int)c))));
        if (query.Needs.Count > 0) filter = filter.And(" and w.need in (select value from json_each($needs))", ("$needs", JsonSerializer.Serialize(query.Needs.Select(n => (int)n))));
        if (query.WithCertificate) filter = filter.And(" and exists (select 1 from worker_tags t where t.id = w.id and t.tag glob $anyCertificate)", ("$anyCertificate", Tags.AnyCertificate));
        if (query.WithSkill) filter = filter.And(" and exists (select 1 from worker_tags t where t.id = w.id and t.tag glob $anySkill)", ("$anySkill", Tags.AnySkill));
        if (query.WithoutCertificate) filter = filter.And(" and not exists (select 1 from worker_tags t where t.id = w.id and t.tag glob $noCertificate)", ("$noCertificate", Tags.AnyCertificate));
        if (query.WithoutSkill) filter = filter.And(" and not exists (select 1 from worker_tags t where t.id = w.id and t.tag glob $noSkill)", ("$noSkill", Tags.AnySkill));
        if (query.WithoutWork is { } without) filter = filter.And(" and w.in_work = $work", ("$work", without ? 0L : 1L));
        filter = WishTags.Asked(query.Wishes).Select((tags, i) => (tags, i)).Aggregate(filter, (all, wish) => Any(all, $"$wish{wish.i}", wish.tags));
        if (query.Wishes.AsksFloor) filter = filter.And(" and w.floor between $floorFrom and $floorTo", ("$floorFrom", query.Wishes.FloorFromFen ?? 0), ("$floorTo", query.Wishes.FloorToFen ?? long.MaxValue));
        filter = FitTags.Limits(query.Limits).Select((tags, i) => (tags, i)).Aggregate(filter, (all, limit) => Any(all, $"$limit{limit.i}", limit.tags));
        filter = RecordNumbers.Asked(query).Select((ranges, i) => (ranges, i)).Aggregate(filter, (all, asked) => Within(all, $"$record{asked.i}", asked.ranges));
        if (query.SettlementIds.Count > 0) filter = filter.And(" and w.settlement in (select value from json_each($settlements))", ("$settlements", JsonSerializer.Serialize(query.SettlementIds)));
        return query.SettlementId is { } settlement ? filter.And(" and w.settlement = $settlement", ("$settlement", settlement)) : filter;
    }

    private static Filter Any(Filter filter, string name, IEnumerable<string> tags) => tags.ToList() is not { Count: > 0 } any ? filter
        : filter.And($" and exists (select 1 from worker_tags t where t.id = w.id and t.tag in (select value from json_each({name})))", (name, JsonSerializer.Serialize(any)));

    private static Filter Within(Filter filter, string name, RecordRanges ranges)
    {
        var within = string.Join(" or ", ranges.AnyOf.Select((_, i) => $"r.record between {name}From{i} and {name}To{i}"));
        return filter.And($" and {(ranges.IsNone ? "not " : "")}exists (select 1 from worker_records r where r.id = w.id and ({within}))", [.. ranges.AnyOf.SelectMany((range, i) => new (string, object?)[] { ($"{name}From{i}", range.From), ($"{name}To{i}", range.To) })]);
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

/// <summary>Conditions in constant SQL and their values.</summary>
internal sealed record Filter(string Sql, IReadOnlyList<(string Name, object? Value)> Values)
{
    public Filter And(string sql, params (string Name, object? Value)[] values) => new(Sql + sql, [.. Values, .. values]);
}
