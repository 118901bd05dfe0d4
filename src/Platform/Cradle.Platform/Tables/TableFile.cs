using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Cradle.Platform.Tables;

/// <summary>Reads the first sheet of an Excel workbook (.xlsx), or a CSV in UTF-8 or GBK, as people send them.</summary>
public static class TableFile
{
    private const int Gbk = 936;

    // The reader of workbooks asks for a code page of old .xls files, though it reads none here.
    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file by the ending of its name.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">Its name; only the ending counts.</param>
    /// <param name="limits">How much is read; the usual limits when left out.</param>
    /// <returns>The table, or why there is none.</returns>
    public static (Table? Table, TableError? Error) Read(byte[] content, string name, TableLimits? limits = null)
    {
        limits ??= TableLimits.Usual;
        if (content.LongLength > limits.Bytes)
        {
            return (null, new TableError.TooLarge("bytes", limits.Bytes));
        }

        var (table, error) = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".XLSX" => Workbook(content, limits),
            ".CSV" or ".TXT" => Csv(content, limits),
            _ => (null, new TableError.UnknownKind(name)),
        };
        return error is null && table is { Rows: 0 } ? (null, new TableError.Empty()) : (table, error);
    }

    private static (Table?, TableError?) Workbook(byte[] content, TableLimits limits)
    {
        try
        {
            using (var archive = new ZipArchive(new MemoryStream(content)))
            {
                if (archive.Entries.Sum(entry => entry.Length) > limits.UnpackedBytes)
                {
                    return (null, new TableError.TooLarge("bytes after unpacking", limits.UnpackedBytes));
                }

                if (archive.Entries.Any(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && HasLongText(entry, limits.CellLength)))
                {
                    return (null, new TableError.TooLarge("characters in a cell", limits.CellLength));
                }
            }

            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content), new ExcelReaderConfiguration { LeaveOpen = false });
            if (reader.FieldCount > limits.Columns)
            {
                return (null, new TableError.TooLarge("columns", limits.Columns));
            }

            var merged = reader.MergeCells?.Select(cells => new MergedCells(cells.FromRow, cells.FromColumn, cells.ToRow, cells.ToColumn)).ToList() ?? [];
            var rows = new List<IReadOnlyList<string>>();
            while (reader.Read())
            {
                if (rows.Count == limits.Rows)
                {
                    return (null, new TableError.TooLarge("rows", limits.Rows));
                }

                if ((rows.Count + 1L) * reader.FieldCount > limits.Cells)
                {
                    return (null, new TableError.TooLarge("cells", limits.Cells));
                }

                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]);
                if (rows[^1].Any(text => text.Length > limits.CellLength))
                {
                    return (null, new TableError.TooLarge("characters in a cell", limits.CellLength));
                }
            }

            return merged.Sum(cells => cells.LastRow - cells.FirstRow + 1L) > limits.Cells
                ? (null, new TableError.TooLarge("merged cells", limits.Cells))
                : (Trimmed(rows, merged), null);
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            return (null, new TableError.Damaged(exception.Message));
        }
    }

    // Looked at before the reader of workbooks builds a string of it. A character takes at most nine bytes, as an entity.
    private static bool HasLongText(ZipArchiveEntry entry, int characters)
    {
        const int BytesOfCharacter = 9;
        using var part = entry.Open();
        var buffer = new byte[1 << 16];
        var run = 0L;
        for (int count; (count = part.Read(buffer)) > 0;)
        {
            var rest = buffer.AsSpan(0, count);
            for (int mark; (mark = rest.IndexOf((byte)'<')) >= 0; rest = rest[(mark + 1)..], run = 0)
            {
                if (run + mark > (long)characters * BytesOfCharacter)
                {
                    return true;
                }
            }

            if ((run += rest.Length) > (long)characters * BytesOfCharacter)
            {
                return true;
            }
        }

        return false;
    }

    private static (Table?, TableError?) Csv(byte[] content, TableLimits limits)
    {
        if (Decode(content) is not { } text)
        {
            return (null, new TableError.UnknownEncoding());
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"] };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var (rows, cells) = (new List<IReadOnlyList<string>>(), 0L);
        while (parser.Read())
        {
            if (rows.Count == limits.Rows)
            {
                return (null, new TableError.TooLarge("rows", limits.Rows));
            }

            if (parser.Count > limits.Columns)
            {
                return (null, new TableError.TooLarge("columns", limits.Columns));
            }

            if ((cells += parser.Count) > limits.Cells)
            {
                return (null, new TableError.TooLarge("cells", limits.Cells));
            }

            rows.Add([.. parser.Record!.Select(field => field.Trim())]);
            if (rows[^1].Any(text => text.Length > limits.CellLength))
            {
                return (null, new TableError.TooLarge("characters in a cell", limits.CellLength));
            }
        }

        return (Trimmed(rows, []), null);
    }

    // GBK takes almost any bytes, so UTF-8 is tried first: a text that is valid UTF-8 by chance does not occur.
    internal static string? Decode(byte[] content)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false, throwOnInvalidBytes: true), Encoding.GetEncoding(Gbk, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)])
        {
            try
            {
                return encoding.GetString(content).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // the next one
            }
        }

        return null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };

    // Empty rows at the end are what a spreadsheet leaves behind where something was deleted.
    private static Table Trimmed(List<IReadOnlyList<string>> rows, List<MergedCells> merged)
    {
        var last = rows.FindLastIndex(row => row.Any(text => text.Length > 0));
        return new Table(rows[..(last + 1)], merged);
    }
}
