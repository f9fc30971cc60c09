using System.Diagnostics;
using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.JobRuns;
using JobMatch.Jobs;
using JobMatch.Notifications;
using JobMatch.Seed;
using JobMatch.Web.Shared.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Shared.Demo;

/// <summary>
/// Prints where to look and how to sign in, and loads the demo county behind the answering site, with a progress bar on the console.
/// What is loaded is no news: nobody is sent messages about it.
/// </summary>
internal sealed partial class DemoCountyLoader(
    IServiceProvider services, IServer server, IHostApplicationLifetime lifetime, IOptions<DemoOptions> options, IOptions<SiteOptions> site, TimeProvider clock, ILogger<DemoCountyLoader> log) : BackgroundService
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        var console = new StartConsole(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "");
        var demo = options.Value.County;
        console.Welcome(site.Value, demo != DemoCounty.None, await HasAccountsAsync(stoppingToken));
        if (demo == DemoCounty.None) return;
        if (await SeedCounty.IsLoadedAsync(services, stoppingToken))
        {
            StartConsole.Residents(await ResidentsAsync(stoppingToken));
            return;
        }

        try
        {
            await LoadAsync(demo, console, stoppingToken);
        }
        catch (InvalidOperationException refused)
        {
            Log.NotLoaded(log, refused.Message);
        }
    }

    private async Task<bool> HasAccountsAsync(CancellationToken stop)
    {
        await using var scope = services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Account>().AnyAsync(stop);
    }

    private async Task LoadAsync(DemoCounty demo, StartConsole console, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await HoldNewsAsync(stop);
        var progress = new Progress<(string Step, long Done, long Total)>(console.Progress);
        var loading = SeedCounty.LoadAsync(services, Enum.Parse<SeedSize>(demo.ToString()), options.Value.Seed, clock.Today(), progress, stop);
        while (await Task.WhenAny(loading, Task.Delay(Hold / 4, stop)) != loading) await HoldNewsAsync(stop);
        await loading;
        await RunJobsAsync(stop);
        await SkipNewsAsync(stop);
        console.Loaded(watch.Elapsed);
        StartConsole.Residents(await ResidentsAsync(stop));
    }

    /// <summary>Who is behind the demo phones: the last question of their sign-in cannot be answered without it. Invented people only.</summary>
    private async Task<IReadOnlyList<(string Phone, PersonOfPhone Person)>> ResidentsAsync(CancellationToken cancel)
    {
        await using var request = services.CreateSystemScope();
        var people = request.ServiceProvider.GetRequiredService<PeopleOfPhoneView>();
        var all = new List<(string Phone, PersonOfPhone Person)>();
        foreach (var phone in DemoAccounts.ResidentPhones) all.AddRange((await people.ReadAsync(phone, cancel)).Select(person => (phone, person)));
        return all;
    }

    /// <summary>Today's jobs, which waited for the county to be whole.</summary>
    private async Task RunJobsAsync(CancellationToken stop)
    {
        await using var request = services.CreateSystemScope();
        var schedule = request.ServiceProvider.GetRequiredService<JobSchedule>();
        foreach (var job in schedule.Jobs) await request.ServiceProvider.GetRequiredService<MissedPeriods>().RunAsync(job, schedule.LatestDue(job), stop);
    }

    private async Task HoldNewsAsync(CancellationToken cancel)
    {
        await using var request = services.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var until = clock.UtcNow() + Hold;
        await LeasedCursor.HoldAsync(db, Announcements.CursorName, until, cancel);
        await LeasedCursor.HoldAsync(db, News.CursorName, until, cancel);
    }

    private async Task SkipNewsAsync(CancellationToken cancel)
    {
        await using var request = services.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        await LeasedCursor.SkipToNowAsync(db, Announcements.CursorName, cancel);
        await LeasedCursor.SkipToNowAsync(db, News.CursorName, cancel);
    }

    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The demo county was not loaded: {Reason}")]
        public static partial void NotLoaded(ILogger log, string reason);
    }
}

/// <summary>What whoever started the program reads.</summary>
internal sealed class StartConsole(string address)
{
    private const int Width = 30;
    private readonly bool _terminal = !Console.IsOutputRedirected;
    private long _lastPercent = -1;
    private string _lastStep = "";

    public void Welcome(SiteOptions site, bool demo, bool hasAccounts)
    {
        Console.WriteLine($"JobMatch answers at {address}  (stop with Ctrl+C)");
        Console.WriteLine($"  residents       {address}/            sign in: {address}/sign-in/phone");
        Console.WriteLine($"  station staff   {address}/station/today");
        Console.WriteLine($"  employers       {address}/employer/postings   register: {address}/employers/register");
        Console.WriteLine($"  supervisors     {address}/county/month");
        Console.WriteLine($"  administrators  {address}/admin/accounts");
        if (site.ShowOutbox) Console.WriteLine($"  one-time codes  {address}/outbox");
        if (!demo)
        {
            if (!hasAccounts) Console.WriteLine("No demo county. Make the first administrator: scripts/jobmatch admin create --user NAME --data DIR");
            return;
        }

        Console.WriteLine($"Sign-ins of the demo county (password of all: {DemoAccounts.Password}):");
        foreach (var account in DemoAccounts.All) Console.WriteLine($"  {account.Role,-14} {account.UserName,-10} {account.DisplayName}");
        Console.WriteLine($"  Residents: phones {string.Join(", ", DemoAccounts.ResidentPhones)} (the last one is shared by a family); the code is on {address}/outbox; the last four of the ID number that the sign-in asks for follow when the county is loaded");
    }

    public static void Residents(IEnumerable<(string Phone, PersonOfPhone Person)> residents)
    {
        Console.WriteLine("Residents of the demo county, and the last four of the ID number that the sign-in asks for:");
        foreach (var (phone, person) in residents) Console.WriteLine($"  {phone}  {person.LastFour ?? "none: the station links",-4}  {person.Name}");
    }

    public void Progress((string Step, long Done, long Total) at)
    {
        var percent = at.Total == 0 ? 100 : at.Done * 100 / at.Total;
        if (at.Step == _lastStep && percent == _lastPercent) return;
        var newStep = at.Step != _lastStep;
        (_lastStep, _lastPercent) = (at.Step, percent);
        var filled = (int)(percent * Width / 100);
        var bar = string.Create(CultureInfo.InvariantCulture, $"Loading the demo county [{new string('#', filled)}{new string('.', Width - filled)}] {percent,3} %  {at.Step}");
        if (_terminal) Console.Write("\r" + bar.PadRight(100));
        else if (newStep || percent == 100) Console.WriteLine(bar);
    }

    public void Loaded(TimeSpan took)
    {
        if (_terminal) Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The demo county is loaded ({took.TotalSeconds:0} s). It is kept for the next start."));
    }
}
