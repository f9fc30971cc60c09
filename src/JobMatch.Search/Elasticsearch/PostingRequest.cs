using System.Globalization;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Regions;
using JobMatch.Search.Embedded;
using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// A question about postings as queries: what holds whatever facet is asked, and the parts that facets take away one at a time.
/// </summary>
internal sealed class PostingRequest
{
    /// <summary>What a tier is worth: a favoured title is worth four more, what says in words what is asked two more, and what is in the place asked, not only perhaps, one more.</summary>
    public const int ScoreOfTier = 8;

    private readonly List<Query> _always;
    private readonly Dictionary<Part, List<Query>> _parts = [];
    private readonly SearchExpression _expression;
    private readonly IReadOnlyList<TermWord> _favoured;
    private readonly IReadOnlyList<(SaidInstead For, TermWord Word)> _said = [];

    public PostingRequest(PostingQuery query, AskedWords words, DateOnly today)
        : this(words.Expression, today)
    {
        (_favoured, _said) = (words.Favoured, words.Said);
        if (words.Unwanted.Count > 0) _always.Add(Query.None([.. words.Unwanted.Select(word => TermQueries.Any(word, TermQueries.OfPostings))]));
        if (query.PublishedFrom is { } from) _always.Add(Query.From("published", ChinaDay.StartsAt(from).Ticks));
        if (query.OccupationIds.Count > 0) _always.Add(Query.IsAny("occupations", query.OccupationIds.Select(id => (long)id)));
        if (query.CertificateKindIds.Count > 0) _always.Add(Query.IsAny("certificates", query.CertificateKindIds.Select(id => (long)id)));
        if (query.Age is { } age) _always.AddRange([Query.In("age_from", 0, age + 1), Query.From("age_to", age)]);
        if (query.Schooling is { } schooling) _always.Add(Query.In("education", 0, (long)schooling + 1));
        if (query.HoursTo is { } hours) _always.Add(Query.In("minutes", 0, Math.Min((hours * 60) + 1, PostingDocument.NoMinutes)));
        if (query.NotRegions.Count > 0) _always.Add(Query.None([Query.IsAny("places", query.NotRegions.Select(Tags.Region))]));
        if (query.Kinds.Count > 0) Add(Part.Kind, OrSaid(Query.IsAny("kind", query.Kinds.Select(k => (long)k)), said => said.Kind is { } kind && query.Kinds.Contains(kind)));
        if (query.Shifts.Count > 0) Add(Part.Shift, Query.IsAny("shift", query.Shifts.Select(s => (long)s)));
        foreach (var need in PostingEntry.Flags(query.Needs)) Add(Part.Needs, OrSaid(Query.Is("offers", need), said => said.Kind is null && ((int)said.Need & need) != 0));
        var end = query.PayIsGuaranteed ? "_least" : "";
        if (query.MonthlyFromFen is { } monthly) Add(Part.Pay, Query.From("monthly" + end, monthly));
        if (query.DailyFromFen is { } daily) Add(Part.Pay, Query.From("daily" + end, daily));
        if (query.HourlyFromFen is { } hourly) Add(Part.Pay, Query.From("hourly" + end, hourly));
        if (query.MonthlyToFen is { } month) Add(Part.Pay, Query.In("monthly_least", 0, month + 1));
        if (query.DailyToFen is { } day) Add(Part.Pay, Query.In("daily_least", 0, day + 1));
        if (query.HourlyToFen is { } hour) Add(Part.Pay, Query.In("hourly_least", 0, hour + 1));
        if (query.AtHomeOnly) Add(Part.Place, AtHome);
        if (query.Places.Count > 0) Add(Part.Place, Query.IsAny("places", query.Places.SelectMany(TagsIn).Distinct()));
    }

    /// <summary>Nothing but an expression, of what is still open.</summary>
    public PostingRequest(SearchExpression expression, DateOnly today) => (_expression, _favoured, _always) = (expression, [], [Query.From("closes", today.DayNumber)]);

    private enum Part
    {
        None,
        Kind,
        Place,
        Pay,
        Shift,
        Needs,
    }

    private static Query AtHome { get; } = Query.Is("places", PostingEntry.HomeTag);

    /// <summary>What matches, without a score.</summary>
    public Query Matching => Query.All([.. _always, .. Without(Part.None), .. Words()]);

    /// <summary>With facets the parts come after them, so that each facet sees the matches without its own part.</summary>
    public SearchRequest Search(PostingQuery query, PostingSort sort, PageToken? after, int skip, int size)
    {
        List<Query> filter = query.Facets is null ? [.. _always, .. Without(Part.None)] : _always;
        return new SearchRequest
        {
            Query = new Query { Bool = new BoolQuery { Filter = filter, Must = _expression.IsEmpty ? null : [TermQueries.Ranked(_expression, TermQueries.OfPostings, ScoreOfTier)], Should = sort == PostingSort.Relevance ? Preferred(query) : null } },
            PostFilter = query.Facets is null || _parts.Count == 0 ? null : Query.All(Without(Part.None)),
            Aggs = query.Facets is null ? null : Facets(query.Facets),
            Sort = Order(sort, query.Near),
            SearchAfter = after is { } token ? (sort == PostingSort.Newest ? [token.PublishedTicks, token.Id] : [token.Key, token.PublishedTicks, token.Id]) : null,
            From = skip,
            Size = size,
            TrackTotalHits = true,
            TrackScores = _expression.IsEmpty || sort == PostingSort.Relevance ? null : true,
            Source = SourceFields.Posting,
        };
    }

    public static PostingFacets Read(IReadOnlyDictionary<string, AggregationResult> facets) => new()
    {
        Kinds = Terms(facets["kinds"]).ToDictionary(c => (PostingKind)c.Number, c => c.Count),
        Shifts = Terms(facets["shifts"]).ToDictionary(c => (Shift)c.Number, c => c.Count),
        Needs = Terms(facets["needs"]).ToDictionary(c => (PostingNeeds)c.Number, c => c.Count),
        PayFrom = Named(facets["pay"], "from "),
        Regions = Named(facets["places"], "region "),
        Settlements = Named(facets["places"], "settlement "),
        AtHome = facets["places"].By!.ByName()["home"],
    };

    private Dictionary<string, Aggregation> Facets(FacetRequest request)
    {
        var places = new Dictionary<string, Query> { ["home"] = AtHome };
        foreach (var region in request.Regions) places[Name("region ", region)] = In(new PlaceAsked(region));
        foreach (var settlement in request.Settlements) places[Name("settlement ", settlement)] = In(PlaceAsked.Settlement(settlement));
        var bands = PayBands.From.Select((from, i) => (from, below: i + 1 < PayBands.From.Count ? PayBands.From[i + 1] : (long?)null));
        return new()
        {
            ["kinds"] = Facet(Part.Kind, new Aggregation { Terms = new TermsAggregation("kind", 50) }),
            ["shifts"] = Facet(Part.Shift, new Aggregation { Terms = new TermsAggregation("shift", 50) }),
            // Needs are added to those chosen, so that none of them is taken away.
            ["needs"] = Facet(Part.None, new Aggregation { Terms = new TermsAggregation("offers", 50) }),
            ["pay"] = Facet(Part.Pay, new Aggregation { Filters = new FiltersAggregation(bands.ToDictionary(b => Name("from ", b.from), b => Query.In("monthly", b.from, b.below))) }),
            ["places"] = Facet(Part.Place, new Aggregation { Filters = new FiltersAggregation(places) }),
        };
    }

    private Aggregation Facet(Part own, Aggregation by) => new() { Filter = Query.All(Without(own)), Aggs = new Dictionary<string, Aggregation> { ["by"] = by } };

    private List<Query> Words() => _expression.IsEmpty ? [] : [TermQueries.Matching(_expression, TermQueries.OfPostings)];

    private List<Query> Without(Part part) => [.. _parts.Where(p => p.Key != part).SelectMany(p => p.Value)];

    private void Add(Part part, Query query)
    {
        if (!_parts.TryGetValue(part, out var queries)) _parts[part] = queries = [];
        queries.Add(query);
    }

    /// <summary>As the fields have it, or as the posting says in words.</summary>
    private Query OrSaid(Query holds, Func<SaidInstead, bool> stands) =>
        _said.Where(said => stands(said.For)).Select(said => TermQueries.Any(said.Word, TermQueries.OfPostings)).ToList() is { Count: > 0 } says ? Query.Any([holds, .. says]) : holds;

    /// <summary>What is said to be in the place asked comes before what may be anywhere in its county.</summary>
    private List<Query>? Preferred(PostingQuery query) => !query.HasPreference ? null :
    [
        .. _favoured.Select(word => Query.Worth(TermQueries.Any(word, TermQueries.OfPostings), 4)),
        .. _said.Count == 0 ? Array.Empty<Query>() : [Query.Worth(Query.Any([.. _said.Select(said => TermQueries.Any(said.Word, TermQueries.OfPostings))]), 2)],
        .. !query.PrefersPlace ? Array.Empty<Query>() : [Query.Worth(Query.IsAny("places", query.Places.SelectMany(TagsItself).Distinct()), 1)],
    ];

    private static Query In(PlaceAsked place) => Query.IsAny("places", TagsIn(place));

    /// <summary>There, or perhaps there because it is anywhere in the county, or at home.</summary>
    private static IEnumerable<string> TagsIn(PlaceAsked place) => place.ThereOnly ? TagsItself(place)
        : TagsItself(place).Concat(place.SettlementId is { } settlement ? [Tags.CountyOf(settlement)] : Region.Upwards(place.RegionCode!.Value).Select(Tags.WholeCounty));

    /// <summary>What is said to be there; at home is everywhere, but for a place that somebody would go to.</summary>
    private static IEnumerable<string> TagsItself(PlaceAsked place)
    {
        IEnumerable<string> there = place.SettlementId is { } settlement ? [Tags.Settlement(settlement)] : Region.Upwards(place.RegionCode!.Value).Select(Tags.EveryVillage).Append(Tags.Region(place.RegionCode.Value));
        return place.ThereOnly ? there : there.Append(PostingEntry.HomeTag);
    }

    private static List<Sort> Order(PostingSort sort, GeoPoint? near)
    {
        List<Sort> newest = [Sort.Down("published"), Sort.Down("id")];
        return sort switch
        {
            PostingSort.Relevance => [Sort.Down("_score"), .. newest],
            PostingSort.Pay => [Sort.Down("hourly"), .. newest],
            PostingSort.Nearest => [PackedPosition.Nearest(near!.Value), .. newest],
            PostingSort.PaidNearby => [PackedPosition.PaidNearby(near!.Value), .. newest],
            _ => newest,
        };
    }

    private static IEnumerable<(int Number, int Count)> Terms(AggregationResult facet) => facet.By!.ByTerm().Select(t => (int.Parse(t.Key, CultureInfo.InvariantCulture), t.Value));

    private static Dictionary<long, int> Named(AggregationResult facet, string kind) => facet.By!.ByName()
        .Where(n => n.Value > 0 && n.Key.StartsWith(kind, StringComparison.Ordinal)).ToDictionary(n => long.Parse(n.Key[kind.Length..], CultureInfo.InvariantCulture), n => n.Value);

    private static string Name(string kind, long value) => string.Create(CultureInfo.InvariantCulture, $"{kind}{value}");
}
