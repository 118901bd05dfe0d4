using System.Globalization;
using System.Text;
using Cradle.Primitives;
using nietras.SeparatedValues;

namespace Cradle.Allocation.Input;

/// <summary>A CSV file (RFC 4180, UTF-8, header line) read row by row; problems are gathered, so that one reading names them all.</summary>
internal sealed class CsvFile(string path, List<InputProblem> problems)
{
    public delegate void RowReader(CsvRow row);

    /// <summary>Reads the header, then every row; a file without a row is a problem, unless all it says has a default.</summary>
    public void Read(string[] required, Action<IReadOnlyList<string>> header, RowReader read, bool mayBeEmpty = false)
    {
        using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var line = 1;
        try
        {
            if (text.Peek() < 0)
                problems.Add(new InputProblem(path, 0, "", "the file is empty; its first line must name the columns"));
            else
                ReadRows(text, required, header, read, mayBeEmpty, ref line);
        }
        catch (NotSupportedException)
        {
            // thrown for nothing but a row beyond the reader's longest
            using var again = new StreamReader(path);
            problems.Add(OpenQuote.LineOf(again) is { } opens
                ? new InputProblem(path, opens, "", OpenQuote.Problem)
                : new InputProblem(path, line, "", "after this line a row is longer than 16 million characters; end every row with a line break"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new InputProblem(path, line, "", "from about here on the file is not UTF-8; save it as UTF-8 (in a spreadsheet: CSV UTF-8)"));
        }
    }

    private void ReadRows(StreamReader text, string[] required, Action<IReadOnlyList<string>> header, RowReader read, bool mayBeEmpty, ref int line)
    {
        if (Open(text) is not { } reader)
            return;
        using var rows = reader;
        var columns = reader.Header.ColNames;
        var missing = required.Except(columns).ToList();
        if (missing.Count > 0)
        {
            problems.Add(new InputProblem(path, 1, "", $"columns missing: {string.Join(", ", missing)}; there are: {string.Join(", ", columns)}; add them to the header and fill them"));
            return;
        }

        header(columns);
        var isEmpty = true;
        foreach (var row in reader)
        {
            line = row.LineNumberFrom;
            // before a cell is asked for: that takes the quotes away
            if (OpenQuote.LineOf(row.Span, line) is { } opens)
            {
                problems.Add(new InputProblem(path, opens, "", OpenQuote.Problem));
                isEmpty = false;
                continue;
            }

            // an empty line is one empty field
            if (row.ColCount == 1 && columns.Count > 1 && row[0].Span.IsEmpty)
                continue;
            isEmpty = false;
            if (row.ColCount == columns.Count)
                read(new CsvRow(row, reader.Header, path, problems));
            else
                problems.Add(new InputProblem(path, row.LineNumberFrom, "", string.Create(CultureInfo.InvariantCulture, $"{row.ColCount} fields where the header has {columns.Count}; a field with a comma needs quotes")));
        }

        if (isEmpty && !mayBeEmpty)
            problems.Add(new InputProblem(path, 1, "", "the file has a header and no rows; fill it in"));
    }

    private SepReader? Open(StreamReader text)
    {
        try
        {
            return Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true, Trim = SepTrim.Outer }).From(text);
        }
        catch (ArgumentException exception) when (exception is not DecoderFallbackException)
        {
            // the reader throws for nothing else
            problems.Add(new InputProblem(path, 1, "", "the header names a column twice; give every column a name of its own"));
            return null;
        }
    }
}
