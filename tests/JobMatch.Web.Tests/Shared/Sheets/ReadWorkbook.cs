using System.IO.Compression;
using System.Xml.Linq;

namespace JobMatch.Web.Tests.Shared.Sheets;

/// <summary>Reads a workbook back as a spreadsheet would: the tabs of the package by their relations, the cells by their addresses.</summary>
internal static class ReadWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Per tab its rows; a cell is its text, numbers as they stand; empty ones are missing from the middle as "".</summary>
    public static IReadOnlyList<(string Name, List<List<string>> Rows)> Of(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var targets = Xml(zip, "xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(e => (string)e.Attribute("Id")!, e => Within("xl/", (string)e.Attribute("Target")!));
        return [.. Xml(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => ((string)sheet.Attribute("name")!, Rows(Xml(zip, targets[(string)sheet.Attribute(Relation + "id")!]))))];
    }

    /// <summary>A target is told from the root of the package, or from the part that names it.</summary>
    private static string Within(string folder, string target) => target.StartsWith('/') ? target[1..] : folder + target;

    /// <summary>Every element of every tab, for what must not be there.</summary>
    public static IEnumerable<XElement> Elements(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).SelectMany(e => Xml(zip, e.FullName).Descendants())];
    }

    private static List<List<string>> Rows(XDocument sheet) => [.. sheet.Descendants(Main + "row").Select(row =>
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements(Main + "c"))
        {
            var at = ((string)cell.Attribute("r")!).TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
            while (cells.Count < at - 1) cells.Add("");
            cells.Add(cell.Value);
        }

        return cells;
    })];

    private static XDocument Xml(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }
}
