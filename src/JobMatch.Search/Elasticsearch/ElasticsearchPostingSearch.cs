using System.Globalization;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Search.Embedded;
using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Postings from Elasticsearch: the page, its total and the counts in one call. Throws when there is no whole answer in time.</summary>
internal sealed class ElasticsearchPostingSearch(ElasticsearchClient client, ElasticsearchOptions options, TimeProvider clock) : IPostingSearch
{
    private const string Kinds = "kinds";
    private readonly string _index = new IndexNames(options.Prefix).Postings;
    private readonly string _timeout = string.Create(CultureInfo.InvariantCulture, $"{options.SearchTimeout}ms");

    public async Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = SearchWords.Parse(query.Words, OccupationNames.OfCatalogue);
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var skip = (long)Math.Max(0, query.Page) * size;
        var beyond = skip >= IndexLayout.DeepestHit;
        var response = await client.SearchAsync<PostingSource>(_index, Request(query, words, (int)(beyond ? 0 : skip), beyond ? 0 : size), cancel);
        return new PostingHits([.. response.Hits.Page.Select(hit => Show(hit, words))], response.Hits.Total!.Value)
        {
            ByKind = response.Aggregations![Kinds].ByTerm().ToDictionary(k => (PostingKind)int.Parse(k.Key, CultureInfo.InvariantCulture), k => k.Value),
        };
    }

    internal SearchRequest Request(PostingQuery query, SearchWords words, int skip, int size)
    {
        var filters = Filters(query);
        var ranked = !words.IsEmpty && query.Sort == PostingSort.Relevance;
        return new SearchRequest
        {
            Query = ranked ? WordQueries.Posting(words, filters) : new Query { Bool = new BoolQuery { Filter = words.IsEmpty ? filters : [.. filters, WordQueries.Anywhere(words)] } },
            // The counts by kind must not see the kinds chosen.
            PostFilter = query.Kinds.Count == 0 ? null : Query.IsAny("kind", query.Kinds.Select(k => (long)k)),
            Aggs = new Dictionary<string, Aggregation> { [Kinds] = new() { Terms = new TermsAggregation("kind", 50) } },
            Sort = Order(ranked, query.Sort),
            From = skip,
            Size = size,
            TrackTotalHits = true,
            Source = SourceFields.Shown,
            Timeout = _timeout,
        };
    }

    private static Dictionary<string, SortOrder>[] Order(bool ranked, PostingSort sort)
    {
        Dictionary<string, SortOrder>[] newest = [new() { ["published"] = SortOrder.Down }, new() { ["id"] = SortOrder.Down }];
        return ranked ? [new() { ["_score"] = SortOrder.Down }, .. newest]
            : sort == PostingSort.Pay ? [new() { ["pay"] = SortOrder.DownUnknownLast }, .. newest]
            : newest;
    }

    private List<Query> Filters(PostingQuery query)
    {
        var filters = new List<Query> { Query.From("closes", clock.Today().DayNumber) };
        if (query.AtHomeOnly) filters.Add(Query.Is("places", PostingEntry.HomeTag));
        if (query.RegionCode is { } region)
            filters.Add(Query.IsAny("places", [Tags.Region(region), .. RegionCodes.Upwards(region).Select(Tags.EveryVillage), PostingEntry.HomeTag]));
        if (query.SettlementId is { } settlement) filters.Add(Query.IsAny("places", [Tags.Settlement(settlement), PostingEntry.HomeTag]));
        if (query.OccupationIds.Count > 0) filters.Add(Query.IsAny("occupations", query.OccupationIds.Select(id => (long)id)));
        if (query.MonthlyFromFen is { } monthly) filters.Add(Query.From("monthly", monthly));
        if (query.HourlyFromFen is { } hourly) filters.Add(Query.From("hourly", hourly));
        if (query.Shifts.Count > 0) filters.Add(Query.IsAny("shift", query.Shifts.Select(s => (long)s)));
        filters.AddRange(PostingEntry.Flags(query.Needs).Select(need => Query.Is("offers", need)));
        if (query.PublishedFrom is { } from) filters.Add(Query.From("published", ChinaDay.StartsAt(from).Ticks));
        return filters;
    }

    private static PostingHit Show(Hit<PostingSource> hit, SearchWords words)
    {
        var shown = hit.Source!.Shown;
        return new PostingHit(
            long.Parse(hit.Id, CultureInfo.InvariantCulture), hit.Score ?? 0, Highlight.Mark(shown.Title, words),
            Highlight.Snippet([shown.Description, $"{shown.Employer} · {shown.Place}"], words));
    }
}
