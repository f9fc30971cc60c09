using System.Buffers;
using System.Globalization;
using System.Text.Json;
using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// The eleven calls of Elasticsearch that this program knows. Everything else here talks to this class alone, so that the vendor's client
/// can replace it. Throws <see cref="ElasticsearchUnavailableException"/> when waiting helps and <see cref="ElasticsearchRefusedException"/>
/// when the request is wrong. OpenSearch answers the same calls.
/// </summary>
internal sealed class ElasticsearchClient(ElasticsearchTransport transport)
{
    public async Task<ServerInfo> InfoAsync(CancellationToken cancel) => await transport.AskAsync<ServerInfo>(HttpMethod.Get, "/", null, cancel) ?? throw Missing("/");

    public async Task<ClusterHealth> HealthAsync(CancellationToken cancel) =>
        await transport.AskAsync<ClusterHealth>(HttpMethod.Get, "/_cluster/health?filter_path=status,number_of_nodes", null, cancel) ?? throw Missing("health");

    public Task CreateIndexAsync(string index, CreateIndex request, CancellationToken cancel) => transport.TellAsync<NoOptions>(HttpMethod.Put, $"/{index}", request, cancel);

    /// <summary>All changes at once or none.</summary>
    public async Task ChangeAliasesAsync(IReadOnlyList<AliasAction> actions, CancellationToken cancel) =>
        _ = await transport.TellAsync<NoOptions>(HttpMethod.Post, "/_aliases", new AliasChanges(actions), cancel) ?? throw Missing("an index of the swap");

    /// <summary>The open indexes behind a name or an alias, with their mappings; empty when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, MappedIndex>> MappingsAsync(string name, CancellationToken cancel) =>
        await transport.TellAsync<Dictionary<string, MappedIndex>>(HttpMethod.Get, $"/{name}/_mapping", null, cancel) ?? [];

    /// <summary>Every index of a pattern, closed ones too: their names are taken as well.</summary>
    public async Task<IReadOnlyCollection<string>> IndexesAsync(string pattern, CancellationToken cancel) =>
        (await transport.TellAsync<Dictionary<string, MappedIndex>>(HttpMethod.Get, $"/{pattern}/_mapping?expand_wildcards=open,closed", null, cancel) ?? []).Keys;

    /// <summary>Writes into an alias that has to exist: a name that is gone must not come back as an index without mapping.</summary>
    /// <returns>Null when the server has no room for a request of this size now.</returns>
    public async Task<BulkResponse?> BulkAsync(string alias, IReadOnlyCollection<BulkItem> items, CancellationToken cancel)
    {
        try
        {
            return await transport.TellLinesAsync<BulkResponse>($"/{alias}/_bulk?require_alias=true&filter_path=errors,items.*.status,items.*.error", Lines(items), cancel) ?? throw Missing(alias);
        }
        catch (ElasticsearchUnavailableException full) when (full.IsPushedBack)
        {
            return null;
        }
    }

    /// <summary>The whole answer in time, or an exception: an answer without some of the shards is none.</summary>
    public Task<SearchResponse<T>> SearchAsync<T>(string index, SearchRequest request, CancellationToken cancel) => SearchAsync<T>(index, request, transport.AskAsync<SearchResponse<T>>, cancel);

    /// <summary>The same for the writer, who has time.</summary>
    public Task<SearchResponse<T>> ReadAsync<T>(string index, SearchRequest request, CancellationToken cancel) => SearchAsync<T>(index, request, transport.TellAsync<SearchResponse<T>>, cancel);

    /// <summary>Where a search goes.</summary>
    internal static string SearchPath(string index) => $"/{index}/_search?allow_partial_search_results=false";

    private static async Task<SearchResponse<T>> SearchAsync<T>(
        string index, SearchRequest request, Func<HttpMethod, string, object?, CancellationToken, Task<SearchResponse<T>?>> send, CancellationToken cancel)
    {
        // Asked once more at most: while the aliases are swapped, the old index may go away under a search.
        for (var attempt = 1; ; attempt++)
        {
            var response = await send(HttpMethod.Post, SearchPath(index), request, cancel);
            if (response is { TimedOut: false, Shards.Failed: 0 }) return response;
            if (attempt == 1 && response is not { TimedOut: true }) continue;
            throw response is null ? Missing(index) : new ElasticsearchUnavailableException(IndexFault.InPart, "Elasticsearch answered only in part.");
        }
    }

    public async Task<long> CountAsync(string index, Query? query, CancellationToken cancel)
    {
        var response = await transport.TellAsync<CountResponse>(HttpMethod.Post, $"/{index}/_count", new CountRequest(query), cancel) ?? throw Missing(index);
        return response.Shards.Failed == 0 ? response.Count : throw new ElasticsearchUnavailableException(IndexFault.InPart, "Elasticsearch counted only in part.");
    }

    /// <summary>Makes what was written findable.</summary>
    public async Task RefreshAsync(string index, CancellationToken cancel) => _ = await transport.TellAsync<NoOptions>(HttpMethod.Post, $"/{index}/_refresh", null, cancel) ?? throw Missing(index);

    /// <summary>Bytes on disk, without replicas.</summary>
    public async Task<long> BytesAsync(string index, CancellationToken cancel) =>
        (await transport.TellAsync<StoreStats>(HttpMethod.Get, $"/{index}/_stats/store?filter_path=_all.primaries.store.size_in_bytes", null, cancel))?.All.Primaries?.Store?.SizeInBytes ?? 0;

    private static ReadOnlyMemory<byte> Lines(IReadOnlyCollection<BulkItem> items)
    {
        var lines = new ArrayBufferWriter<byte>(items.Count * 1024);
        using var writer = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = ElasticsearchJson.Options.Encoder, SkipValidation = true });
        foreach (var item in items)
        {
            var target = new BulkTarget { Id = item.Id.ToString(CultureInfo.InvariantCulture), Version = item.Version };
            Line(item.Document is null ? new BulkLine { Delete = target } : new BulkLine { Index = target });
            if (item.Document is not null) Line(item.Document);
        }

        return lines.WrittenMemory;

        void Line(object value)
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), ElasticsearchJson.Options);
            writer.Flush();
            writer.Reset();
            lines.Write("\n"u8);
        }
    }

    private static ElasticsearchUnavailableException Missing(string what) => new(IndexFault.Missing, $"Elasticsearch has no {what}.");
}
