using System.CommandLine;
using System.Globalization;
using JobMatch.Wages;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch evaluate wages --cases FILE</c>: the share of wages that are read right, and the misses. Needs no county.</summary>
internal static class EvaluateWagesCommand
{
    public static Command Create(CommandContext context)
    {
        var cases = new Option<FileInfo>("--cases")
        {
            Description = "JSON lines {\"text\", \"min\", \"max\", \"unit\": \"month|day|hour|year|week|time|piece|negotiable\", \"months\"}; amounts in yuan.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("wages", "Read wages from advertisements' words and compare. Exit code 0: all right, 1: some misses, 2: nothing measured.") { cases };
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetValue(cases)!;
            if (Directory.Exists(file.FullName)) return await context.FailAsync($"{file.FullName} is a folder: a file of cases is expected.");
            if (!file.Exists) return await context.FailAsync($"{file.FullName} does not exist.");
            try
            {
                return await ReportAsync(context, EvaluateWages.Run(file.FullName));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return await context.FailAsync(problem.Message);
            }
        });
        return command;
    }

    private static async Task<int> ReportAsync(CommandContext context, WagesEvaluated done)
    {
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"cases    {done.Cases}"));
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"accuracy {done.Accuracy:0.0000}"));
        foreach (var miss in done.Misses)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {miss.Case.Line}: {miss.Case.Text} | expected {miss.Case} | read {miss.Read}"));
        return done.Misses.Count == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }
}
