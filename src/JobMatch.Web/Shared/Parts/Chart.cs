using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace JobMatch.Web.Shared.Parts;

/// <summary>
/// A picture of figures with its table: one model makes both, so they cannot disagree. The title says what it shows, the unit stands at the axis,
/// bars start at zero.
/// </summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="Title">What it shows, as a sentence where possible.</param>
/// <param name="Kind">"bar", "rows" (bars lying, for long names), "stack", "line" or "area" (stacked).</param>
/// <param name="Unit">Unit of the values: 人, 户, %.</param>
/// <param name="Labels">Names along the axis.</param>
/// <param name="Series">One or more rows of values, each as long as <paramref name="Labels"/>; null is a gap.</param>
public sealed record Chart(string Id, string Title, string Kind, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    // Escapes the signs that could end a script element; Chinese stays readable and short.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Head of the table's first column.</summary>
    public string LabelHead { get; init; } = "";

    /// <summary>Where the figures of a label are listed one by one, in the order of <see cref="Labels"/>; empty when there is no such place.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    internal string Data => JsonSerializer.Serialize(new { Kind, Unit, Labels, Series = Series.Select(s => new { s.Name, s.Values }), Urls }, Web);
}

public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Where each value is listed one by one, in the order of <see cref="Values"/>; empty when the label's place says it.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];
}
