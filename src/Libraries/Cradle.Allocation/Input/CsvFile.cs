using System.Globalization;
using nietras.SeparatedValues;

namespace Cradle.Allocation.Input;

/// <summary>A CSV file (RFC 4180, UTF-8, header line) read row by row; problems are gathered, so that one reading names them all.</summary>
internal sealed class CsvFile(string path, List<InputProblem> problems)
{
    public delegate void RowReader(CsvRow row);

    /// <summary>Reads the header, then every row.</summary>
    public void Read(string[] required, Action<IReadOnlyList<string>> header, RowReader read)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true, Trim = SepTrim.Outer }).FromFile(path);
        var columns = reader.Header.ColNames;
        var missing = required.Except(columns).ToList();
        if (missing.Count > 0)
        {
            problems.Add(new InputProblem(path, 1, "", $"columns missing: {string.Join(", ", missing)}; there are: {string.Join(", ", columns)}"));
            return;
        }

        header(columns);
        foreach (var row in reader)
        {
            // an empty line is one empty field
            if (row.ColCount == 1 && columns.Count > 1 && row[0].Span.IsEmpty)
                continue;
            if (row.ColCount == columns.Count)
                read(new CsvRow(row, reader.Header, path, problems));
            else
                problems.Add(new InputProblem(path, row.LineNumberFrom, "", string.Create(CultureInfo.InvariantCulture, $"{row.ColCount} fields where the header has {columns.Count}; a field with a comma needs quotes")));
        }
    }
}
