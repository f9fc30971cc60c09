using System.Text.Json;
using JobMatch.Data;

namespace JobMatch.Postings;

/// <summary>Reads rows from CSV (comma, semicolon or tab) or JSON lines, one at a time, so that a large file needs no large memory.</summary>
internal static class PostingRows
{
    private const int LongestLine = 1 << 20;

    public static IEnumerable<PostingRow> Read(string path)
    {
        using var reader = TextFile.Open(path);
        var first = SkipSpace(reader);
        foreach (var row in first == '{' ? JsonLines(reader) : Csv(reader)) yield return row.HasBrokenCharacter ? new PostingRow(row.Line, []) { Broken = "BrokenCharacter" } : row;
    }

    /// <summary>The first character that is no space, still unread; -1 for an empty file.</summary>
    private static int SkipSpace(StreamReader reader)
    {
        while (reader.Peek() is var next and >= 0 && (char.IsWhiteSpace((char)next) || next == '\uFEFF')) reader.Read();
        return reader.Peek();
    }

    private static IEnumerable<PostingRow> JsonLines(StreamReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return JsonLine(line, text);
        }
    }

    private static PostingRow JsonLine(int line, string text)
    {
        if (text.Length > LongestLine) return new PostingRow(line, []) { Broken = "LineTooLong" };
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return new PostingRow(line, []) { Broken = "NotAnObject" };
            return new PostingRow(line, document.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.ValueKind switch
            {
                JsonValueKind.String => p.Value.GetString() ?? "",
                JsonValueKind.Null => "",
                _ => p.Value.GetRawText(),
            })));
        }
        catch (JsonException)
        {
            return new PostingRow(line, []) { Broken = "NotJson" };
        }
    }

    private static IEnumerable<PostingRow> Csv(StreamReader reader)
    {
        IReadOnlyList<string>? header = null;
        foreach (var record in CsvText.Read(reader))
        {
            if (record.Cells is not { } cells)
            {
                yield return new PostingRow(record.Line, []) { Broken = "QuoteNeverCloses" };
                continue;
            }

            // Offices put a title or two above the header: it is the first row that names two known columns.
            if (header is null) header = cells.Count(PostingRow.KnowsColumn) >= 2 ? cells : null;
            else if (cells.All(string.IsNullOrWhiteSpace)) continue;
            else if (cells.Count < 2 && header.Count > 2) yield return new PostingRow(record.Line, []) { Broken = "RowTooShort" };
            else yield return new PostingRow(record.Line, header.Zip(cells));
        }
    }
}
