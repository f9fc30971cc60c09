using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace JobMatch.Web.Shared.Sheets;

/// <summary>
/// A small workbook (Office Open XML, ECMA-376) of words and whole numbers, for lists that people take along. No cell is ever a formula: cells are typed, and text that a spreadsheet would take for one once it is copied or saved
/// as text (= + - @, or a tab or line end before it) gets an apostrophe in front.
/// </summary>
public sealed class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const int LongestName = 31;
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

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", Types);
            Part(zip, "_rels/.rels", xml => Relations(xml, [("officeDocument", "xl/workbook.xml")]));
            Part(zip, "xl/workbook.xml", Tabs);
            Part(zip, "xl/_rels/workbook.xml.rels", xml => Relations(xml, [.. _sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
            Part(zip, "xl/styles.xml", Styles);
            for (var i = 0; i < _sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => Sheet(xml, _sheets[i].Head, _sheets[i].Rows));
        }

        return file.ToArray();
    }

    /// <summary>Text as a cell may hold it.</summary>
    internal static string Safe(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
        return clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + clean : clean;
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(path).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private void Types(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Packages + "content-types");
        Element("Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element("Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element("Override", ("PartName", "/xl/workbook.xml"), ("ContentType", ContentType + ".main+xml"));
        Element("Override", ("PartName", "/xl/styles.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"));
        for (var i = 1; i <= _sheets.Count; i++) Element("Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
        xml.WriteEndElement();

        void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name, Packages + "content-types");
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
            xml.WriteEndElement();
        }
    }

    private static void Relations(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Packages + "relationships");
        for (var i = 0; i < relations.Count; i++)
        {
            xml.WriteStartElement("Relationship", Packages + "relationships");
            xml.WriteAttributeString("Id", $"r{i + 1}");
            xml.WriteAttributeString("Type", $"{Relation}/{relations[i].Kind}");
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Tabs(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[i].Name);
            xml.WriteAttributeString("sheetId", Number(i + 1));
            xml.WriteAttributeString("r", "id", Relation, $"r{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Number 0 plain, number 1 bold.</summary>
    private static void Styles(XmlWriter xml) => xml.WriteRaw(
        $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>""");

    private static void Sheet(XmlWriter xml, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, head, bold: true);
        for (var i = 0; i < rows.Count; i++) Row(xml, i + 2, rows[i], bold: false);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells, bool bold)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Number(number));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } value) continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Column(i) + Number(number));
            if (bold) xml.WriteAttributeString("s", "1");
            if (value is int or long)
            {
                xml.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Safe(Convert.ToString(value, CultureInfo.CurrentUICulture) ?? ""));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Column(int index) => index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
