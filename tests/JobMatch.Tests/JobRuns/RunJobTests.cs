using JobMatch.Data;
using JobMatch.JobRuns;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.JobRuns;

public class RunJobTests
{
    private static readonly JobPeriod Today = JobPeriod.OfDay(new DateOnly(2026, 11, 15));

    [Theory, OnEachDatabase]
    public async Task Many_nodes_run_a_period_once(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var runs = 0;
        var job = Make((_, _) => Interlocked.Increment(ref runs));
        var runJob = county.Services.GetRequiredService<RunJob>();

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => runJob.RunAsync(job, Today, default, $"node {n}"))));

        runs.ShouldBe(1);
        results.Count(r => r == RunResult.Done).ShouldBe(1);
        (await runJob.RunAsync(job, Today, default)).ShouldBe(RunResult.NotMine);
    }

    [Theory, OnEachDatabase]
    public async Task A_failed_period_is_tried_again_and_says_why(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var job = Make((_, attempt) => attempt == 1 ? throw new InvalidOperationException("no disk") : 0);
        var runJob = county.Services.GetRequiredService<RunJob>();

        (await runJob.RunAsync(job, Today, default)).ShouldBe(RunResult.Failed);
        (await RunAsync(county)).Summary.ShouldContain("no disk");
        (await runJob.RunAsync(job, Today, default)).ShouldBe(RunResult.Done);
        var run = await RunAsync(county);
        (run.State, run.Attempt).ShouldBe((JobRunState.Done, 2));
    }

    [Theory, OnEachDatabase]
    public async Task The_lease_of_a_dead_node_is_taken_over_and_its_late_end_changes_nothing(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var runJob = county.Services.GetRequiredService<RunJob>();
        var (started, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var silent = new Job("test", PeriodKind.Day, async (_, _, _) =>
        {
            started.SetResult();
            await mayEnd.Task;
            return "late";
        });
        var first = Task.Run(() => runJob.RunAsync(silent, Today, default, "silent node"));
        await started.Task;

        (await runJob.RunAsync(Make((_, _) => 0), Today, default, "other node")).ShouldBe(RunResult.NotMine);
        county.Clock.Advance(RunJob.Lease + TimeSpan.FromSeconds(1));
        (await runJob.RunAsync(Make((_, _) => 0), Today, default, "other node")).ShouldBe(RunResult.Done);
        mayEnd.SetResult();
        await first;

        var run = await RunAsync(county);
        (run.LeasedBy, run.Summary, run.State).ShouldBe(("other node", "ran", JobRunState.Done));
    }

    [Theory, OnEachDatabase]
    public async Task Missed_days_are_made_up_in_order_and_a_failure_stops_the_row(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var ran = new List<string>();
        var broken = true;
        var job = Make((period, _) =>
        {
            if (broken && period.Text == "2026-11-18") throw new InvalidOperationException("broken");
            ran.Add(period.Text);
            return 0;
        });
        var missed = county.Services.GetRequiredService<MissedPeriods>();

        (await missed.RunAsync(job, Today, default)).ShouldBe(1); // never ran before: the latest only
        (await missed.RunAsync(job, JobPeriod.OfDay(new DateOnly(2026, 11, 20)), default)).ShouldBe(2);
        ran.ShouldBe(["2026-11-15", "2026-11-16", "2026-11-17"]);
        broken = false;
        (await missed.RunAsync(job, JobPeriod.OfDay(new DateOnly(2026, 11, 20)), default)).ShouldBe(3);
        ran.Skip(3).ShouldBe(["2026-11-18", "2026-11-19", "2026-11-20"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_period_that_always_fails_no_longer_holds_up_the_others_until_somebody_asks(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var broken = true;
        var job = Make((period, _) => broken && period == Today ? throw new InvalidOperationException("broken") : 0);
        var missed = county.Services.GetRequiredService<MissedPeriods>();
        for (var i = 0; i < MissedPeriods.MostAttempts; i++) (await missed.RunAsync(job, Today.Next, default)).ShouldBe(i == 0 ? 1 : 0);

        async Task<IReadOnlyList<string>> WaitingAsync() => [.. (await missed.ListAsync(job, Today.Next, default)).Select(p => p.Text)];
        (await WaitingAsync()).ShouldBeEmpty();
        broken = false;
        county.Clock.Advance(TimeSpan.FromDays(1));
        (await county.UseAsync((RunAgain use) => use.RunAsync(job, "2026-11-15", default))).IsDone.ShouldBeTrue();
        (await WaitingAsync()).ShouldBe(["2026-11-15"]);
        (await missed.RunAsync(job, Today.Next, default)).ShouldBe(1);
    }

    [Fact]
    public void Months_are_made_up_over_the_turn_of_the_year()
    {
        JobPeriod.TryParse(PeriodKind.Month, "202611", out var month).ShouldBeTrue();
        (month.Next.Next.Text, month.Day, month.Previous.Text).ShouldBe(("202701", new DateOnly(2026, 11, 30), "202610"));
        JobPeriod.TryParse(PeriodKind.Month, "202613", out _).ShouldBeFalse();
        JobPeriod.TryParse(PeriodKind.Day, "2026-02-30", out _).ShouldBeFalse();
    }

    private static Job Make(Func<JobPeriod, int, int> work)
    {
        var attempts = new Dictionary<JobPeriod, int>();
        return new Job("test", PeriodKind.Day, (_, period, _) =>
        {
            attempts[period] = attempts.GetValueOrDefault(period) + 1;
            work(period, attempts[period]);
            return Task.FromResult("ran");
        });
    }

    private static Task<JobRun> RunAsync(TestCounty county) => county.OnDbAsync(db => db.Set<JobRun>().SingleAsync());
}
