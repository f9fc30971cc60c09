using System.Globalization;
using System.Text;
using JobMatch.Data;

namespace JobMatch.Postings;

/// <summary>The refused rows of an import as CSV (UTF-8 with a mark, so that spreadsheets read it): line, reason, field, what was found, title, company.</summary>
public static class RefusedRowsFile
{
    private static readonly string[] Header = ["line", "reason", "field", "found", "title", "company"];

    public static async Task WriteAsync(string path, IEnumerable<RefusedRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvText.Write(Header));
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            await writer.WriteAsync(CsvText.Write([
                row.Line.ToString(CultureInfo.InvariantCulture), row.Refusal.Code, row.Refusal.Field, string.Join(' ', row.Refusal.Values), row.Title, row.Company]));
        }
    }
}
