using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using JobMatch.Data;
using JobMatch.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch seed --size tiny|demo|county</c>: the invented county, into an empty database.</summary>
internal static class SeedCommand
{
    public static Command Create(CommandContext context)
    {
        var size = new Option<SeedSize>("--size") { Description = "tiny (100 workers), demo (7,500 workers) or county (50,000 workers).", DefaultValueFactory = _ => SeedSize.Demo, HelpName = "SIZE", CustomParser = Size };
        var seed = new Option<int>("--seed") { Description = "The same number makes the same county.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var day = new Option<DateOnly?>("--day") { Description = "The day it ends at, such as 2026-11-30 (default: today in China).", HelpName = "DAY", CustomParser = Day };
        var command = new Command("seed", "Load an invented county for demonstrations and measurements. Run it again to go on after an interruption.") { size, seed, day };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var today = parsed.GetValue(day) ?? services.GetRequiredService<TimeProvider>().Today();
            var watch = Stopwatch.StartNew();
            try
            {
                var loaded = await SeedCounty.LoadAsync(services, parsed.GetValue(size), parsed.GetValue(seed), today, new Steps(context.Output), cancel);
                await ReportAsync(context, loaded, watch.Elapsed);
                return ExitCode.Done;
            }
            catch (InvalidOperationException problem)
            {
                return await context.FailAsync(problem.Message);
            }
        });
        return command;
    }

    private static SeedSize Size(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Enum.GetNames<SeedSize>().Any(name => name.Equals(text, StringComparison.OrdinalIgnoreCase))) return Enum.Parse<SeedSize>(text, ignoreCase: true);
        result.AddError($"--size wants tiny, demo or county, not '{text}'.");
        return default;
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return parsed;
        result.AddError($"{text} is no day such as 2026-11-30.");
        return null;
    }

    private static async Task ReportAsync(CommandContext context, LoadedCounty loaded, TimeSpan took)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"county {loaded.Size.ToString().ToLowerInvariant()}, seed {loaded.Seed}, day {loaded.Day:yyyy-MM-dd}");
        await context.Output.WriteLineAsync(loaded.WasThere ? $"Already there: {what}. Nothing was written." : string.Create(CultureInfo.InvariantCulture, $"Loaded {what} in {took.TotalSeconds:0.0} s."));
        await context.Output.WriteLineAsync($"Accounts (password {DemoAccounts.Password}): {string.Join(", ", DemoAccounts.All.Select(a => a.UserName))}");
        await context.Output.WriteLineAsync($"Residents sign in with a phone and a code: {string.Join(", ", DemoAccounts.ResidentPhones)}");
    }

    /// <summary>One line for each tenth of a step.</summary>
    private sealed class Steps(TextWriter output) : IProgress<(string Step, long Done, long Total)>
    {
        private (string Step, long Tenth) _last = ("", -1);

        public void Report((string Step, long Done, long Total) value)
        {
            var now = (value.Step, value.Total == 0 ? 10 : value.Done * 10 / value.Total);
            if (now == _last) return;
            _last = now;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Step}: {value.Done:N0} of {value.Total:N0}"));
        }
    }
}
