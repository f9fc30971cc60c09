using System.Text.Json;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// Processor time of the servers of a cluster, as they tell it themselves, in milliseconds: a server searches the segments of an index on all cores at once, so its time on the wall beside
/// ours on one core says less than what both cost.
/// </summary>
internal sealed class ServerClock(ElasticsearchTransport transport)
{
    public async Task<long> MillisecondsAsync()
    {
        var answer = await transport.AskAsync<NodesAnswer>(HttpMethod.Get, "/_nodes/stats/process?filter_path=nodes.*.process.cpu.total_in_millis", null, default);
        return answer!.Nodes.EnumerateObject().Sum(node => node.Value.GetProperty("process").GetProperty("cpu").GetProperty("total_in_millis").GetInt64());
    }

    private sealed record NodesAnswer(JsonElement Nodes);
}
