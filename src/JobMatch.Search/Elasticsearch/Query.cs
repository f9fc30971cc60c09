using System.Globalization;

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

    public ConstantScoreQuery? ConstantScore { get; init; }

    public NoOptions? MatchAll { get; init; }

    public FunctionScoreQuery? FunctionScore { get; init; }

    public static Query Everything { get; } = new() { MatchAll = new NoOptions() };

    public static Query Is(string field, long value) => Is(field, value.ToString(CultureInfo.InvariantCulture));

    public static Query Is(string field, string value) => new() { Term = One(field, new TermValue(value)) };

    public static Query IsAny(string field, IEnumerable<string> values) => new() { Terms = One<IReadOnlyList<string>>(field, [.. values]) };

    public static Query IsAny(string field, IEnumerable<long> values) => IsAny(field, values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    public static Query From(string field, long least) => new() { Range = One(field, new Bounds { Gte = least }) };

    public static Query Between(string field, long after, long upTo) => new() { Range = One(field, new Bounds { Gt = after, Lte = upTo }) };

    public static Query HasTerm(string field, string term, double? boost = null) => new() { Term = One(field, new TermValue(term, boost)) };

    public static Query HasTermFrom(string field, string start, double? boost = null) => new() { Prefix = One(field, new TermValue(start, boost)) };

    public static Query HasPhrase(string field, string terms, double? boost = null) => new() { MatchPhrase = One(field, new PhraseValue(terms, boost)) };

    /// <summary>A phrase whose last term is only a beginning.</summary>
    public static Query HasPhraseFrom(string field, string terms, double? boost = null) => new() { MatchPhrasePrefix = One(field, new PhraseStart(terms, boost)) };

    public static Query All(IReadOnlyList<Query> queries) => queries.Count == 1 ? queries[0] : new Query { Bool = new BoolQuery { Must = queries } };

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

internal sealed record TermValue(string Value, double? Boost = null);

internal sealed record Bounds
{
    public long? Gt { get; init; }

    public long? Gte { get; init; }

    public long? Lte { get; init; }
}

internal sealed record PhraseValue(string Query, double? Boost = null);

internal sealed record PhraseStart(string Query, double? Boost = null)
{
    public int MaxExpansions { get; init; } = 10_000;
}

internal sealed record ConstantScoreQuery(Query Filter, double Boost);

/// <summary>The sum of the functions that apply, instead of the query's own score.</summary>
internal sealed record FunctionScoreQuery
{
    public required Query Query { get; init; }

    public required IReadOnlyList<ScoreFunction> Functions { get; init; }

    public string ScoreMode { get; init; } = "sum";

    public string BoostMode { get; init; } = "replace";
}

internal sealed record ScoreFunction
{
    public Query? Filter { get; init; }

    public required double Weight { get; init; }

    public FieldValue? FieldValueFactor { get; init; }
}

internal sealed record FieldValue(string Field, double Factor, double Missing);

/// <summary>Names of fields that a query of this program may name; a test sends each.</summary>
internal static class SourceFields
{
    public static IReadOnlyList<string> Shown { get; } = ["shown"];

    public static IReadOnlyList<string> Fingerprints { get; } = ["id", "fingerprint"];
}
