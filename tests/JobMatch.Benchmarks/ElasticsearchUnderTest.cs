using System.Net.Http.Headers;
using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Words;

namespace JobMatch.Benchmarks;

/// <summary>Ours through Elasticsearch.</summary>
internal sealed class ElasticsearchUnderTest(string address) : ISearchUnderTest
{
    public const string Ours = "Elasticsearch, ours";
    private readonly ElasticsearchOptions _options = new() { Addresses = address, Prefix = $"bench-{Guid.NewGuid():N}", SearchTimeout = 60_000 };
    private ElasticsearchTransport? _transport;
    private IndexPair? _pair;

    public string Name => Ours;

    public ElasticsearchPostingSearch Search { get; private set; } = null!;

    public string Index => new IndexNames(_options.Prefix).Postings;

    public async Task<long?> FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        _transport = new ElasticsearchTransport(_options);
        var client = new ElasticsearchClient(_transport);
        var live = new LiveIndexes(client, _options);
        _pair = await live.CreateAsync(default);
        var bulk = new BulkWriter(client);
        foreach (var part in documents.Chunk(2_000)) await bulk.WriteAsync(_pair.Postings, [.. part.Select(d => new BulkItem(d.Id, 1, PostingEntry.Of(d, 1)))], default);
        await live.RefreshAsync(_pair, default);
        await live.SwapAsync(_pair, default);
        Search = new ElasticsearchPostingSearch(client, _options, new BenchDay());
        return await client.BytesAsync(_pair.Postings, default);
    }

    public async Task<Func<int>> AskAsync(PostingQuery query)
    {
        var hits = await Search.SearchAsync(query, default);
        return () => hits.Total;
    }

    public async ValueTask DisposeAsync()
    {
        if (_pair is not null) await new LiveIndexes(new ElasticsearchClient(_transport!), _options).DropAsync(_pair, default);
        _transport?.Dispose();
    }
}

/// <summary>The very requests of ours to the same index, made beforehand, sent by plain HTTP, and the bytes of the answer read to their end; nothing is read out of them while the clock runs.</summary>
internal sealed class RawElasticsearchUnderTest(string address, ElasticsearchUnderTest ours) : ISearchUnderTest
{
    public const string Raw = "Elasticsearch, raw call";
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address) };
    private readonly Dictionary<PostingQuery, byte[]> _requests = new(ReferenceEqualityComparer.Instance);

    public string Name => Raw;

    public Task<long?> FillAsync(IReadOnlyList<PostingDocument> documents) => Task.FromResult<long?>(null);

    public void Prepare(PostingQuery query)
    {
        var words = AskedWords.Of(query);
        _requests[query] = JsonSerializer.SerializeToUtf8Bytes(ours.Search.Request(query, words, PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty)), ElasticsearchJson.Options);
    }

    public async Task<Func<int>> AskAsync(PostingQuery query)
    {
        using var content = new ByteArrayContent(_requests[query]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(new Uri(ElasticsearchClient.SearchPath(ours.Index), UriKind.Relative), content);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return () => TotalOf(bytes);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int TotalOf(byte[] answer)
    {
        using var read = JsonDocument.Parse(answer);
        return read.RootElement.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();
    }
}
