using JobMatch.Data;
using JobMatch.JobRuns;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace JobMatch.Jobs.Tests;

public class JobClockTests
{
    /// <summary>The real scheduler, the real jobs, two nodes on one database: what was missed runs at the start, each period once.</summary>
    [Theory, OnEachDatabase]
    public async Task Two_nodes_make_up_what_was_missed_once(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await county.AddAsync(Some.Settlement());
        await MarkDoneAsync(county, "date-changes", "2026-11-12");
        await MarkDoneAsync(county, "month-count", "202608");

        using var first = await StartNodeAsync(county);
        using var second = await StartNodeAsync(county);
        await UntilAsync(county, runs => runs.Count(r => r.State == JobRunState.Done) == 9);
        await first.StopAsync();
        await second.StopAsync();

        var runs = await RunsAsync(county);
        runs.Where(r => r.Job == "date-changes").Select(r => r.Period).ShouldBe(["2026-11-12", "2026-11-13", "2026-11-14", "2026-11-15"]);
        runs.Where(r => r.Job == "date-changes").Skip(1).Select(r => r.FinishedAt).ShouldBeInOrder();
        runs.Where(r => r.Job == "month-count").Select(r => r.Period).ShouldBe(["202608", "202609", "202610"]);
        runs.Where(r => r.Job == "watch-cases").Select(r => r.Period).ShouldBe(["2026-11-15"]);
        runs.ShouldAllBe(r => r.Attempt == 1 && r.State == JobRunState.Done);
    }

    private static async Task<IHost> StartNodeAsync(TestCounty county)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(county.Clock);
        builder.Services.AddJobMatch(county.Options).AddJobs();
        // The indexes have tests of their own; here there is none to compare or to search.
        foreach (var job in builder.Services.Where(s => s.ImplementationInstance is ScheduledJob { Job.Name: "reconcile-index" or "saved-searches" }).ToList()) builder.Services.Remove(job);
        builder.Services.AddJobClock(new JobsOptions());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static Task<JobRun> MarkDoneAsync(TestCounty county, string job, string period)
    {
        var run = new JobRun { Job = job, Period = period };
        run.Start("before", county.Clock.UtcNow(), RunJob.Lease);
        run.Finish(county.Clock.UtcNow(), "done before");
        return county.AddAsync(run);
    }

    private static Task<List<JobRun>> RunsAsync(TestCounty county) =>
        county.OnDbAsync(db => db.Set<JobRun>().AsNoTracking().OrderBy(r => r.Job).ThenBy(r => r.Period).ToListAsync());

    private static Task UntilAsync(TestCounty county, Func<List<JobRun>, bool> isSo) => Waits.UntilAsync(
        async () => isSo(await RunsAsync(county)),
        async () => string.Join(Environment.NewLine, (await RunsAsync(county)).Select(r => $"{r.Job} {r.Period} {r.State} {r.Summary}")));
}
