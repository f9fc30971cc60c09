using System.CommandLine;

namespace JobMatch.Cli.Commands;

/// <summary>The table of contents of the command line: one file per command, listed here.</summary>
internal static class AllCommands
{
    public static IEnumerable<Command> Of(CommandContext context) =>
    [
        new Command("import", "Take files over into the database.") { ImportPostingsCommand.Create(context) },
        new Command("admin", "Accounts of administrators.") { AdminCreateCommand.Create(context) },
        SeedCommand.Create(context),
        JobsCommand.Create(context),
        ReindexCommand.Create(context),
        IndexCommand.Create(context),
        EvaluateCommand.Create(context),
    ];
}
