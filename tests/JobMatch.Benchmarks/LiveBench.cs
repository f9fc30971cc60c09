using System.Diagnostics;
using System.Globalization;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Benchmarks;

/// <summary>
/// From the call that saves a published posting to the item on each of 200 open pages of the people it suits best, against a plain SignalR
/// send of the same kind of item to the same pages, in turns. The least score is lowered so that 200 people are told.
/// </summary>
internal static class LiveBench
{
    private const int Pages = 200;
    private const int Rounds = 20;
    private const int WarmUp = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync()
    {
        await using var site = new BenchSite();
        await site.StartAsync();
        var options = site.Services.GetRequiredService<AnnouncementOptions>();
        (options.MinScore, options.MostPeople, options.PeoplePerVacancy, options.SinglesPerDay) = (1, Pages, 1, int.MaxValue);
        var model = await ModelAsync(site);
        var people = site.Services.GetRequiredService<FitPool>()
            .BestWorkers(model, new RankQuery { On = TimeProvider.System.Today(), K = Pages, Scope = SettlementSet.All, Seekers = Seekers.Willing })!.Best.Select(f => f.Id).ToList();
        Console.WriteLine($"Opening {people.Count} pages ...");
        var pages = new List<LivePage>();
        foreach (var person in people)
        {
            var page = new LivePage();
            await page.OpenAsync(site.Address, await site.SignInAsync(person));
            pages.Add(page);
        }

        var (published, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var ours = await MeasureAsync(pages, () => PublishAsync(site, model));
            var theirs = await MeasureAsync(pages, () => SendPlainAsync(site, people, round));
            if (round < WarmUp) continue;
            published.AddRange(ours);
            plain.AddRange(theirs);
        }

        Print("publish to page", published, plain);
        foreach (var page in pages) await page.DisposeAsync();
        return 0;
    }

    private static void Print(string work, List<double> ours, List<double> peer)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-18} {"median ms",10} {"p99 ms",10}   ({ours.Count} arrivals each)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work,-18} {Figures.Percentile(ours, 50),10:0.0} {Figures.Percentile(ours, 99),10:0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"plain send",-18} {Figures.Percentile(peer, 50),10:0.0} {Figures.Percentile(peer, 99),10:0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"ratio",-18} {Figures.Percentile(ours, 50) / Figures.Percentile(peer, 50),10:0.0} {Figures.Percentile(ours, 99) / Figures.Percentile(peer, 99),10:0.0}"));
    }

    private static async Task<List<double>> MeasureAsync(List<LivePage> pages, Func<Task> send)
    {
        foreach (var page in pages) page.Expect();
        var from = Stopwatch.GetTimestamp();
        await send();
        var arrivals = await Task.WhenAll(pages.Select(p => p.Next)).WaitAsync(Patience);
        return [.. arrivals.Select(at => Stopwatch.GetElapsedTime(from, at).TotalMilliseconds)];
    }

    private static async Task SendPlainAsync(BenchSite site, List<long> people, int round)
    {
        var hub = site.Services.GetRequiredService<IHubContext<LiveHub, ILiveClient>>();
        var item = new LiveItem(-round, "posting", "plain", "/", "plain", TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var person in people) await hub.Clients.Group($"person-{person}").Arrived(item);
    }

    /// <summary>The published posting that suits two hundred people best.</summary>
    private static async Task<long> ModelAsync(BenchSite site)
    {
        await using var request = site.Services.CreateSystemScope();
        var ids = await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Posting>()
            .Where(p => p.State == PostingState.Published && p.Kind == PostingKind.Enterprise && p.Employer!.State == EmployerState.Verified).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        var pool = site.Services.GetRequiredService<FitPool>();
        var query = new RankQuery { On = TimeProvider.System.Today(), K = 1, Scope = SettlementSet.All, Seekers = Seekers.Willing };
        return ids.First(id => pool.BestWorkers(id, query) is { EligibleInScope: >= 2 * Pages });
    }

    /// <summary>A new posting like the model, published by one save.</summary>
    private static async Task PublishAsync(BenchSite site, long model)
    {
        await using var request = site.Services.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var like = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Include(p => p.Skills).SingleAsync(p => p.Id == model);
        var posting = new Posting
        {
            EmployerId = like.EmployerId, CountyCode = like.CountyCode, Kind = like.Kind, Title = like.Title, Description = like.Description, OccupationIds = like.OccupationIds,
            Wage = like.Wage, Shift = like.Shift, Strain = like.Strain, HoursPerDay = like.HoursPerDay,
        };
        foreach (var skill in like.Skills) posting.Skills.Add(new PostingSkill { SkillId = skill.SkillId, Must = skill.Must });
        foreach (var quota in like.Quotas)
            posting.Quotas.Add(new Quota { Place = quota.Place, SettlementId = quota.SettlementId, RegionCode = quota.RegionCode, PlaceText = quota.PlaceText, Latitude = quota.Latitude, Longitude = quota.Longitude, Vacancies = Math.Max(1, quota.Vacancies) });
        posting.Submit(employerVerified: true, TimeProvider.System.GetUtcNow().UtcDateTime);
        db.Add(posting);
        await db.SaveChangesAsync();
    }
}
