using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Three nodes, one of which goes away without a word.</summary>
[NeedsElasticsearch(OfItsOwn = true)]
public sealed class ClusterTests
{
    [Fact]
    public async Task A_cluster_that_loses_a_node_goes_on_answering_and_writing()
    {
        await using var first = await OwnServer.StartAsync("--heap", "512m");
        await using var second = await OwnServer.StartAsync("--heap", "512m", "--join", $"{first.Port}");
        await using var third = await OwnServer.StartAsync("--heap", "512m", "--join", $"{first.Port}");
        ElasticsearchWithFallback.Addresses.Value = $"{second.Address},{first.Address},{third.Address}";
        var county = new HandMadeCounty<ElasticsearchWithFallback>();
        await county.InitializeAsync();
        await using var last = county;
        await HandMadePeople.AddAsync(county.County, county.Xingfuli, county.Chengdong);
        await county.CatchUpAsync();
        using var raw = new RawServer(first.Address);
        await raw.GetAsync("_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=60s");
        // A page waits a second for the status at most; a cluster that has just come up, three servers on one machine, may need longer for its first.
        await Recovery.UntilAsync(async () => (await county.Writer.StatusAsync(default)).Nodes.ShouldBe(3));
        (await county.FindAsync("缝纫工")).FromFallback.ShouldBeFalse();

        await second.KillAsync();
        // Whatever lay there has a copy elsewhere; a search may meet the gap while the cluster notices, and is answered all the same.
        for (var i = 0; i < 30; i++) (await county.FindAsync("缝纫工")).Total.ShouldBe(4);
        await raw.GetAsync("_cluster/health?wait_for_nodes=2&wait_for_status=yellow&timeout=60s");
        await county.PublishAsync("while", "缝纫工夜班");
        await Recovery.UntilAsync(county.CatchUpAsync);
        await Recovery.UntilAsync(async () => (await county.FindAsync("缝纫工夜班")).FromFallback.ShouldBeFalse());
        (await county.KeysAsync("缝纫工夜班"))[0].ShouldBe("while");
        await Recovery.UntilAsync(async () => (await county.Writer.StatusAsync(default)).Nodes.ShouldBe(2));

        await second.StartAgainAsync();
        await raw.GetAsync("_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=60s");
        await Recovery.UntilAsync(() => BothEngines.AnswerAlikeAsync(county.County.Services));
        foreach (var index in county.County.Services.GetServices<IIndexWriter>()) (await index.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }
}
