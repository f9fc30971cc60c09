namespace JobMatch.Search.Elasticsearch;

/// <summary>A document that the server will not have, and why.</summary>
internal sealed record Rejection(long Id, string Reason);

/// <summary>
/// Sends documents in portions that the server can swallow. Back-pressure: what it pushes back (429) is sent again, alone and after a
/// pause that doubles; after the last try the caller waits and comes again. Late writes (409) are done already. Anything else is rejected for good.
/// </summary>
internal sealed class BulkWriter(ElasticsearchClient client)
{
    /// <summary>Documents of a request; some 2 MB of Chinese text.</summary>
    private const int MostItems = 1_000;
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when everything is durable or rejected.</summary>
    public async Task<List<Rejection>> WriteAsync(string index, IReadOnlyList<BulkItem> items, CancellationToken cancel)
    {
        var rejected = new List<Rejection>();
        foreach (var part in items.Chunk(MostItems)) await WritePartAsync(IndexPair.WritesOf(index), part, rejected, cancel);
        return rejected;
    }

    private async Task WritePartAsync(string alias, BulkItem[] items, List<Rejection> rejected, CancellationToken cancel)
    {
        var pause = FirstPause;
        for (var attempt = 1; items.Length > 0; attempt++)
        {
            var answer = await client.BulkAsync(alias, items, cancel);
            items = answer.Errors ? Sort(items, answer, rejected) : [];
            if (items.Length == 0) return;
            if (attempt == MostTries) throw new ElasticsearchUnavailableException($"Elasticsearch is overloaded: it pushed {items.Length} documents back {MostTries} times.");
            await Task.Delay(pause, cancel);
            pause *= 2;
        }
    }

    /// <summary>What has to be sent again; what is rejected is added to the list.</summary>
    private static BulkItem[] Sort(BulkItem[] items, BulkResponse answer, List<Rejection> rejected)
    {
        var again = new List<BulkItem>();
        foreach (var (item, result) in items.Zip(answer.Items.Select(i => i.Values.Single())))
        {
            if (result.Error is not { } error) continue;
            if (result.Status == 429) again.Add(item);
            else if (error.Type == "cluster_block_exception") throw new ElasticsearchUnavailableException($"Elasticsearch takes no writes: {error.Reason}");
            else if (result.Status is 404 or >= 500) throw new ElasticsearchUnavailableException($"Elasticsearch cannot write: {error.Reason}");
            else if (result.Status != 409) rejected.Add(new Rejection(item.Id, Words(error)));
        }

        return [.. again];
    }

    private static string Words(ErrorCause error) => error.CausedBy is { Reason: { } cause } ? $"{error.Reason} ({cause})" : error.Reason ?? error.Type ?? "";
}
