using System.Globalization;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Postings from Elasticsearch: the page, its total and the facets in one call. Throws when there is no whole answer in time.</summary>
internal sealed class ElasticsearchPostingSearch(ElasticsearchClient client, ElasticsearchOptions options, TimeProvider clock) : IPostingSearch
{
    private const int MostSuggestions = 20;
    private readonly string _index = new IndexNames(options.Prefix).Postings;

    public async Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = AskedWords.Of(query);
        var sort = PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty);
        return Answer(await client.SearchAsync<PostingSource>(_index, Request(query, words, sort), cancel), query, words, sort);
    }

    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<PostingQuery> queries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0) return [];
        var counts = (await client.SearchAsync<PostingSource>(_index, Counts(queries), cancel)).Aggregations!["counts"].ByName();
        return [.. queries.Select((_, i) => counts[i.ToString(CultureInfo.InvariantCulture)])];
    }

    public async Task<IReadOnlyList<TitleSuggestion>> SuggestAsync(string typed, int most, CancellationToken cancel)
    {
        var expression = SearchExpression.OfSuggestions(SearchWords.Parse(typed, OccupationNames.OfCatalogue));
        most = Math.Clamp(most, 1, MostSuggestions);
        var suggested = new List<TitleSuggestion>();
        foreach (var tier in expression.Tiers)
        {
            // What the better tier has found may be found again.
            var response = await client.SearchAsync<PostingSource>(_index, Suggestions(tier, most + suggested.Count), cancel);
            var titles = response.Aggregations!["titles"].ByTerm().Select(t => new TitleSuggestion(t.Key, t.Value));
            suggested.AddRange(titles.Where(t => suggested.All(s => s.Title != t.Title)).Take(most - suggested.Count).ToList());
            if (suggested.Count == most) break;
        }

        return suggested;
    }

    internal SearchRequest Request(PostingQuery query, AskedWords words, PostingSort sort)
    {
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var after = PageToken.Read(query.After, sort);
        var skip = after is null ? (long)Math.Max(0, query.Page) * size : 0;
        // One more than the page, to know whether there is a next one; none at all beyond the deepest hit.
        var beyond = skip >= IndexLayout.DeepestHit;
        return new PostingRequest(query, words, clock.Today()).Search(query, sort, after, beyond ? 0 : (int)skip, beyond ? 0 : size + 1);
    }

    internal static PostingHits Answer(SearchResponse<PostingSource> response, PostingQuery query, AskedWords words, PostingSort sort)
    {
        var size = Math.Clamp(query.PageSize, 1, IndexLayout.LargestPage);
        var page = response.Hits.Page.Take(size).ToList();
        return new PostingHits([.. page.Select(hit => Show(hit, words, query.Near))], response.Hits.Total!.Value)
        {
            Next = response.Hits.Page.Count > size ? TokenOf(page[^1], sort, query.Near).ToString() : null,
            Facets = query.Facets is null ? null : PostingRequest.Read(response.Aggregations!),
        };
    }

    internal SearchRequest Counts(IReadOnlyList<PostingQuery> queries) => new()
    {
        Size = 0,
        Aggs = new Dictionary<string, Aggregation>
        {
            ["counts"] = new()
            {
                Filters = new FiltersAggregation(queries.Select((q, i) => (q, i)).ToDictionary(
                    c => c.i.ToString(CultureInfo.InvariantCulture), c => new PostingRequest(c.q, AskedWords.Of(c.q), clock.Today()).Matching)),
            },
        },
    };

    internal SearchRequest Suggestions(TermTier tier, int most) => new()
    {
        Query = new PostingRequest(new SearchExpression([tier]), clock.Today()).Matching,
        Size = 0,
        Aggs = new Dictionary<string, Aggregation> { ["titles"] = new() { Terms = new TermsAggregation("title_whole", most) } },
    };

    private static PageToken TokenOf(Hit<PostingSource> hit, PostingSort sort, GeoPoint? near)
    {
        var source = hit.Source!;
        var key = sort switch
        {
            PostingSort.Relevance => (long)hit.Score!.Value,
            PostingSort.Pay => source.Hourly,
            PostingSort.Nearest => Away(source, near!.Value),
            PostingSort.PaidNearby => PageToken.OfPaidNearby(source.Hourly, Away(source, near!.Value)),
            _ => 0,
        };
        return new PageToken(sort, key, source.Published, IdOf(hit));
    }

    private static long Away(PostingSource source, GeoPoint near) => source.Places.Contains(PostingEntry.HomeTag) ? -1 : source.MetresFrom(near) ?? PageToken.Far;

    private static PostingHit Show(Hit<PostingSource> hit, AskedWords words, GeoPoint? near)
    {
        var shown = hit.Source!.Shown;
        return new PostingHit(
            IdOf(hit), words.Expression.IsEmpty ? RelevanceTier.None : (RelevanceTier)((int)hit.Score!.Value / PostingRequest.ScoreOfTier), Highlight.Mark(shown.Title, words.Marked),
            Highlight.Snippet([shown.Description, $"{shown.Employer} · {shown.Place}"], words.Marked), near is { } from ? hit.Source.MetresFrom(from) : null);
    }

    private static long IdOf(Hit<PostingSource> hit) => long.Parse(hit.Id, CultureInfo.InvariantCulture);
}
