using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Search.Elasticsearch;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Every kind of request that the code can make goes to a live server, which refuses fields that it does not know.</summary>
[NeedsElasticsearch]
public sealed class LiveServerTests(HandMadeCounty<ElasticsearchEngine> county) : IClassFixture<HandMadeCounty<ElasticsearchEngine>>
{
    private IServiceProvider Services => county.County.Services;

    private ElasticsearchClient Client => Services.GetRequiredService<ElasticsearchClient>();

    private IndexNames Names => Services.GetRequiredService<LiveIndexes>().Names;

    [Fact]
    public async Task The_server_says_what_it_is()
    {
        (await Client.InfoAsync(default)).Version.Number.ShouldStartWith("8.");
        (await Client.HealthAsync(default)).NumberOfNodes.ShouldBeGreaterThan(0);
        (await Client.BytesAsync(Names.Postings, default)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_mapping_comes_back_as_it_was_sent()
    {
        var live = await Services.GetRequiredService<LiveIndexes>().FindAsync(default);
        live.ShouldNotBeNull();
        live.Postings.ShouldBe($"{Names.Postings}-v1");
    }

    [Fact]
    public async Task Every_shape_of_query_is_understood()
    {
        foreach (var query in BothEngines.Queries)
        {
            await county.Postings.SearchAsync(query, default);
            await county.Postings.SearchAsync(query with { After = new PageToken(PageToken.SortOf(query, hasWords: query.Words.Length > 0), 3, 1, 1).ToString() }, default);
        }

        await county.Postings.CountAsync(BothEngines.Queries, default);
        var workers = Services.GetRequiredService<IWorkerSearch>();
        foreach (var words in new[] { "", "缝纫工", "c1 货", "excel 手", "幸福里缝纫工" })
            await workers.SearchAsync(
                new WorkerQuery
                {
                    Words = words, SkillIds = [1, 2], CertificateKindIds = [3], TrainingKindIds = [4], OccupationIds = [5, 6], Capacities = [LabourCapacity.Ordinary],
                    Needs = [WorkerNeed.Hardship], WithoutWork = true, WithCertificate = true, WithoutCertificate = true, WithSkill = true, WithoutSkill = true, Born = new(1970, 1990), Schooling = [Education.Primary, Education.JuniorMiddle], SettlementId = 1, After = new WorkerPageToken(2, 1, 5).ToString(),
                },
                Scope.OfSettlements([1, 2]), default);
    }

    [Fact]
    public async Task Every_part_of_the_language_is_understood()
    {
        Query[] queries =
        [
            Query.Everything, Query.Nothing, Query.Is("kind", 1), Query.IsAny("places", ["r1"]), Query.IsAny("kind", [1L]), Query.Has("certificates"), Query.From("closes", 1), Query.Between("id", 1, 2), Query.In("monthly", 1, 2),
            Query.In("monthly", 1, null), Query.StartsWith("title", "工"), Query.StartsWith("title_like", "ba"), Query.HasPhrase("body", "缝纫 纫工"), Query.HasPhraseStart("title", "c1 货"),
            Query.All([]), Query.Any([Query.Everything, Query.Nothing]), Query.Worth(Query.Everything, 2.5),
        ];
        foreach (var query in queries) await Client.CountAsync(Names.Postings, query, default);
        foreach (var request in new[] { PairWriter.Marks(0, 10), PairWriter.NewestVersion }) await Client.SearchAsync<JsonElement>(Names.Workers, request, default);
    }

    [Fact]
    public async Task A_field_that_the_server_does_not_know_is_refused_not_ignored()
    {
        (await Should.ThrowAsync<ElasticsearchRefusedException>(() => Services.GetRequiredService<ElasticsearchTransport>()
            .AskAsync<SearchResponse<JsonElement>>(HttpMethod.Post, $"/{Names.Postings}/_search", new { size = 1, unheard_of = true }, default))).Status.ShouldBe(400);
        var written = await Client.BulkAsync(IndexPair.WritesOf($"{Names.Postings}-v1"), [new BulkItem(1, 1, new { id = 1, unheard_of = true })], default);
        written!.Items.Single().Values.Single().Error!.Type.ShouldBe("strict_dynamic_mapping_exception");
    }

    [Fact]
    public async Task A_name_that_is_gone_does_not_come_back_as_an_index_without_mapping()
    {
        await Should.ThrowAsync<ElasticsearchUnavailableException>(async () =>
        {
            var answer = await new BulkWriter(Client).WriteAsync($"{Names.Postings}-v99", [new BulkItem(1, 1, new { id = 1 })], default);
            answer.Rejected.ShouldBeEmpty();
        });
        (await Client.MappingsAsync($"{Names.Postings}-v99*", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_write_never_wins()
    {
        await using var own = await county.AnotherAsync();
        var reader = own.County.Services.GetRequiredService<DocumentReader>();
        var pairs = own.County.Services.GetRequiredService<PairWriter>();
        var pair = (await own.County.Services.GetRequiredService<LiveIndexes>().FindAsync(default))!;
        var old = await reader.PostingsAsync([own["guard"]], default);
        await own.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        await own.CatchUpAsync();
        await pairs.WritePostingsAsync(pair, [own["guard"]], old, seq: 1, default);
        await own.Engine.SettleAsync(own.County.Services);
        (await own.KeysAsync("保安员")).ShouldBeEmpty();
        await own.ChangePostingAsync("guard", p => p.Pause());
        await own.CatchUpAsync();
        await pairs.WritePostingsAsync(pair, [own["guard"]], old, seq: 1, default);
        await own.Engine.SettleAsync(own.County.Services);
        (await own.KeysAsync("保安员")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_a_version_above_the_database_is_mended_and_takes_later_changes_again()
    {
        await using var own = await county.AnotherAsync();
        var services = own.County.Services;
        var above = (await own.Writer.StatusAsync(default)).NewestSeq + 1_000;
        await ElasticsearchEngine.PutAsync(services, own["sewing"], "错误", above);
        await ElasticsearchEngine.DeleteAsync(services, own["guard"], above);
        await ElasticsearchEngine.PutAsync(services, 987_654, "幽灵岗位", above);
        await own.Engine.SettleAsync(services);
        (await own.Writer.ReconcileAsync(null, default)).ShouldBe(new IndexDrift(Missing: 1, Stale: 1, Orphaned: 1));
        await own.Engine.SettleAsync(services);
        (await own.KeysAsync("缝纫工"))[0].ShouldBe("sewing");
        (await own.KeysAsync("保安员")).ShouldBe(["guard"]);
        (await own.FindAsync("幽灵岗位")).Total.ShouldBe(0);
        (await own.Writer.ReconcileAsync(null, default)).ShouldBe(new IndexDrift(0, 0, 0));

        await own.ChangePostingAsync("sewing", p => p.Title = "裁剪学徒");
        await own.ChangePostingAsync("guard", p => p.Title = "停车场看守");
        await own.CatchUpAsync();
        (await own.KeysAsync("裁剪学徒")).ShouldBe(["sewing"]);
        (await own.KeysAsync("停车场看守")).ShouldBe(["guard"]);
    }

    [Fact]
    public async Task Two_rebuilds_at_once_are_one_rebuild_and_one_refusal()
    {
        await using var own = await county.AnotherAsync();
        var cursors = own.County.Services.GetRequiredService<BuildCursors>();
        (await cursors.TryStartRebuildAsync(default)).ShouldBeTrue();
        (await own.Writer.RebuildAsync(force: true, null, default)).Refusals.Single().Code.ShouldBe("Index.Rebuilding");
        await cursors.EndRebuildAsync();
        (await own.Writer.RebuildAsync(force: true, null, default)).IsDone.ShouldBeTrue();
    }
}
