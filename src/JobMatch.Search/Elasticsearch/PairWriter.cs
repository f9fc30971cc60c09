using System.Globalization;
using System.Text.Json;
using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Writes documents into one pair of indexes, and reads back what a reconcile compares.</summary>
internal sealed class PairWriter(ElasticsearchClient client, DocumentReader reader, RejectedDocuments rejected)
{
    private const int MarksOfAPage = 2_000;
    private readonly BulkWriter _bulk = new(client);

    /// <summary>Reads again what the changes touch and writes it.</summary>
    public async Task WriteAsync(IndexPair pair, IReadOnlyList<Change> changes, long seq, CancellationToken cancel)
    {
        var (postings, workers) = await reader.TouchedAsync(changes, cancel);
        foreach (var part in postings.Chunk(DocumentReader.BatchSize)) await WritePostingsAsync(pair, part, await reader.PostingsAsync(part, cancel), seq, cancel);
        foreach (var part in workers.Chunk(DocumentReader.BatchSize)) await WriteWorkersAsync(pair, part, await reader.WorkersAsync(part, cancel), seq, cancel);
    }

    /// <returns>How many were not written because the index has a newer version.</returns>
    public Task<int> WritePostingsAsync(IndexPair pair, IReadOnlyCollection<long> ids, List<PostingDocument> documents, long seq, CancellationToken cancel) =>
        WriteAsync(ChangeKind.Posting, pair.Postings, ids, [.. documents.Select(d => new BulkItem(d.Id, seq, PostingEntry.Of(d, seq)))], seq, cancel);

    /// <inheritdoc cref="WritePostingsAsync"/>
    public Task<int> WriteWorkersAsync(IndexPair pair, IReadOnlyCollection<long> ids, List<WorkerDocument> documents, long seq, CancellationToken cancel) =>
        WriteAsync(ChangeKind.Worker, pair.Workers, ids, [.. documents.Select(d => new BulkItem(d.Id, seq, WorkerEntry.Of(d, seq)))], seq, cancel);

    /// <summary>Digests of what is kept, as <see cref="KeptSource"/> makes them.</summary>
    public async Task<Dictionary<long, long>> MarksAsync(string index, long after, long upTo, CancellationToken cancel)
    {
        var marks = new Dictionary<long, long>();
        while (true)
        {
            var page = (await client.ReadAsync<JsonElement>(index, Marks(after, upTo), cancel)).Hits.Page;
            foreach (var hit in page) marks[long.Parse(hit.Id, CultureInfo.InvariantCulture)] = KeptSource.MarkOf(hit);
            if (page.Count < MarksOfAPage) return marks;
            after = page[^1].Source.GetProperty("id").GetInt64();
        }
    }

    /// <summary>The newest version in either index; 0 when they are empty.</summary>
    public async Task<long> NewestVersionAsync(IndexPair pair, CancellationToken cancel)
    {
        var newest = 0L;
        foreach (var index in (string[])[pair.Postings, pair.Workers])
            newest = Math.Max(newest, (long)((await client.ReadAsync<JsonElement>(index, NewestVersion, cancel)).Aggregations!["seq"].Value ?? 0));
        return newest;
    }

    public Task<long> RejectedAsync(CancellationToken cancel) => rejected.CountAsync(cancel);

    internal static SearchRequest Marks(long after, long upTo) => new()
    {
        Query = Query.Between("id", after, upTo), Sort = [Sort.Up("id")], Size = MarksOfAPage, Version = true,
    };

    internal static SearchRequest NewestVersion { get; } = new() { Size = 0, Aggs = new Dictionary<string, Aggregation> { ["seq"] = new() { Max = new FieldOnly("seq") } } };

    private async Task<int> WriteAsync(ChangeKind kind, string index, IReadOnlyCollection<long> ids, List<BulkItem> items, long seq, CancellationToken cancel)
    {
        var there = items.Select(i => i.Id).ToHashSet();
        items.AddRange(ids.Where(id => !there.Contains(id)).Select(id => new BulkItem(id, seq, null)));
        if (items.Count == 0) return 0;
        var not = await _bulk.WriteAsync(index, items, cancel);
        await rejected.KeepAsync(kind, [.. items.Select(i => i.Id)], not.Rejected, seq, cancel);
        return not.Late;
    }
}
