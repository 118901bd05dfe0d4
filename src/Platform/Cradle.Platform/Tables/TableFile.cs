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

                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]);
            }

            return (Trimmed(rows, merged), null);
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            return (null, new TableError.Damaged(exception.Message));
        }
    }

    private static (Table?, TableError?) Csv(byte[] content, TableLimits limits)
    {
        if (Decode(content) is not { } text)
        {
            return (null, new TableError.UnknownEncoding());
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"] };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<IReadOnlyList<string>>();
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

            rows.Add([.. parser.Record!.Select(field => field.Trim())]);
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
