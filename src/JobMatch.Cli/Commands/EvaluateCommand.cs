using System.CommandLine;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch evaluate …</c>: how well the product reads what people write, measured on cases whose answers are known.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CommandContext context) => new("evaluate", "Measure how well words are read, on cases with known answers.")
    {
        EvaluateOccupationsCommand.Create(context),
        EvaluateTitlesCommand.Create(context),
        EvaluateWagesCommand.Create(context),
    };
}
