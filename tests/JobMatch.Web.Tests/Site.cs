using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobMatch.Web.Tests;

/// <summary>The real program on the test server, with a data folder of its own.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    /// <summary>The time it is there; the machine's own when not given.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Its data; what is put here before the first request or look at <see cref="WebApplicationFactory{T}.Services"/> is what it starts with.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("jobmatch-web-").FullName;

    /// <summary>Address of a search server that is asked before the index of the node; empty: none.</summary>
    public string Elasticsearch { get; init; } = "";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("JobMatch:Data", Folder);
        builder.UseSetting("JobMatch:Jobs:Enabled", "false");
        if (Elasticsearch.Length > 0)
        {
            builder.UseSetting("JobMatch:Search:Engine", "Elasticsearch");
            builder.UseSetting("JobMatch:Search:Elasticsearch:Addresses", Elasticsearch);
        }

        if (Clock is { } clock) builder.ConfigureTestServices(services => services.AddSingleton(clock));
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }

    public HttpClient Visitor(params (string Name, string Value)[] headers)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
