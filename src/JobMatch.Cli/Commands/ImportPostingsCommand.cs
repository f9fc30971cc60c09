using System.CommandLine;
using System.Globalization;
using JobMatch.Postings;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch import postings FILE</c>: rows of postings from CSV or JSON lines.</summary>
internal static class ImportPostingsCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV or JSON lines; UTF-8, UTF-16 or GB18030." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and count, store nothing." };
        var refused = new Option<FileInfo?>("--refused") { Description = "Where to write refused rows (default: beside FILE, *.refused.csv).", HelpName = "FILE" };
        var county = new Option<int?>("--county") { Description = "Six-digit code of the county (default: the only one with settlements, else 0).", HelpName = "CODE" };
        var source = new Option<string?>("--source") { Description = "Name of the source, part of each row's key (default: the file's name).", HelpName = "NAME" };
        var command = new Command("postings", "Import postings. The same file twice changes nothing.") { file, dryRun, refused, county, source };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var request = new ImportPostingsRequest
            {
                File = parsed.GetValue(file)!.FullName,
                Source = parsed.GetValue(source) ?? "",
                CountyCode = parsed.GetValue(county),
                DryRun = parsed.GetValue(dryRun),
            };
            var import = services.GetRequiredService<ImportPostings>();
            var outcome = await RowProgress.ShowAsync(context, "Importing postings", progress => import.RunAsync(request, progress, cancel));
            if (outcome.Value is not { } done) return await context.FailAsync("Nothing was imported: " + Sentences.Of(outcome.Refusals[0]) + ".");
            await ReportAsync(context, done, request.DryRun);
            if (done.Refused.Count == 0) return ExitCode.Done;
            var path = RefusedPath(parsed);
            await RefusedRowsFile.WriteAsync(path, done.Refused, cancel);
            await context.Output.WriteLineAsync($"Refused rows: {path}");
            return done.Refused.Count == done.Read ? ExitCode.NothingDone : ExitCode.SomeRefused;
        }, onTrial: parsed => parsed.GetValue(dryRun), wrong: Wrong);
        return command;

        string RefusedPath(ParseResult parsed) => parsed.GetValue(refused)?.FullName ?? Path.ChangeExtension(parsed.GetValue(file)!.FullName, ".refused.csv");

        // Rows that were refused must not be lost because there is no place for them.
        string? Wrong(ParseResult parsed) => parsed.GetValue(file)!.FullName switch
        {
            var path when Directory.Exists(path) => $"FILE wants a file; {path} is a folder.",
            var path when !File.Exists(path) => $"Nothing was imported: FILE does not exist: {path}.",
            _ => Directory.Exists(Path.GetDirectoryName(RefusedPath(parsed))) ? null : $"There is no folder for the refused rows: {RefusedPath(parsed)}.",
        };
    }

    private static async Task ReportAsync(CommandContext context, PostingsImported done, bool dryRun)
    {
        if (dryRun) await context.Output.WriteLineAsync("Dry run: nothing was stored.");
        foreach (var (name, count) in ((string, int)[])[("read", done.Read), ("new", done.New), ("changed", done.Changed), ("unchanged", done.Unchanged), ("waiting for a station", done.Waiting), ("refused", done.Refused.Count)])
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {count,8:N0}"));
        if (done.UnknownColumns.Count > 0) await context.Output.WriteLineAsync("Not read, for no column is known by this name: " + string.Join(", ", done.UnknownColumns.Select(Cut)));
        foreach (var reason in done.Refused.GroupBy(r => Sentences.Of(r.Refusal with { Values = [] })).OrderByDescending(g => g.Count()))
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {reason.Key,-40} {reason.Count(),8:N0}"));
    }

    /// <summary>A name of a column on one line, whatever stands in the file.</summary>
    private static string Cut(string name) => new([.. name.Take(40).Select(c => char.IsControl(c) ? ' ' : c)]);
}
