using System.Globalization;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace JobMatch.Web.Shared.Sheets;

/// <summary>
/// A workbook (xlsx) of words and whole numbers, for lists that people take along. No cell is ever a formula: cells are typed, and text that a spreadsheet would take for one once it is copied or saved
/// as text (= + - @, or a tab or line end before it) gets an apostrophe in front.
/// </summary>
public sealed class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestName = 31;

    /// <summary>Some readers find no cell that does not say where it stands.</summary>
    private static readonly SpreadCheetahOptions Options = new() { WriteCellReferenceAttributes = true };
    private readonly List<(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<object?>> Rows)> _sheets = [];

    /// <param name="name">Of the tab; cut at 31 letters, without what a tab may not have.</param>
    /// <param name="head">The bold first row.</param>
    /// <param name="rows">Cells: whole numbers, anything else as text; null: empty.</param>
    public Workbook Add(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(name);
        var allowed = string.Concat(name.Where(letter => !@"[]:*?/\'".Contains(letter, StringComparison.Ordinal)));
        _sheets.Add((allowed[..Math.Min(allowed.Length, LongestName)], head, [.. rows]));
        return this;
    }

    public async Task<byte[]> ToBytesAsync(CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var sheets = await Spreadsheet.CreateNewAsync(file, Options, cancel))
        {
            var bold = sheets.AddStyle(new Style { Font = { Bold = true } });
            foreach (var (name, head, rows) in _sheets)
            {
                await sheets.StartWorksheetAsync(name, token: cancel);
                await sheets.AddRowAsync(head.Select(title => new StyledCell(Safe(title), bold)).ToList(), cancel);
                foreach (var row in rows) await sheets.AddRowAsync(row.Select(Cell).ToList(), cancel);
            }

            await sheets.FinishAsync(cancel);
        }

        return file.ToArray();
    }

    /// <summary>Text as a cell may hold it.</summary>
    internal static string Safe(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
        return clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + clean : clean;
    }

    private static DataCell Cell(object? value) => value switch
    {
        null => default,
        int number => new DataCell(number),
        long number => new DataCell(number),
        _ => new DataCell(Safe(Convert.ToString(value, CultureInfo.CurrentUICulture) ?? "")),
    };
}
