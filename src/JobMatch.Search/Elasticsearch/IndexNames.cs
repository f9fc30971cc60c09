using System.Globalization;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Two indexes that were built together, and the mark that both carry.</summary>
internal sealed record IndexPair(string Postings, string Workers, string Build)
{
    /// <summary>The cursor of this build: a new build brings a new one, and a wiped server has none.</summary>
    public string CursorName => $"elasticsearch {Build}";

    public static string WritesOf(string index) => $"{index}-writes";
}

/// <summary>How the indexes of a prefix are called.</summary>
internal sealed class IndexNames(string prefix)
{
    /// <summary>Aliases: what is live.</summary>
    public string Postings => $"{prefix}-postings";

    public string Workers => $"{prefix}-workers";

    public string Pattern => $"{prefix}-postings-v*,{prefix}-workers-v*";

    public IndexPair Numbered(int number, string build) => new(string.Create(CultureInfo.InvariantCulture, $"{Postings}-v{number}"), string.Create(CultureInfo.InvariantCulture, $"{Workers}-v{number}"), build);

    public static int NumberOf(string index) =>
        int.TryParse(index[(index.LastIndexOf("-v", StringComparison.Ordinal) + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
