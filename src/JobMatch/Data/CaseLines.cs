using System.Text.Json;

namespace JobMatch.Data;

/// <summary>One case of a file of cases: an object.</summary>
/// <param name="File">Its path.</param>
/// <param name="Number">Of the line, from 1.</param>
/// <param name="Row">The object.</param>
internal sealed record CaseLine(string File, int Number, JsonElement Row)
{
    /// <summary>Null when the field is missing or null.</summary>
    public JsonElement? Find(string name) => Row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <exception cref="InvalidDataException">The field is no string or says nothing.</exception>
    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text ? text : throw Wrong($"has no {name}");

    public InvalidDataException Wrong(string what) => new($"{File}, line {Number} {what}.");
}

/// <summary>
/// The JSON lines of a file of cases. Fields that nobody reads may stand beside the others (a note, an origin), but not a slip of one that is missing: taken for an extra it would leave the case to be
/// measured against nothing.
/// </summary>
internal static class CaseLines
{
    /// <param name="file">UTF-8; empty lines are passed over.</param>
    /// <param name="fields">The names that are read.</param>
    /// <exception cref="InvalidDataException">A line is no such object; the message names the file, the line and the field.</exception>
    public static IEnumerable<CaseLine> Of(string file, params string[] fields)
    {
        var number = 0;
        foreach (var text in Utf8Lines.Of(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text)) yield return Read(file, number, text, fields);
        }
    }

    private static CaseLine Read(string file, int number, string text, string[] fields)
    {
        CaseLine line;
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            line = new CaseLine(file, number, json.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new CaseLine(file, number, default).Wrong("is no JSON object");
        }

        if (line.Row.ValueKind != JsonValueKind.Object) throw line.Wrong("is no JSON object");
        var given = line.Row.EnumerateObject().Select(field => field.Name).ToList();
        foreach (var unknown in given.Except(fields))
            if (Array.Find(fields, field => !given.Contains(field) && IsSlipOf(field, unknown)) is not null) throw line.Wrong($"has the field '{unknown}'; there are {string.Join(", ", fields)}");
        return line;
    }

    /// <summary>All letters but one are there: "mim" for min, "code" for codes.</summary>
    private static bool IsSlipOf(string field, string written) =>
        Math.Abs(field.Length - written.Length) <= 1 && field.Intersect(written).Count() >= Math.Max(field.Length, written.Length) - 1;
}
