using System.Net.Http.Headers;
using System.Text;
using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>https with an authority of its own, a user with a password, and API keys.</summary>
[NeedsElasticsearch(OfItsOwn = true)]
public sealed class SecureServerTests
{
    private const string User = "admin";
    private const string Password = "jobmatch-test";

    [Fact]
    public async Task A_secured_server_is_used_with_a_password_or_a_key_and_not_without()
    {
        await using var server = await OwnServer.StartAsync("--secure", "--heap", "512m");
        var authority = Path.Combine(server.Folder, "conf", "ca.crt");
        var options = new ElasticsearchOptions { Addresses = server.Address, CaFile = authority, User = User, Password = Password };
        (await AskAsync(options)).Version.Number.ShouldNotBeEmpty();

        var key = await KeyAsync(server.Address);
        (await AskAsync(new ElasticsearchOptions { Addresses = server.Address, CaFile = authority, ApiKey = key })).ClusterName.ShouldNotBeEmpty();

        (await RefusedAsync(new ElasticsearchOptions { Addresses = server.Address, CaFile = authority, User = User, Password = "wrong" })).Status.ShouldBe(401);
        (await RefusedAsync(new ElasticsearchOptions { Addresses = server.Address, CaFile = authority })).Status.ShouldBe(401);
        // An authority that nobody trusts: no connection at all, and no password sent.
        await Should.ThrowAsync<ElasticsearchUnavailableException>(() => AskAsync(new ElasticsearchOptions { Addresses = server.Address, User = User, Password = Password }));

        await IndexesAndSearchesAsync(options);
    }

    private static async Task IndexesAndSearchesAsync(ElasticsearchOptions options)
    {
        await using var county = await TestCounty.CreateAsync(DatabaseProvider.Sqlite, services =>
        {
            services.AddSingleton<DocumentReader>();
            services.AddElasticsearch(options);
        });
        var writer = county.Services.GetRequiredService<ElasticsearchIndexWriter>();
        await writer.StartAsync(default);
        (await Recovery.KnownAsync(writer)).Problem.ShouldBeNull();
        (await county.Services.GetRequiredService<ElasticsearchPostingSearch>().SearchAsync(new() { Words = "缝纫工" }, default)).Total.ShouldBe(0);
    }

    private static async Task<ServerInfo> AskAsync(ElasticsearchOptions options)
    {
        using var transport = new ElasticsearchTransport(options);
        return await new ElasticsearchClient(transport).InfoAsync(default);
    }

    private static Task<ElasticsearchRefusedException> RefusedAsync(ElasticsearchOptions options) => Should.ThrowAsync<ElasticsearchRefusedException>(() => AskAsync(options));

    private static async Task<string> KeyAsync(string address)
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var server = new RawServer(address, handler);
        server.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        return (await server.SendAsync(HttpMethod.Post, "_security/api_key", """{"name":"jobmatch"}"""))["encoded"]!.GetValue<string>();
    }
}
