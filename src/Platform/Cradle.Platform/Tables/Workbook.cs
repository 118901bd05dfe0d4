using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Cradle.Platform.Tables;

/// <summary>One sheet to be written: a heading row and rows below; numbers stay numbers, everything else is text and never a formula.</summary>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Cells that are one to the reader; rows count from 0 at the heading.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];

    /// <summary>A line above the headings, which stands at the head of every printed page too.</summary>
    public string? Note { get; init; }
}

/// <summary>
/// Writes .xlsx workbooks. The same sheets give the same bytes, today and in ten years: an annex that is made again can be
/// compared with the one that was signed (ADR 0053).
/// </summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int NameLength = 31;
    private const int HeaderLength = 230;   // a spreadsheet program takes 255 with its own signs

    // The earliest day that a zip can name; the day of writing would make every copy another file.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes sheets into one workbook.</summary>
    /// <exception cref="ArgumentException">No sheet, or a name that a workbook does not take.</exception>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0 || sheets.Any(sheet => sheet.Name.Length is 0 or > NameLength || sheet.Name.IndexOfAny(['\\', '/', '?', '*', '[', ']', ':']) >= 0))
        {
            throw new ArgumentException($"A workbook takes at least one sheet, each named by 1 to {NameLength} signs without \\ / ? * [ ] :", nameof(sheets));
        }

        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Count).ToList();
            Part(archive, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
                """);
            Part(archive, "_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")]));
            Part(archive, "xl/_rels/workbook.xml.rels", Relationships([.. numbers.Select(number => ("worksheet", $"worksheets/sheet{number}.xml")), ("styles", "styles.xml")]));
            Part(archive, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Document}"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{System.Security.SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"))}</sheets></workbook>
                """);
            Part(archive, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"><alignment vertical="top" wrapText="1"/></xf><xf><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
                """);
            for (var index = 0; index < sheets.Count; index++)
            {
                using var part = Entry(archive, $"xl/worksheets/sheet{index + 1}.xml").Open();
                WriteSheet(part, sheets[index]);
            }
        }

        return memory.ToArray();
    }

    private static void WriteSheet(Stream part, Sheet sheet)
    {
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        var row = 0;
        if (sheet.Note is { } note)
        {
            WriteRow(xml, row++, [note], style: "0");
        }

        WriteRow(xml, row++, sheet.Headings, style: "1");
        foreach (var cells in sheet.Rows)
        {
            WriteRow(xml, row++, cells, style: "2");
        }

        xml.WriteEndElement();
        if (sheet.Merged.Count > 0)
        {
            xml.WriteStartElement("mergeCells");
            foreach (var cells in sheet.Merged)
            {
                xml.WriteStartElement("mergeCell");
                xml.WriteAttributeString("ref", $"{Reference(cells.FirstRow, cells.FirstColumn)}:{Reference(cells.LastRow, cells.LastColumn)}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        if (sheet.Note is { } header)
        {
            xml.WriteStartElement("headerFooter");
            xml.WriteElementString("oddHeader", "&L" + Printable(header.Length > HeaderLength ? header[..HeaderLength] : header).Replace("&", "&&", StringComparison.Ordinal));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int row, IReadOnlyList<object?> cells, string style)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", (row + 1).ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { } value)
            {
                WriteCell(xml, Reference(row, column), value, style);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, object value, string style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", style);
        if (value is int or long or decimal or double)
        {
            xml.WriteElementString("v", ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Printable(Text(value)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // What XML cannot say at all, such as the control characters that some systems leave in their exports, is left out.
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string Relationships(IReadOnlyList<(string Kind, string Target)> targets) =>
        $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(targets.Select((target, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Document}/{target.Kind}\" Target=\"{target.Target}\"/>"))}</Relationships>";

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(Entry(archive, name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry;
    }

    private static string Reference(int row, int column) => Letters(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
