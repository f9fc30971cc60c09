using System.CommandLine;
using System.Globalization;
using JobMatch.Occupations;
using JobMatch.Occupations.Titles;

namespace JobMatch.Cli.Commands;

/// <summary>
/// <c>jobmatch evaluate occupations --cases FILE [--table FILE]</c>: precision and recall of the occupations that titles are read as, the misses, and how
/// right the nearest known term would be where no word explains a title. Needs no county.
/// </summary>
internal static class EvaluateOccupationsCommand
{
    private static readonly float[] Closenesses = [0.95f, 0.9f, 0.85f, 0.8f, 0.75f, 0.7f, 0.6f, 0.5f];
    private static readonly float[] Leads = [0f, 0.05f, 0.1f, 0.2f];

    public static Command Create(CommandContext context)
    {
        var cases = new Option<FileInfo>("--cases") { Description = "JSON lines {\"title\", \"employer\", \"codes\": [], \"any\"}; codes may be those of groups (6-05-01), none for a title that names no occupation.", HelpName = "FILE", Required = true };
        var table = new Option<FileInfo>("--table") { Description = "A table of tools/Titles/train instead of the product's own.", HelpName = "FILE" };
        var command = new Command("occupations", "Read titles as occupations and compare. Exit code 0: all right, 1: some misses, 2: nothing measured.") { cases, table };
        command.SetAction(async (parsed, cancel) =>
        {
            var (file, other) = (parsed.GetValue(cases)!, parsed.GetValue(table));
            if (new[] { file, other }.FirstOrDefault(f => f is { Exists: false }) is { } missing) return await context.FailAsync($"{missing.FullName} does not exist.");
            try
            {
                return await ReportAsync(context, EvaluateOccupations.Run(file.FullName, other is null ? null : TitleTable.Read(other.FullName)));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return await context.FailAsync(problem.Message);
            }
        });
        return command;
    }

    private static async Task<int> ReportAsync(CommandContext context, OccupationsEvaluated done)
    {
        var write = context.Output;
        await write.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"cases     {done.Cases}, {done.Wanted} name an occupation"));
        await write.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"precision {done.Precision:0.0000} ({done.Right} of {done.Answered})"));
        await write.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"recall    {done.Recall:0.0000} ({done.Right} of {done.Wanted})"));
        await write.WriteLineAsync("right by confidence: " + string.Join(", ", done.Bands.Select(b => string.Create(CultureInfo.InvariantCulture, $"from {b.From:0.0} {(double)b.Right / b.Answers:0.000} ({b.Right} of {b.Answers})"))));
        await write.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"no word explains {done.Unexplained.Count}; the nearest term would be right, by closeness and lead over the next occupation:"));
        foreach (var closeness in Closenesses)
            foreach (var lead in Leads)
            {
                var some = done.Unexplained.Where(u => u.Nearest.Closeness >= closeness && u.Nearest.Lead >= lead).ToList();
                if (some.Count > 0) await write.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {closeness:0.00} {lead:0.00}  {some.Count(u => u.Right)} of {some.Count}"));
            }

        foreach (var miss in done.Misses)
            await write.WriteLineAsync($"{miss.Case.Title}: expected {Codes(miss.Case.Codes)}, read {Codes(miss.Read)}");
        return done.Misses.Count == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static string Codes(IReadOnlyList<string> codes) => codes.Count == 0 ? "none" : string.Join(' ', codes);
}
