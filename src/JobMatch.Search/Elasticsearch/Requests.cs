using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobMatch.Search.Elasticsearch;

/// <summary>How requests and responses are written: the server's snake case, nothing that is not set.</summary>
internal static class ElasticsearchJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal sealed record CreateIndex(IndexSettings Settings, IndexMapping Mappings, IReadOnlyDictionary<string, NoOptions> Aliases);

internal sealed record NoOptions;

internal sealed record IndexSettings
{
    public required int NumberOfShards { get; init; }

    /// <summary>A replica wherever there is a second node for it.</summary>
    public string AutoExpandReplicas { get; init; } = "0-1";

    public required int MaxResultWindow { get; init; }

    /// <summary>How long a deletion remembers its version, so that a late write cannot undo it.</summary>
    public string GcDeletes { get; init; } = "1h";
}

internal sealed record IndexMapping
{
    public string? Dynamic { get; init; }

    [JsonPropertyName("_meta")]
    public BuildMark? Meta { get; init; }

    [JsonPropertyName("_source")]
    public SourceFilter? Source { get; init; }

    public IReadOnlyDictionary<string, FieldMapping>? Properties { get; init; }
}

/// <summary>Which build an index belongs to; both indexes of one build carry the same.</summary>
internal sealed record BuildMark(int Schema, string Build);

internal sealed record SourceFilter(IReadOnlyList<string> Excludes);

internal sealed record FieldMapping
{
    public string? Type { get; init; }

    public string? Analyzer { get; init; }

    public bool? Enabled { get; init; }

    public bool? Index { get; init; }

    public PrefixLengths? IndexPrefixes { get; init; }

    public static FieldMapping Keyword { get; } = new() { Type = "keyword" };

    public static FieldMapping Number { get; } = new() { Type = "long" };

    /// <summary>Only read back, never searched.</summary>
    public static FieldMapping KeptNumber { get; } = new() { Type = "long", Index = false };

    public static FieldMapping Shown { get; } = new() { Type = "object", Enabled = false };

    /// <summary>Terms that this program has cut, parted by spaces; in <see cref="Terms"/> a first character alone is found as quickly as a term.</summary>
    public static FieldMapping LikeTerms { get; } = new() { Type = "text", Analyzer = "whitespace" };

    /// <inheritdoc cref="LikeTerms"/>
    public static FieldMapping Terms { get; } = new() { Type = "text", Analyzer = "whitespace", IndexPrefixes = new PrefixLengths(1, 1) };
}

internal sealed record PrefixLengths(int MinChars, int MaxChars);

internal sealed record AliasChanges(IReadOnlyList<AliasAction> Actions);

/// <summary>One of the three.</summary>
internal sealed record AliasAction
{
    public IndexAlias? Add { get; init; }

    public IndexAlias? Remove { get; init; }

    public IndexOnly? RemoveIndex { get; init; }
}

internal sealed record IndexAlias(string Index, string Alias);

internal sealed record IndexOnly(string Index);

/// <summary>One line of a bulk: a document, or null to delete; older versions than the index has are ignored.</summary>
internal sealed record BulkItem(long Id, long Version, object? Document);

internal sealed record BulkLine
{
    public BulkTarget? Index { get; init; }

    public BulkTarget? Delete { get; init; }
}

internal sealed record BulkTarget
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    public required long Version { get; init; }

    public string VersionType { get; init; } = "external_gte";
}

internal sealed record SearchRequest
{
    public Query? Query { get; init; }

    public Query? PostFilter { get; init; }

    public IReadOnlyList<Sort>? Sort { get; init; }

    public IReadOnlyDictionary<string, Aggregation>? Aggs { get; init; }

    /// <summary>Values of the sort at which the page before ended.</summary>
    public IReadOnlyList<long>? SearchAfter { get; init; }

    public int? From { get; init; }

    public required int Size { get; init; }

    public bool? TrackTotalHits { get; init; }

    /// <summary>Scores also when the order is another.</summary>
    public bool? TrackScores { get; init; }

    /// <summary>Which fields of the document come back; null for all of it.</summary>
    [JsonPropertyName("_source")]
    public IReadOnlyList<string>? Source { get; init; }

    /// <summary>The version of each document comes back too.</summary>
    public bool? Version { get; init; }

    /// <summary>The server gives up after this; a part of the answer is no answer.</summary>
    public string? Timeout { get; init; }
}

internal sealed record CountRequest(Query? Query);

/// <summary>One of these: a field by its name, the score, or a script.</summary>
internal sealed record Sort
{
    [JsonExtensionData]
    public Dictionary<string, object>? Field { get; init; }

    [JsonPropertyName("_script")]
    public ScriptSort? Script { get; init; }

    public static Sort Up(string field) => new() { Field = new() { [field] = new SortOrder("asc") } };

    public static Sort Down(string field) => new() { Field = new() { [field] = new SortOrder("desc") } };
}

internal sealed record SortOrder(string Order);

internal sealed record ScriptSort(Script Script)
{
    public string Type { get; } = "number";

    public string Order { get; } = "asc";
}

/// <summary>A constant source and its values.</summary>
internal sealed record Script(string Source, IReadOnlyDictionary<string, double> Params)
{
    public string Lang { get; } = "painless";
}

/// <summary>One of these.</summary>
internal sealed record Aggregation
{
    public TermsAggregation? Terms { get; init; }

    public FieldOnly? Max { get; init; }

    public FiltersAggregation? Filters { get; init; }

    public Query? Filter { get; init; }

    public IReadOnlyDictionary<string, Aggregation>? Aggs { get; init; }
}

/// <summary>The commonest terms, then in the order of their code points.</summary>
internal sealed record TermsAggregation(string Field, int Size)
{
    /// <summary>So many from each shard, so that the sum is right when the shards disagree.</summary>
    public int ShardSize { get; init; } = 1_000;
}

internal sealed record FiltersAggregation(IReadOnlyDictionary<string, Query> Filters);

internal sealed record FieldOnly(string Field);
