using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace JobMatch.Browser.Tests;

/// <summary>
/// The real program on Kestrel with a small county, and a real browser. One for a test class: <c>IClassFixture&lt;BrowserSite&gt;</c>. Each page that a test opens
/// is a browser of its own: nobody is signed in, nothing is remembered.
/// </summary>
public class BrowserSite : IAsyncLifetime, IAsyncDisposable
{
    private readonly KestrelSite _program = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _program.ClientOptions.BaseAddress;

    public IServiceProvider Services => _program.Services;

    /// <summary>What stands in the database at the start.</summary>
    public SmallCounty County { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _program.UseKestrel(0);
        await FillAsync();
        _program.StartServer();
        await DrainAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("JOBMATCH_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>What stands in the database before the first visitor: the small county.</summary>
    protected virtual async Task FillAsync() => County = await SmallCounty.CopyToAsync(_program.Folder);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _program.DisposeAsync();
    }

    /// <summary>Waits until index, pool, announcements and live push have taken everything that is committed now.</summary>
    public Task DrainAsync() => Services.GetRequiredService<ProjectionRunner>().DrainAsync();

    /// <summary>A new browser for one visitor at a width (360: a phone), by default Chinese and with JavaScript.</summary>
    public async Task<IPage> OpenAsync(int width = 360, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 768 },
            JavaScriptEnabled = javaScript,
            // What slides in is looked at when it stands.
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        PageFaults.Watch(page);
        if (javaScript) await ActWhenReadyAsync(page);
        return page;
    }

    /// <summary>Nobody presses anything before a page's scripts listen: every action first waits for them, also after a click that led to another page. The handler
    /// itself has nothing to do: Playwright goes on when what called it is gone.</summary>
    private static async Task ActWhenReadyAsync(IPage page)
    {
        await page.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.ready = ''; });");
        await page.AddLocatorHandlerAsync(page.Locator("html:not([data-ready])"), _ => Task.CompletedTask);
    }

    /// <summary>A visitor who has signed in by name and password: <see cref="SmallCounty.StaffName"/> and the others.</summary>
    public async Task<IPage> OpenAsAsync(string userName, int width = 1366, string password = SmallCounty.Password)
    {
        var page = await OpenAsync(width);
        await page.GotoAsync("/sign-in/work");
        await page.FillAsync("#UserName", userName);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A resident who has signed in with the card that the station printed.</summary>
    public async Task<IPage> OpenAsResidentAsync(long personId, int width = 360, bool javaScript = true)
    {
        var page = await OpenAsync(width, javaScript);
        await page.GotoAsync($"/c/{await CardAsync(personId)}");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/for-you");
        return page;
    }

    /// <summary>The token of a new card of a person, as the station would print it.</summary>
    public async Task<string> CardAsync(long personId)
    {
        await using var request = Services.CreateSystemScope();
        return (await request.ServiceProvider.GetRequiredService<IssueQrCard>().RunAsync(personId, County.Settlement.Id, County.StaffAccountId, CancellationToken.None)).Value!;
    }

    /// <summary>Does something on the server, in a request of its own under the system's scope.</summary>
    public async Task<T> OnServerAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var request = Services.CreateSystemScope();
        return await work(request.ServiceProvider);
    }

    private sealed class KestrelSite : WebApplicationFactory<Program>
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("jobmatch-browser-").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("JobMatch:Data", Folder);
            builder.UseSetting("JobMatch:Jobs:Enabled", "false");
            builder.UseSetting("JobMatch:ShowOutbox", "true");
            foreach (var limit in new[] { "SignInPerMinute", "CodesPerHour", "SearchPerMinute", "AnonymousSearchPerMinute", "SuggestPerMinute", "AnonymousSuggestPerMinute", "ApplyPerMinute", "ReportPerHour" })
                builder.UseSetting($"JobMatch:RateLimits:{limit}", "100000");
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>The same with an empty database, in which nothing but the first administrator was made, as the command line makes her.</summary>
public sealed class EmptySite : BrowserSite
{
    public const string AdministratorName = "first.admin";

    protected override async Task FillAsync()
    {
        await using var request = Services.CreateSystemScope();
        var made = await request.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(new CreateAccountRequest(AdministratorName, SmallCounty.Password, AdministratorName, [(Role.Administrator, GrantArea.System, 0)]));
        if (!made.IsDone) throw new InvalidOperationException(string.Join("; ", made.Refusals));
    }
}
