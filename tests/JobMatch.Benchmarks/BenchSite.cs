using System.Text.RegularExpressions;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Seed;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobMatch.Benchmarks;

/// <summary>The real program on Kestrel with the demo county (about 7,500 workers, 900 postings), in a folder of its own that goes with it.</summary>
internal sealed partial class BenchSite : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("jobmatch-bench-").FullName;

    public Uri Address => ClientOptions.BaseAddress;

    public async Task StartAsync()
    {
        // The factory looks for the program's folder beside the solution file; it lies under src.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_JOBMATCH_WEB", AppContext.BaseDirectory);
        UseKestrel(0);
        StartServer();
        Console.WriteLine("Loading the demo county ...");
        await SeedCounty.LoadAsync(Services, SeedSize.Demo, 1, TimeProvider.System.Today(), null, CancellationToken.None);
        await using (var request = Services.CreateSystemScope())
            foreach (var name in new[] { Fits.Announcements.CursorName, Notifications.News.CursorName })
                await LeasedCursor.SkipToNowAsync(request.ServiceProvider.GetRequiredService<JobMatchDbContext>(), name, CancellationToken.None);
        await Services.GetRequiredService<ProjectionRunner>().DrainAsync();
    }

    /// <summary>The session cookie of a resident who came in by card.</summary>
    public async Task<string> SignInAsync(long personId)
    {
        await using var request = Services.CreateSystemScope();
        var settlement = await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Person>().Where(p => p.Id == personId).Select(p => p.SettlementId).SingleAsync();
        var token = (await request.ServiceProvider.GetRequiredService<IssueQrCard>().RunAsync(personId, settlement, 1, CancellationToken.None)).Value!;
        var cookies = new System.Net.CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        var form = Form().Match(await client.GetStringAsync(new Uri($"/c/{token}", UriKind.Relative))).Groups[1].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__form"] = form });
        using var answer = await client.PostAsync(new Uri($"/c/{token}", UriKind.Relative), content);
        return cookies.GetCookieHeader(Address);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("JobMatch:Data", _data);
        builder.UseSetting("JobMatch:Jobs:Enabled", "false");
        foreach (var limit in new[] { "SignInPerMinute", "CodesPerHour", "SearchPerMinute", "AnonymousSearchPerMinute", "SuggestPerMinute", "AnonymousSuggestPerMinute", "ApplyPerMinute", "ReportPerHour" })
            builder.UseSetting($"JobMatch:RateLimits:{limit}", "1000000");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex("name=\"__form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Form();
}

internal static class Figures
{
    public static double Percentile(IReadOnlyCollection<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
