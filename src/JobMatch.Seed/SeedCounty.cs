using JobMatch.Data;
using JobMatch.JobRuns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Seed;

/// <summary>What stands in the database after a load.</summary>
/// <param name="Size">How big.</param>
/// <param name="Seed">The seed number it was made from.</param>
/// <param name="Day">The day that it ends at.</param>
/// <param name="WasThere">True when an earlier load had finished and nothing was written.</param>
public sealed record LoadedCounty(SeedSize Size, int Seed, DateOnly Day, bool WasThere);

/// <summary>
/// Loads the invented county. It writes through the entities' own verbs in short transactions, so that a site answers meanwhile, and its
/// change events keep index and pool in step. An interrupted load goes on where it stopped, with the size, seed and day it was begun with,
/// whatever the next call asks for; a finished one is left alone.
/// </summary>
public static class SeedCounty
{
    private const string Job = "seed";

    public static async Task<bool> IsLoadedAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        return await db.Set<JobRun>().AnyAsync(r => r.Job == Job && r.State == JobRunState.Done, cancel);
    }

    /// <exception cref="InvalidOperationException">The database holds a county of its own: nothing is mixed into it.</exception>
    public static async Task<LoadedCounty> LoadAsync(
        IServiceProvider services, SeedSize size, int seed, DateOnly today, IProgress<(string Step, long Done, long Total)>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        var asked = new LoadedCounty(size, seed, today, WasThere: false);
        var county = await BeginAsync(services, asked, cancel);
        if (county.WasThere) return county;
        var plan = CountyMaker.Make(Facts.Read(), county.Size, county.Seed, county.Day);
        var loaded = await new CountyLoad(services, plan, county.Day, progress).RunAsync(cancel);
        await EndAsync(services, loaded, cancel);
        return county;
    }

    private static async Task<LoadedCounty> BeginAsync(IServiceProvider services, LoadedCounty asked, CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
        var run = await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Job == Job, cancel);
        if (run is { State: JobRunState.Done }) return Parse(run.Period) with { WasThere = true };
        if (run is null)
        {
            // Imported postings bring employers without a settlement: that is no empty database either.
            if (await db.Set<Settlements.Settlement>().AnyAsync(cancel) || await db.Set<Employers.Employer>().AnyAsync(cancel))
                throw new InvalidOperationException("This database holds a county or imported postings already; the demo county is loaded into an empty one only.");
            run = new JobRun { Job = Job, Period = $"{asked.Size} {asked.Seed} {asked.Day:yyyy-MM-dd}" };
            db.Add(run);
        }

        run.Start(Environment.MachineName, now, TimeSpan.Zero);
        await db.SaveChangesAsync(cancel);
        return Parse(run.Period);
    }

    private static async Task EndAsync(IServiceProvider services, string summary, CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var run = await db.Set<JobRun>().SingleAsync(r => r.Job == Job, cancel);
        run.Finish(scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow(), summary);
        await db.SaveChangesAsync(cancel);
    }

    private static LoadedCounty Parse(string period)
    {
        var parts = period.Split(' ');
        return new LoadedCounty(
            Enum.Parse<SeedSize>(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.ParseExact(parts[2], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), WasThere: false);
    }
}
