using System.Buffers;
using System.Text;

namespace JobMatch.Data;

/// <summary>
/// Comma-separated values by RFC 4180, over text so that any encoding can be read; quoted cells may hold line breaks. The separator is found in the
/// first lines (comma, semicolon or tab). A quote that never closes ends with its line limit instead of swallowing the file.
/// </summary>
public static class CsvText
{
    private const int LongestCell = 1 << 20;
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n;\t");

    /// <summary>A record and the line that it begins on, from 1. Null cells: the record could not be read (a quote never closed).</summary>
    public readonly record struct CsvRecord(int Line, IReadOnlyList<string>? Cells);

    public static IEnumerable<CsvRecord> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (line, separator) = (1, '\0');
        while (reader.Peek() >= 0)
        {
            var start = line;
            var first = reader.ReadLine() ?? "";
            line++;
            if (separator == '\0') separator = SeparatorOf(first);
            var record = new StringBuilder(first);
            var quotes = first.Count(c => c == '"');
            while (quotes % 2 == 1 && record.Length < LongestCell && reader.ReadLine() is { } next)
            {
                line++;
                quotes += next.Count(c => c == '"');
                record.Append('\n').Append(next);
            }

            yield return new CsvRecord(start, quotes % 2 == 1 ? null : Cells(record.ToString(), separator));
            // A title above the header has no separator: the next line decides.
            if (first.IndexOf(separator, StringComparison.Ordinal) < 0) separator = '\0';
        }
    }

    /// <summary>One record with its line end; no cell can begin a formula.</summary>
    public static string Write(IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return string.Join(',', cells.Select(c => Quote(TextFile.SafeCell(c)))) + "\r\n";
    }

    private static string Quote(string cell) =>
        !cell.AsSpan().ContainsAny(Special) ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static char SeparatorOf(string line) => line.Contains('\t', StringComparison.Ordinal) ? '\t'
        : line.Count(c => c == ';') > line.Count(c => c == ',') ? ';' : ',';

    private static List<string> Cells(string record, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (quoted && c == '"' && i + 1 < record.Length && record[i + 1] == '"') cell.Append(record[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) Next();
            else cell.Append(c);
        }

        Next();
        return cells;

        void Next()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
