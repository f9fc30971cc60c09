using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobMatch.Search.Elasticsearch;

internal sealed record ServerInfo(string ClusterName, ServerVersion Version);

internal sealed record ServerVersion(string Number, string? Distribution);

internal sealed record ClusterHealth(string Status, int NumberOfNodes);

/// <summary>The answer with the mapping of one index.</summary>
internal sealed record MappedIndex(IndexMapping Mappings);

internal sealed record BulkResponse(bool Errors, IReadOnlyList<IReadOnlyDictionary<string, BulkResult>> Items);

internal sealed record BulkResult(int Status, ErrorCause? Error);

internal sealed record ErrorCause(string? Type, string? Reason, ErrorCause? CausedBy)
{
    /// <summary>The type of the error of an index that somebody closed.</summary>
    public const string IndexClosed = "index_closed_exception";
}

internal sealed record SearchResponse<T>
{
    public required bool TimedOut { get; init; }

    [JsonPropertyName("_shards")]
    public required ShardCounts Shards { get; init; }

    public required Hits<T> Hits { get; init; }

    public IReadOnlyDictionary<string, AggregationResult>? Aggregations { get; init; }
}

internal sealed record ShardCounts(int Total, int Failed);

internal sealed record Hits<T>
{
    public HitTotal? Total { get; init; }

    [JsonPropertyName("hits")]
    public required IReadOnlyList<Hit<T>> Page { get; init; }
}

internal sealed record HitTotal(int Value);

internal sealed record Hit<T>
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    [JsonPropertyName("_version")]
    public long? Version { get; init; }

    [JsonPropertyName("_score")]
    public double? Score { get; init; }

    [JsonPropertyName("_source")]
    public T? Source { get; init; }
}

internal sealed record AggregationResult
{
    /// <summary>A list of buckets for terms, an object by name for filters.</summary>
    public JsonElement? Buckets { get; init; }

    public double? Value { get; init; }

    /// <summary>What this program asks inside a filter is always called so.</summary>
    public AggregationResult? By { get; init; }

    /// <summary>Counts by term.</summary>
    public Dictionary<string, int> ByTerm() => Buckets is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().ToDictionary(b => b.GetProperty("key").ToString(), b => b.GetProperty("doc_count").GetInt32())
        : [];

    /// <summary>Counts by the name of the filter.</summary>
    public Dictionary<string, int> ByName() => Buckets is { ValueKind: JsonValueKind.Object } named
        ? named.EnumerateObject().ToDictionary(b => b.Name, b => b.Value.GetProperty("doc_count").GetInt32())
        : [];
}

internal sealed record CountResponse(
    long Count,
    [property: JsonPropertyName("_shards")] ShardCounts Shards);

internal sealed record StoreStats([property: JsonPropertyName("_all")] AllStats All);

internal sealed record AllStats(StatsPart? Primaries);

internal sealed record StatsPart(StoreSize? Store);

internal sealed record StoreSize(long SizeInBytes);

internal sealed record ErrorResponse(JsonElement? Error);
