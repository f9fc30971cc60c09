using System.Diagnostics;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>
/// Whatever happens to the server, searches are answered from the embedded index and say so, writes wait, and afterwards both engines
/// answer alike again. Every test proves the break first, then the recovery.
/// </summary>
[NeedsElasticsearch(OfItsOwn = true)]
public sealed class BrokenServerTests(BreakableServer broken) : IClassFixture<BreakableServer>, IAsyncLifetime, IAsyncDisposable
{
    private readonly HandMadeCounty<ElasticsearchWithFallback> _county = new();

    private IServiceProvider Services => _county.County.Services;

    private ElasticsearchIndexWriter Writer => Services.GetRequiredService<ElasticsearchIndexWriter>();

    private OwnServer Server => broken.Server;

    private string Prefix => Services.GetRequiredService<ElasticsearchOptions>().Prefix;

    public async Task InitializeAsync()
    {
        ElasticsearchWithFallback.Addresses.Value = Server.Address;
        await _county.InitializeAsync();
        await HandMadePeople.AddAsync(_county.County, _county.Xingfuli, _county.Chengdong);
        await _county.CatchUpAsync();
        await SearchIsFromElasticsearchAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync() => await _county.DisposeAsync();

    [Fact]
    public async Task A_killed_server_loses_nothing_and_catches_up()
    {
        await _county.PublishAsync("before", "缝纫工早班");
        await _county.CatchUpAsync();
        await Server.KillAsync();
        await WritesWaitAndSearchIsEmbeddedAsync();
        await Server.StartAgainAsync();
        await RecoversAsync();
        var status = await Recovery.KnownAsync(Writer);
        (status.Problem, status.IsCatchingUp).ShouldBe((null, false));
        status.LastProblem.ShouldNotBeNull("what is over is told in the past");
    }

    [Fact]
    public async Task A_hanging_server_holds_up_nobody_for_long()
    {
        await Server.HangAsync();
        try
        {
            var clock = Stopwatch.StartNew();
            var hits = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => _county.FindAsync("缝纫工"))));
            hits.ShouldAllBe(h => h.FromFallback && h.Total == 4);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            // Nobody waits for the server any more: what tries it after each pause (one second here) is no request. Each search of several pauses is quick.
            clock.Restart();
            while (clock.Elapsed < TimeSpan.FromSeconds(7))
            {
                var one = Stopwatch.StartNew();
                (await _county.FindAsync("缝纫工")).FromFallback.ShouldBeTrue();
                one.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
                await Task.Delay(20);
            }
        }
        finally
        {
            await Server.GoOnAsync();
        }

        await RecoversAsync();
    }

    [Fact]
    public async Task The_questions_of_one_page_wait_for_a_hanging_server_once()
    {
        await Server.HangAsync();
        try
        {
            var clock = Stopwatch.StartNew();
            for (var question = 0; question < 4; question++) (await _county.FindAsync("缝纫工")).FromFallback.ShouldBeTrue();
            // The first waits for five seconds, the others not at all.
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(7));
        }
        finally
        {
            await Server.GoOnAsync();
        }

        await RecoversAsync();
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for()
    {
        await using var slow = new SlowProxy(Server.Port, TimeSpan.FromSeconds(4));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_county.County.Clock);
        services.AddElasticsearch(new ElasticsearchOptions { Addresses = slow.Address, Prefix = Prefix, SearchTimeout = 500 });
        await using var impatient = services.BuildServiceProvider();
        var clock = Stopwatch.StartNew();
        await Should.ThrowAsync<ElasticsearchUnavailableException>(() => impatient.GetRequiredService<ElasticsearchPostingSearch>().SearchAsync(new(), default));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        slow.Passed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_read_only_server_is_not_searched_while_writes_wait()
    {
        await SettingAsync("true");
        try
        {
            await WritesWaitAndSearchIsEmbeddedAsync();
            (await Writer.StatusAsync(default)).Problem.ShouldNotBeNull().Fault.ShouldBe(IndexFault.TakesNoWrites);
        }
        finally
        {
            await SettingAsync("null");
        }

        await RecoversAsync();

        Task SettingAsync(string value) => RawAsync(HttpMethod.Put, "_cluster/settings", $$$"""{"persistent":{"cluster.blocks.read_only":{{{value}}}}}""");
    }

    [Fact]
    public async Task A_wiped_server_is_filled_again()
    {
        await RawAsync(HttpMethod.Delete, $"{Prefix}-*");
        (await _county.FindAsync("缝纫工")).FromFallback.ShouldBeTrue();
        await WritesWaitAndSearchIsEmbeddedAsync();
        // A write must not bring the name back as an index without mapping.
        (await RawAsync(HttpMethod.Get, $"{Prefix}-*/_mapping")).AsObject().Count.ShouldBe(0);
        await Writer.CheckAsync(default);
        await RecoversAsync();
    }

    [Theory]
    [InlineData("""{"properties":{"foreign":{"type":"keyword"}}}""")]
    [InlineData("""{"dynamic":true}""")]
    public async Task A_changed_mapping_is_noticed_and_the_index_built_again(string change)
    {
        await RawAsync(HttpMethod.Put, $"{Prefix}-postings/_mapping", change);
        await Writer.CheckAsync(default);
        (await RawAsync(HttpMethod.Get, $"{Prefix}-postings/_mapping")).ToJsonString().ShouldNotContain("foreign");
        await RecoversAsync();
    }

    [Fact]
    public async Task Documents_that_vanish_are_missed_by_a_count_and_written_again()
    {
        var counts = Services.GetRequiredService<DocumentCounts>();
        (await counts.CheckAsync(default)).ShouldBeNull("nothing is missing yet");
        await RawAsync(HttpMethod.Post, $"{Prefix}-postings/_delete_by_query?refresh=true", $$"""{"query": {"terms": {"id": [ {{_county["guard"]}}, {{_county["driver"]}} ] } } }""");
        await RawAsync(HttpMethod.Post, $"{Prefix}-workers/_delete_by_query?refresh=true", """{"query":{"match_all":{}},"max_docs":1}""");
        (await Recovery.KnownAsync(Writer)).Missing.ShouldBe(3);
        (await counts.CheckAsync(default)).ShouldBe(new IndexDrift(3, 0, 0));
        (await Recovery.KnownAsync(Writer)).Missing.ShouldBe(0);
        (await counts.CheckAsync(default)).ShouldBeNull("it has been mended");
        await RecoversAsync();
    }

    [Fact]
    public async Task A_document_too_many_is_missed_by_a_count_as_well()
    {
        await RawAsync(HttpMethod.Put, $"{Prefix}-postings/_doc/999999?refresh=true", """{"id":999999,"title":"冒名"}""");
        (await Services.GetRequiredService<DocumentCounts>().CheckAsync(default)).ShouldBe(new IndexDrift(0, 0, 1));
        await RecoversAsync();
    }

    [Fact]
    public async Task A_closed_index_is_built_again_and_goes_with_the_next_build()
    {
        var closed = (await RawAsync(HttpMethod.Get, $"{Prefix}-postings/_mapping")).AsObject().Single().Key;
        await RawAsync(HttpMethod.Post, $"{closed}/_close");
        (await _county.FindAsync("缝纫工")).FromFallback.ShouldBeTrue();
        await WritesWaitAndSearchIsEmbeddedAsync();
        (await _county.County.OnDbAsync(db => db.Set<RejectedDocument>().CountAsync())).ShouldBe(0, "what waits is not refused");
        await RecoversAsync();
        (await RawAsync(HttpMethod.Get, $"{Prefix}-postings/_mapping")).AsObject().Single().Key.ShouldNotBe(closed);
        (await Writer.RebuildAsync(force: false, null, default)).IsDone.ShouldBeTrue();
        (await RawAsync(HttpMethod.Get, $"{Prefix}-*/_mapping?expand_wildcards=all")).AsObject().Select(index => index.Key).ShouldNotContain(closed);
    }

    [Fact]
    public async Task An_index_in_the_place_of_the_alias_is_replaced()
    {
        await RawAsync(HttpMethod.Delete, $"{Prefix}-*");
        await RawAsync(HttpMethod.Put, $"{Prefix}-postings/_doc/1", """{"title":"冒名"}""");
        await _county.PublishAsync("while", "缝纫工夜班");
        await Writer.CheckAsync(default);
        await RecoversAsync();
    }

    [Fact]
    public async Task A_database_from_a_backup_does_not_believe_a_newer_index()
    {
        await _county.ChangePostingAsync("guard", p => p.Title = "停车场看守");
        await _county.CatchUpAsync();
        await _county.County.OnDbAsync(async db =>
        {
            var newest = await db.Set<ChangeEvent>().MaxAsync(e => e.Seq);
            await db.Set<ChangeEvent>().Where(e => e.Seq == newest).ExecuteDeleteAsync();
            await db.Set<ProjectionCursor>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Seq, newest - 1));
        });
        (await Writer.UsableAsync(default)).ShouldBeNull();
        await Writer.CheckAsync(default);
        (await Writer.UsableAsync(default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_document_is_kept_with_its_reason_until_the_server_takes_it()
    {
        var guard = _county["guard"];
        var index = (await RawAsync(HttpMethod.Get, $"{Prefix}-postings/_mapping")).AsObject().Single().Key;
        await RawAsync(HttpMethod.Put, $"_ingest/pipeline/{Prefix}", $$$"""{"processors":[{"fail":{"if":"ctx.id == {{{guard}}}L","message":"no guards here"}}]}""");
        await RawAsync(HttpMethod.Put, $"{index}/_settings", $$"""{"index.final_pipeline":"{{Prefix}}"}""");
        await _county.ChangePostingAsync("guard", p => p.Title = "停车场看守");
        await _county.ChangePostingAsync("driver", p => p.Title = "C1客车司机");
        await _county.CatchUpAsync();
        (await _county.KeysAsync("客车司机")).ShouldBe(["driver"]);
        var refused = await _county.County.OnDbAsync(db => db.Set<RejectedDocument>().SingleAsync());
        (refused.Kind, refused.EntityId).ShouldBe((ChangeKind.Posting, guard));
        refused.Reason.ShouldContain("no guards here");
        (await Recovery.KnownAsync(Writer)).Rejected.ShouldBe(1);

        // A repair that does not hold is none, and no reason to build again.
        (await Writer.ReconcileAsync(IndexParts.All, null, default)).ShouldBe(new IndexDrift(0, 1, 0) { Failed = 1 });
        (await RawAsync(HttpMethod.Get, $"{Prefix}-postings/_mapping")).AsObject().Single().Key.ShouldBe(index);

        await RawAsync(HttpMethod.Put, $"{index}/_settings", """{"index.final_pipeline":"_none"}""");
        (await Writer.ReconcileAsync(IndexParts.All, null, default)).ShouldBe(new IndexDrift(0, 1, 0));
        (await _county.County.OnDbAsync(db => db.Set<RejectedDocument>().CountAsync())).ShouldBe(0);
        await RecoversAsync();
    }

    [Fact]
    public async Task A_server_that_is_away_can_be_asked_for_its_state()
    {
        await Server.StopAsync();
        try
        {
            var status = await Writer.StatusAsync(default);
            status.IsKnown.ShouldBeFalse();
            // What somebody reads is that nobody answers, not that a wait was given up.
            status.Problem.ShouldNotBeNull().Reason.ShouldContain("does not answer");
            status.Problem.Fault.ShouldBe(IndexFault.NoAnswer);
            (await Writer.RebuildAsync(force: false, null, default)).Refusals.Single().Code.ShouldBe("Index.Unreachable");
            await Should.ThrowAsync<ElasticsearchUnavailableException>(() => Writer.ReconcileAsync(IndexParts.All, null, default));
        }
        finally
        {
            await Server.StartAgainAsync();
        }

        await RecoversAsync();
    }

    private async Task WritesWaitAndSearchIsEmbeddedAsync()
    {
        await _county.PublishAsync("while", "缝纫工夜班");
        await Should.ThrowAsync<ElasticsearchUnavailableException>(() => Services.GetRequiredService<ProjectionRunner>().DrainAsync());
        var hits = await _county.FindAsync("缝纫工夜班");
        hits.FromFallback.ShouldBeTrue();
        _county.KeyOf(hits.Page[0].Id).ShouldBe("while");
        (await Services.GetRequiredService<IWorkerSearch>().SearchAsync(new(), Scope.System, default)).FromFallback.ShouldBeTrue();
    }

    /// <summary>Writes go through, searches come from Elasticsearch, both engines answer alike, and nothing drifted.</summary>
    private async Task RecoversAsync()
    {
        await SearchIsFromElasticsearchAsync();
        await BothEngines.AnswerAlikeAsync(Services);
        foreach (var index in Services.GetServices<IIndexWriter>()) (await index.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }

    /// <summary>As the background loops would: tries until the circuit lets one through.</summary>
    private Task SearchIsFromElasticsearchAsync() => Recovery.UntilAsync(async () =>
    {
        await Services.GetRequiredService<ProjectionRunner>().DrainAsync(default);
        await Writer.CheckAsync(default);
        await _county.Engine.SettleAsync(Services);
        (await Services.GetRequiredService<IPostingSearch>().SearchAsync(new(), default)).FromFallback.ShouldBeFalse();
    });

    private async Task<System.Text.Json.Nodes.JsonNode> RawAsync(HttpMethod method, string path, string? json = null)
    {
        using var server = new RawServer(Server.Address);
        return await server.SendAsync(method, path, json);
    }
}
