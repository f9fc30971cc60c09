using System.CommandLine;
using System.Globalization;
using JobMatch.Data;
using JobMatch.JobRuns;
using JobMatch.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch jobs list</c> and <c>jobmatch jobs run JOB PERIOD</c>: how the jobs stand, and one of them by hand.</summary>
internal static class JobsCommand
{
    public static Command Create(CommandContext context) => new("jobs", "The work that runs by itself every day and every month.") { List(context), Run(context) };

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "Each job with its last run and its next time.");
        context.Run(command, async (services, _, cancel) =>
        {
            var schedule = services.GetRequiredService<JobSchedule>();
            foreach (var status in await services.GetRequiredService<JobStatusView>().RunAsync(schedule.Jobs.Select(j => j.Name), cancel))
            {
                var next = schedule.NextAt(schedule.Find(status.Job)!) is { } at ? Time(at.UtcDateTime) : "never";
                await context.Output.WriteLineAsync($"{status.Job}: next {next}; {Last(status)}");
            }

            return ExitCode.Done;
        }, mustExist: true);
        return command;
    }

    private static Command Run(CommandContext context)
    {
        var name = new Argument<string>("JOB") { Description = "A name from jobs list." };
        var period = new Argument<string>("PERIOD") { Description = "A day such as 2026-11-30, or a month such as 202611." };
        var command = new Command("run", "Run a job for a period, again if it is done already.") { name, period };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var schedule = services.GetRequiredService<JobSchedule>();
            if (schedule.Find(parsed.GetValue(name)!) is not { } job)
                return await context.FailAsync($"No job is named {parsed.GetValue(name)}; there are {string.Join(", ", schedule.Jobs.Select(j => j.Name))}.");
            var asked = await services.GetRequiredService<RunAgain>().RunAsync(job, parsed.GetValue(period)!, cancel);
            if (!asked.IsDone) return await context.FailAsync(Sentences.Of(asked.Refusals[0]));

            JobPeriod.TryParse(job.Kind, parsed.GetValue(period)!, out var when);
            var result = await services.GetRequiredService<RunJob>().RunAsync(job, when, cancel);
            var run = await services.GetRequiredService<JobMatchDbContext>().Set<JobRun>().AsNoTracking().SingleAsync(r => r.Job == job.Name && r.Period == when.Text, cancel);
            if (result != RunResult.Done) return await context.FailAsync($"{job.Name} for {when.Text}: {run.State}. {run.Summary}");
            await context.Output.WriteLineAsync($"{job.Name} for {when.Text}: {run.Summary}");
            return ExitCode.Done;
        }, mustExist: true);
        return command;
    }

    private static string Last(JobStatus status) => status.Last is not { } run
        ? "never ran"
        : $"last {run.Period} {run.State} {Time(run.FinishedAt ?? run.StartedAt)} {run.Summary}" + (status.Failed > 0 ? $"; {status.Failed} failed" : "");

    private static string Time(DateTime? utc) => utc is { } at
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), ChinaDay.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "";
}
