using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Words;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Postings from the index file: words from its posting lists, everything else from columns in memory, so that a filter, a facet or an order
/// costs no look into the file. Only the texts of the page are read at the end.
/// </summary>
internal sealed class EmbeddedPostingSearch(IndexFolder folder, TimeProvider clock) : IPostingSearch
{
    /// <summary>Nobody turns that many pages; a page beyond is empty.</summary>
    private const int DeepestHit = 10_000;
    private const int LargestPage = 200;
    private const int MostSuggestions = 20;

    public Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Read((index, columns) => Search(index, columns, query), new PostingHits([], 0) { Facets = query.Facets is null ? null : PostingFacets.None }));
    }

    public Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<PostingQuery> queries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(queries);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<int>>(Read((index, columns) => queries.Select(query => Count(index, columns, query)).ToList(), [.. queries.Select(_ => 0)]));
    }

    public Task<IReadOnlyList<TitleSuggestion>> SuggestAsync(string typed, int most, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var expression = SearchExpression.OfSuggestions(SearchWords.Parse(typed, OccupationNames.OfCatalogue));
        return Task.FromResult<IReadOnlyList<TitleSuggestion>>(expression.IsEmpty ? [] : Read((index, columns) => Suggest(index, columns, expression, Math.Clamp(most, 1, MostSuggestions)), []));
    }

    private T Read<T>(Func<IndexConnection, PostingColumns, T> read, T none) where T : class => folder.Read(
        index =>
        {
            while (true)
            {
                // Null: somebody else has already read a newer state than this transaction sees; the next transaction sees it too.
                var result = index.InTransaction(writes: false, () => index.Memory.ColumnsFor(index) is { } columns ? read(index, columns) : null);
                if (result is not null) return result;
            }
        },
        none);

    private PostingHits Search(IndexConnection index, PostingColumns columns, PostingQuery query)
    {
        var words = AskedWords.Of(query);
        var matcher = new TermMatcher(index, columns);
        var tiers = words.Expression.IsEmpty ? [] : matcher.Tiers(words.Expression);
        var sort = PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty);
        var said = Said(matcher, words);
        var filter = new PostingFilter(query, Unwanted(matcher, words), said, columns, clock.Today());
        var preferred = new PreferredSlots(words.Favoured.Count == 0 ? null : matcher.All(words.Favoured), SlotSet.UnionOf(columns.Length, said.Select(s => s.Slots)), filter.Own);
        var order = new PostingOrder(columns, tiers, sort, query.Near, preferred);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var after = PageToken.Read(query.After, sort) is { } token ? order.Of(token) : (Candidate?)null;
        var skip = after is null ? (long)Math.Max(0, query.Page) * size : 0;

        var facets = query.Facets is null ? null : new FacetCounts(columns);
        var best = new BestHits(skip >= DeepestHit ? 0 : (int)skip + size + 1);
        var total = 0;
        foreach (var slot in tiers.Count == 0 && words.Expression.IsEmpty ? columns.Live : Matched(columns, tiers))
        {
            if (!filter.Holds(slot)) continue;
            var fails = filter.Fails(slot);
            facets?.Take(slot, fails);
            if (fails != FilterPart.None) continue;
            total++;
            var candidate = order.Of(slot);
            if (after is null || candidate.CompareTo(after.Value) > 0) best.Take(candidate);
        }

        var ranked = best.InOrder();
        var page = ranked.Skip((int)Math.Min(skip, int.MaxValue)).Take(size).ToList();
        return new PostingHits(Show(index, columns, page, words, order, query.Near), total)
        {
            Next = ranked.Count > skip + size ? order.TokenOf(page[^1]).ToString() : null,
            Facets = facets?.Counted(query.Facets!),
        };
    }

    /// <summary>Whatever is called or coded as one of the occupations that are not wanted.</summary>
    private static SlotSet? Unwanted(TermMatcher matcher, AskedWords words) => words.Unwanted.Count == 0 ? null
        : matcher.Any(new TermWord([.. words.Unwanted.SelectMany(word => word.Any)]));

    private static List<(SaidInstead For, SlotSet Slots)> Said(TermMatcher matcher, AskedWords words) => [.. words.Said.Select(said => (said.For, matcher.Any(said.Word)))];

    private static SlotSet Matched(PostingColumns columns, List<(RelevanceTier Tier, SlotSet Slots)> tiers) => tiers[^1].Slots.And(columns.Live);

    private int Count(IndexConnection index, PostingColumns columns, PostingQuery query)
    {
        var words = AskedWords.Of(query);
        var expression = words.Expression;
        var matcher = new TermMatcher(index, columns);
        var filter = new PostingFilter(query, Unwanted(matcher, words), Said(matcher, words), columns, clock.Today());
        var count = 0;
        foreach (var slot in expression.IsEmpty ? columns.Live : matcher.All(expression.Tiers[^1].Words).And(columns.Live))
            if (filter.Holds(slot) && filter.Fails(slot) == FilterPart.None) count++;
        return count;
    }

    private List<TitleSuggestion> Suggest(IndexConnection index, PostingColumns columns, SearchExpression expression, int most)
    {
        var suggested = new List<TitleSuggestion>();
        foreach (var tier in expression.Tiers)
        {
            suggested.AddRange(Titles(index, columns, tier).Where(t => suggested.All(s => s.Title != t.Title)).Take(most - suggested.Count).ToList());
            if (suggested.Count == most) break;
        }

        return suggested;
    }

    /// <summary>Titles of open postings with how many are called so, most first.</summary>
    private IEnumerable<TitleSuggestion> Titles(IndexConnection index, PostingColumns columns, TermTier tier)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var today = clock.Today().DayNumber;
        foreach (var slot in new TermMatcher(index, columns).All(tier.Words).And(columns.Live))
        {
            if (columns.Closes[slot] < today) continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, columns.Titles[slot], out _)++;
        }

        return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new TitleSuggestion(c.Key, c.Value));
    }

    private static List<PostingHit> Show(IndexConnection index, PostingColumns columns, List<Candidate> page, AskedWords words, PostingOrder order, GeoPoint? near)
    {
        if (page.Count == 0) return [];
        var texts = index.Rows(
            "select slot, title, employer, place, description from posting_texts where slot in (select value from json_each($slots))",
            r => (Slot: (int)r.GetInt64(0), Title: r.GetString(1), Employer: r.GetString(2), Place: r.GetString(3), Description: r.GetString(4)),
            ("$slots", JsonSerializer.Serialize(page.Select(c => c.Slot)))).ToDictionary(t => t.Slot);
        return [.. page.Select(hit =>
        {
            var text = texts[hit.Slot];
            var metres = near is { } from ? PostingOrder.Metres(columns, hit.Slot, from) : null;
            return new PostingHit(hit.Id, order.TierOf(hit.Slot), Highlight.Mark(text.Title, words.Marked), Highlight.Snippet([text.Description, $"{text.Employer} · {text.Place}"], words.Marked), metres);
        })];
    }
}
