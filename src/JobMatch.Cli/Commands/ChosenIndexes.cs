using System.CommandLine;
using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>--engine embedded|elasticsearch</c>: one of the indexes that the settings name; all of them without it.</summary>
internal static class ChosenIndexes
{
    public static Option<string> Engine()
    {
        var option = new Option<string>("--engine") { Description = "Only the index of this engine: embedded or elasticsearch. Without it every index that the settings name." };
        option.AcceptOnlyFromAmong(IndexEngines.Embedded, IndexEngines.Elasticsearch);
        return option;
    }

    public static Option<string> Part()
    {
        var option = new Option<string>("--index") { Description = "Only this part of it: postings or workers. Without it both." };
        option.AcceptOnlyFromAmong("postings", "workers");
        return option;
    }

    public static IndexParts PartsOf(string? part) => part switch { "postings" => IndexParts.Postings, "workers" => IndexParts.Workers, _ => IndexParts.All };

    /// <summary>Null, and said why, when the settings have no such index.</summary>
    public static async Task<IReadOnlyList<IIndexWriter>?> FindAsync(CommandContext context, IServiceProvider services, string? engine)
    {
        var all = services.GetServices<IIndexWriter>().ToList();
        var chosen = engine is null ? all : all.FindAll(index => index.Engine == engine);
        if (chosen.Count > 0) return chosen;
        await context.FailAsync($"The settings have no index of the engine {engine} (JobMatch__Search__Engine); there is: {string.Join(", ", all.Select(index => index.Engine))}.");
        return null;
    }
}
