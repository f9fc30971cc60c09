using System.CommandLine;
using System.Globalization;
using JobMatch.Occupations.Titles;

namespace JobMatch.Cli.Commands;

/// <summary>
/// <c>jobmatch evaluate titles --queries FILE --corpus FILE --judgements FILE [--table FILE]</c>: how well titles that mean the same are ranked first.
/// Needs no county. The held-out sets of <c>tools/Titles/train</c> are such files; with the table that was learned without them they repeat its report.
/// </summary>
internal static class EvaluateTitlesCommand
{
    public static Command Create(CommandContext context)
    {
        var queries = File("--queries", "TSV with the header q_id, jobtitle.");
        var corpus = File("--corpus", "TSV with the header c_id, jobtitle.");
        var judgements = File("--judgements", "TSV without a header: q_id, 0, c_id, grade (over 0: relevant).");
        var table = new Option<FileInfo>("--table") { Description = "A table of tools/Titles/train instead of the product's own.", HelpName = "FILE" };
        var command = new Command("titles", "Rank all titles of a corpus for each query and compare with judgements. Exit code 0: measured, 2: nothing measured.") { queries, corpus, judgements, table };
        command.SetAction(async (parsed, cancel) =>
        {
            FileInfo?[] files = [parsed.GetValue(queries), parsed.GetValue(corpus), parsed.GetValue(judgements), parsed.GetValue(table)];
            if (files.FirstOrDefault(file => file is { Exists: false }) is { } missing) return await context.FailAsync($"{missing.FullName} does not exist.");
            try
            {
                var read = TitleJudgements.Read(files[0]!.FullName, files[1]!.FullName, files[2]!.FullName);
                await ReportAsync(context, read, EvaluateTitles.Run(read, files[3] is { } other ? TitleTable.Read(other.FullName) : null));
                return ExitCode.Done;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return await context.FailAsync(problem.Message);
            }
        });
        return command;
    }

    private static Option<FileInfo> File(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };

    private static async Task ReportAsync(CommandContext context, TitleJudgements read, RankingFigures figures)
    {
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"queries  {figures.Queries} of {read.Queries.Count} have relevant titles"));
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"corpus   {read.Corpus.Count}"));
        foreach (var (name, value) in ((string, double)[])[("MAP", figures.MeanAveragePrecision), ("nDCG@10", figures.DiscountedGain), ("MRR", figures.ReciprocalRank), ("P@5", figures.PrecisionAtFive)])
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-8} {value:0.0000}"));
    }
}
