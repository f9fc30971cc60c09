using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>A document that the server will not have, and why.</summary>
internal sealed record Rejection(long Id, string Reason);

/// <summary>What was not written: refused for good, or because the index has a newer version.</summary>
internal sealed record NotWritten(List<Rejection> Rejected, int Late);

/// <summary>
/// Sends documents in portions that the server can swallow. Back-pressure: what it pushes back (429) is sent again in half the portion after a
/// pause that doubles; after the last try the caller waits and comes again. Late writes (409)
/// are done already, as far as a projection can know; they are counted for those who can know better. Anything else is rejected for good.
/// </summary>
internal sealed class BulkWriter(ElasticsearchClient client)
{
    /// <summary>Documents of a request; some 2 MB of Chinese text.</summary>
    private const int MostItems = 1_000;
    private const int MostTries = 10;
    private const int Late = 409;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Returns when everything is durable or rejected.</summary>
    public async Task<NotWritten> WriteAsync(string index, IReadOnlyList<BulkItem> items, CancellationToken cancel)
    {
        var rejected = new List<Rejection>();
        var late = 0;
        var waiting = new Queue<BulkItem>(items);
        var portion = MostItems;
        var pause = FirstPause;
        for (var tries = 1; waiting.Count > 0;)
        {
            var sent = new List<BulkItem>();
            while (sent.Count < portion && waiting.TryDequeue(out var item)) sent.Add(item);
            var answer = await client.BulkAsync(IndexPair.WritesOf(index), sent, cancel);
            var again = answer is null ? sent : answer.Errors ? Sort(sent, answer, rejected) : [];
            late += answer?.Items.Count(i => i.Values.Single().Status == Late) ?? 0;
            if (again.Count == 0)
            {
                (tries, pause) = (1, FirstPause);
                continue;
            }

            if (tries++ == MostTries) throw new ElasticsearchUnavailableException(IndexFault.Overloaded, $"Elasticsearch is overloaded: it pushed documents back {MostTries} times.");
            again.ForEach(waiting.Enqueue);
            portion = Math.Max(1, sent.Count / 2);
            await Task.Delay(pause, cancel);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return new NotWritten(rejected, late);
    }

    /// <summary>What has to be sent again; what is rejected is added to the list.</summary>
    private static List<BulkItem> Sort(List<BulkItem> items, BulkResponse answer, List<Rejection> rejected)
    {
        var again = new List<BulkItem>();
        foreach (var (item, result) in items.Zip(answer.Items.Select(i => i.Values.Single())))
        {
            if (result.Error is not { } error) continue;
            if (error.Type == "cluster_block_exception") throw new ElasticsearchUnavailableException(IndexFault.TakesNoWrites, $"Elasticsearch takes no writes: {error.Reason}");
            if (error.Type == ErrorCause.IndexClosed) throw ElasticsearchUnavailableException.Missing();
            if (result.Status is 404 or >= 500 && error.Type != "fail_processor_exception") throw new ElasticsearchUnavailableException(IndexFault.TakesNoWrites, $"Elasticsearch cannot write: {error.Reason}");
            if (result.Status == 429) again.Add(item);
            else if (result.Status != Late) rejected.Add(new Rejection(item.Id, Words(error)));
        }

        return again;
    }

    private static string Words(ErrorCause error) => error.CausedBy is { Reason: { } cause } ? $"{error.Reason} ({cause})" : error.Reason ?? error.Type ?? "";
}
