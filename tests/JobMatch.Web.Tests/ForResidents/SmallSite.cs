using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>The real program on the test server with the small county, and visitors that send forms as browsers do.</summary>
public sealed partial class SmallSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("jobmatch-small-").FullName;

    public SmallCounty County { get; private set; } = null!;

    /// <summary>Settings of its own, by their whole names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public async Task InitializeAsync()
    {
        County = await SmallCounty.CopyToAsync(_data);
        await Services.GetRequiredService<ProjectionRunner>().DrainAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirect.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A visitor who came in with the card of a person.</summary>
    public async Task<HttpClient> ResidentAsync(long personId)
    {
        var visitor = Visitor();
        var card = $"/c/{await CardAsync(personId)}";
        using var entered = await SendAsync(visitor, card, card);
        return entered.Headers.Location?.OriginalString == "/for-you" ? visitor : throw new InvalidOperationException($"The card was refused: {entered.StatusCode}.");
    }

    /// <summary>A visitor who signed in by name and password.</summary>
    public async Task<HttpClient> WorkerAsync(string userName)
    {
        var visitor = Visitor();
        using var entered = await SendAsync(visitor, "/sign-in/work", "/sign-in/work", ("UserName", userName), ("Password", SmallCounty.Password));
        return (int)entered.StatusCode == 302 ? visitor : throw new InvalidOperationException($"The password was refused: {entered.StatusCode}.");
    }

    public async Task<string> CardAsync(long personId)
    {
        await using var request = Services.CreateSystemScope();
        return (await request.ServiceProvider.GetRequiredService<IssueQrCard>().RunAsync(personId, County.Settlement.Id, County.StaffAccountId, CancellationToken.None)).Value!;
    }

    /// <summary>Opens a page and sends a form of it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, string to, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var html = await visitor.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__form", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await visitor.PostAsync(to, form);
    }

    public async Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var request = Services.CreateSystemScope();
        return await work(request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("JobMatch:Data", _data);
        builder.UseSetting("JobMatch:Jobs:Enabled", "false");
        builder.UseSetting("JobMatch:RateLimits:SignInPerMinute", "100000");
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }

    [GeneratedRegex("""name="__form" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();
}
