using System.Globalization;
using System.Text.Json.Serialization;

namespace JobMatch.Search.Elasticsearch;

/// <summary>One query of the server's language: exactly one property is set; made by the methods below.</summary>
internal sealed record Query
{
    public BoolQuery? Bool { get; init; }

    public IReadOnlyDictionary<string, TermValue>? Term { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Terms { get; init; }

    public IReadOnlyDictionary<string, Bounds>? Range { get; init; }

    public IReadOnlyDictionary<string, PhraseValue>? MatchPhrase { get; init; }

    public IReadOnlyDictionary<string, PhraseStart>? MatchPhrasePrefix { get; init; }

    public IReadOnlyDictionary<string, TermValue>? Prefix { get; init; }

    public ExistsQuery? Exists { get; init; }

    public ConstantScoreQuery? ConstantScore { get; init; }

    public NoOptions? MatchAll { get; init; }

    public NoOptions? MatchNone { get; init; }

    public DisMaxQuery? DisMax { get; init; }

    public FunctionScoreQuery? FunctionScore { get; init; }

    public GeoDistanceQuery? GeoDistance { get; init; }

    public static Query Everything { get; } = new() { MatchAll = new NoOptions() };

    public static Query Nothing { get; } = new() { MatchNone = new NoOptions() };

    public static Query Is(string field, long value) => Is(field, value.ToString(CultureInfo.InvariantCulture));

    public static Query Is(string field, string value) => new() { Term = One(field, new TermValue(value)) };

    public static Query IsAny(string field, IEnumerable<string> values) => new() { Terms = One<IReadOnlyList<string>>(field, [.. values]) };

    public static Query IsAny(string field, IEnumerable<long> values) => IsAny(field, values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Any value at all.</summary>
    public static Query Has(string field) => new() { Exists = new ExistsQuery(field) };

    public static Query From(string field, long least) => new() { Range = One(field, new Bounds { Gte = least }) };

    public static Query Between(string field, long after, long upTo) => new() { Range = One(field, new Bounds { Gt = after, Lte = upTo }) };

    public static Query In(string field, long from, long? below) => new() { Range = One(field, new Bounds { Gte = from, Lt = below }) };

    public static Query Near(string field, double latitude, double longitude, int metres) => new()
    {
        GeoDistance = new GeoDistanceQuery(string.Create(CultureInfo.InvariantCulture, $"{metres}m")) { Field = new() { [field] = new GeoPointDegrees(latitude, longitude) } },
    };

    public static Query StartsWith(string field, string start) => new() { Prefix = One(field, new TermValue(start)) };

    public static Query HasPhrase(string field, string terms) => new() { MatchPhrase = One(field, new PhraseValue(terms)) };

    /// <summary>A phrase whose last term is only a beginning.</summary>
    public static Query HasPhraseStart(string field, string terms) => new() { MatchPhrasePrefix = One(field, new PhraseStart(terms)) };

    /// <summary>All of them hold; no score. None at all holds everywhere.</summary>
    public static Query All(IReadOnlyList<Query> queries) => queries.Count == 0 ? Everything : queries.Count == 1 ? queries[0] : new Query { Bool = new BoolQuery { Filter = queries } };

    public static Query None(IReadOnlyList<Query> queries) => new() { Bool = new BoolQuery { MustNot = queries } };

    public static Query Any(IReadOnlyList<Query> queries) => queries.Count == 1 ? queries[0] : new Query { Bool = new BoolQuery { Should = queries, MinimumShouldMatch = 1 } };

    /// <summary>Worth so much for whoever passes, whatever its own score.</summary>
    public static Query Worth(Query filter, double boost) => new() { ConstantScore = new ConstantScoreQuery(filter, boost) };

    private static Dictionary<string, T> One<T>(string field, T value) => new() { [field] = value };
}

internal sealed record BoolQuery
{
    public IReadOnlyList<Query>? Must { get; init; }

    public IReadOnlyList<Query>? Filter { get; init; }

    public IReadOnlyList<Query>? Should { get; init; }

    public IReadOnlyList<Query>? MustNot { get; init; }

    public int? MinimumShouldMatch { get; init; }
}

internal sealed record TermValue(string Value);

internal sealed record ExistsQuery(string Field);

/// <summary>The best score of the queries that match.</summary>
internal sealed record DisMaxQuery(IReadOnlyList<Query> Queries);

internal sealed record Bounds
{
    public long? Gt { get; init; }

    public long? Gte { get; init; }

    public long? Lt { get; init; }

    public long? Lte { get; init; }
}

internal sealed record PhraseValue(string Query);

internal sealed record PhraseStart(string Query)
{
    public int MaxExpansions { get; init; } = 10_000;
}

internal sealed record ConstantScoreQuery(Query Filter, double Boost);

/// <summary>Within so far of a point.</summary>
internal sealed record GeoDistanceQuery(string Distance)
{
    [JsonExtensionData]
    public Dictionary<string, object>? Field { get; init; }
}

/// <summary>The functions that apply, added up.</summary>
internal sealed record FunctionScoreQuery
{
    public required Query Query { get; init; }

    public required IReadOnlyList<ScoreFunction> Functions { get; init; }

    public string ScoreMode { get; init; } = "sum";

    /// <summary>How the sum and the query's own score come together.</summary>
    public required string BoostMode { get; init; }
}

internal sealed record ScoreFunction
{
    public Query? Filter { get; init; }

    public required double Weight { get; init; }

    /// <summary>1 within the offset of the origin, then falling in a line.</summary>
    public IReadOnlyDictionary<string, Decay>? Linear { get; init; }
}

/// <summary>At a distance of offset + scale from the origin the value is <paramref name="Falling"/>.</summary>
internal sealed record Decay(double Origin, double Offset, double Scale, [property: JsonPropertyName("decay")] double Falling);

/// <summary>Names of fields that a query of this program may name; a test sends each.</summary>
internal static class SourceFields
{
    public static IReadOnlyList<string> Posting { get; } = ["shown", "published", "hourly", "places", "positions"];

    public static IReadOnlyList<string> Worker { get; } = ["shown", "need"];
}
