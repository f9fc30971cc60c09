using System.Globalization;
using System.Text.Json.Nodes;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Words;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Elasticsearch alone, without what answers in its place, on the server that the tests were given. Each county has a prefix of its own.</summary>
public sealed class ElasticsearchEngine : ISearchEngine
{
    private bool _cleans;

    public void Add(IServiceCollection services, DataOptions data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var options = new ElasticsearchOptions { Addresses = TestServers.Shared!, Prefix = PrefixOf(data), SearchTimeout = 20_000 };
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<IndexFreshness>();
        services.AddElasticsearch(options);
        services.AddSingleton<IPostingSearch>(provider => provider.GetRequiredService<ElasticsearchPostingSearch>());
        services.AddSingleton<IWorkerSearch>(provider => provider.GetRequiredService<ElasticsearchWorkerSearch>());
        // The first process of a county takes its indexes along when it ends.
        if (_cleans) return;
        _cleans = true;
        services.AddSingleton<IChangeConsumer>(_ => new Cleaner(options.Prefix));
    }

    public Task SettleAsync(IServiceProvider services) => OnServerAsync(services, HttpMethod.Post, "{0}-postings,{0}-workers/_refresh");

    // A version that the engine itself could have written.
    public async Task LosePostingAsync(IServiceProvider services, long id) => await DeleteAsync(services, id, await VersionAsync(services, id));

    public async Task FalsifyPostingAsync(IServiceProvider services, long id) => await PutAsync(services, id, "错误", await VersionAsync(services, id));

    public Task EditShownAsync(IServiceProvider services, long id) => EditAsync(services, id, source => source["shown"]!["title"] = "招打手");

    public Task EditFilteredAsync(IServiceProvider services, long id) => EditAsync(services, id, source => source["kind"] = 7);

    public Task PlantOrphanAsync(IServiceProvider services, long id) => PutAsync(services, id, "幽灵岗位", 1);

    public static string PrefixOf(DataOptions data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return $"test-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(data.Folder)))[..16]}";
    }

    public static Task DeleteAsync(IServiceProvider services, long id, long version) =>
        OnServerAsync(services, HttpMethod.Delete, $"{{0}}-postings/_doc/{Text(id)}?version_type=external_gte&version={Text(version)}");

    public static Task PutAsync(IServiceProvider services, long id, string title, long version) => OnServerAsync(
        services, HttpMethod.Put, $"{{0}}-postings/_doc/{Text(id)}?version_type=external_gte&version={Text(version)}", $$$"""
        {"id":{{{Text(id)}}},"seq":1,"fingerprint":1,"kind":1,"shift":1,"closes":{{{int.MaxValue}}},"published":1,"hourly":-1,"places":[],"positions":[],"title":"{{{Bigrams.Index(title)}}}",
         "shown":{"title":"{{{title}}}","employer":"","place":"","description":""}}
        """);

    /// <summary>Written with the version that is there, as somebody does who knows how the engine writes.</summary>
    private static async Task EditAsync(IServiceProvider services, long id, Action<JsonNode> edit)
    {
        using var server = new RawServer(TestServers.Shared!);
        var document = await server.GetAsync($"{PrefixOf(services.GetRequiredService<DataOptions>())}-postings/_doc/{Text(id)}");
        var source = document["_source"]!;
        edit(source);
        await OnServerAsync(services, HttpMethod.Put, $"{{0}}-postings/_doc/{Text(id)}?version_type=external_gte&version={Text(document["_version"]!.GetValue<long>())}", source.ToJsonString());
    }

    private static async Task<long> VersionAsync(IServiceProvider services, long id)
    {
        using var server = new RawServer(TestServers.Shared!);
        return (await server.GetAsync($"{PrefixOf(services.GetRequiredService<DataOptions>())}-postings/_doc/{Text(id)}"))["_version"]!.GetValue<long>();
    }

    private static async Task OnServerAsync(IServiceProvider services, HttpMethod method, string path, string? json = null)
    {
        using var server = new RawServer(TestServers.Shared!);
        await server.SendAsync(method, string.Format(CultureInfo.InvariantCulture, path, PrefixOf(services.GetRequiredService<DataOptions>())), json);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes no changes; deletes the county's indexes when its services are disposed.</summary>
    private sealed class Cleaner(string prefix) : IChangeConsumer, IAsyncDisposable
    {
        public string Name => "cleaner";

        public Task<long> StartAsync(CancellationToken cancel) => Task.FromResult(long.MaxValue);

        public Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel) => Task.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            using var server = new RawServer(TestServers.Shared!);
            await server.SendAsync(HttpMethod.Delete, $"{prefix}-postings-v*,{prefix}-workers-v*");
        }
    }
}
