namespace Cradle.Platform.Tables;

/// <summary>
/// What an import reads: its columns, how a row becomes a value, and what makes two rows the same. From it come the template,
/// the dry run and the file that is given back.
/// </summary>
/// <typeparam name="T">What a row becomes.</typeparam>
/// <param name="Kind">A stable name: <c>births.legacy-fees</c>. Rows of two imports have nothing in common.</param>
/// <param name="Title">What the table is called, in Chinese; names the template.</param>
/// <param name="Columns">Its columns, in the order of the template.</param>
/// <param name="ReadRow">Reads a row; what does not fit is told to the row, and then the result does not count.</param>
/// <param name="Key">What makes a row itself, whatever else stands in it: a row with the key of an earlier one is taken for the same.</param>
public sealed record ImportSpec<T>(string Kind, string Title, IReadOnlyList<ImportColumn> Columns, Func<ImportRow, T?> ReadRow, Func<T, IReadOnlyList<string>> Key)
    where T : class
{
    /// <summary>The column that a file given back has beside its own.</summary>
    public const string ResultHeading = "导入结果";

    // The heading need not be the first line: people write a title above it.
    private const int HeadingWithin = 10;

    /// <summary>The workbook to fill in: the headings, and a second sheet that explains them.</summary>
    public byte[] Template() => Workbook.Write(
        new Sheet(SheetName, [.. Columns.Select(column => column.Heading)], []),
        new Sheet("填写说明", ["栏目", "必填", "怎么填", "例子"], Columns.Select(column => (IReadOnlyList<object?>)[column.Heading, column.Required ? "必填" : "", column.Note, column.Example])));

    /// <summary>Reads a file and writes nothing: the rows that can be taken, and everything that is wrong, at once.</summary>
    public ImportReading<T> Read(byte[] content, string name)
    {
        var (table, error) = TableFile.Read(content, name);
        if (table is null)
        {
            return new ImportReading<T> { Error = error };
        }

        var heading = Enumerable.Range(0, Math.Min(HeadingWithin, table.Rows)).MaxBy(row => Headings(table, row).Count(text => Columns.Any(column => column.IsCalled(text))));
        var places = Columns.ToDictionary(column => column.Heading, column => Enumerable.Range(0, table.Columns).Cast<int?>().FirstOrDefault(place => column.IsCalled(table[heading, place!.Value])), StringComparer.Ordinal);
        var findings = Columns.Where(column => column.Required && places[column.Heading] is null)
            .Select(column => new RowFinding(heading + 1, column.Heading, $"缺少「{column.Heading}」这一栏，请用模板", $"The column {column.Heading} is missing; use the template")).ToList();
        var rows = findings.Count > 0 ? [] : ReadRows(table, heading, places, findings);
        return new ImportReading<T>
        {
            Table = table,
            Heading = heading,
            Places = places,
            Rows = rows,
            Findings = findings,
            Ignored = [.. Headings(table, heading).Where(text => text.Length > 0 && text != ResultHeading && !Columns.Any(column => column.IsCalled(text)))],
        };
    }

    private string SheetName => Title.Length > 31 ? Title[..31] : Title;

    private static IEnumerable<string> Headings(Table table, int row) => Enumerable.Range(0, table.Columns).Select(column => table[row, column]);

    private List<(int Line, T Value)> ReadRows(Table table, int heading, Dictionary<string, int?> places, List<RowFinding> findings)
    {
        var (rows, lines) = (new List<(int, T)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var index = heading + 1; index < table.Rows; index++)
        {
            if (table.IsBlank(index))
            {
                continue;
            }

            var at = index;
            var row = new ImportRow(index + 1, column => places[column] is { } place ? table[at, place] : "");
            foreach (var missing in Columns.Where(column => column.Required && row.Text(column.Heading) is null))
            {
                row.Refuse(missing.Heading, $"「{missing.Heading}」没有填", $"{missing.Heading} is empty");
            }

            var value = ReadRow(row);
            if (value is not null && row.Findings.Count == 0 && !lines.TryAdd(string.Join('\u001F', Key(value)), row.Line))
            {
                var first = lines[string.Join('\u001F', Key(value))];
                row.Refuse("", $"和第 {first} 行是同一条，请留一行", $"The same as line {first}; keep one of them");
            }

            findings.AddRange(row.Findings);
            if (value is not null && row.Findings.Count == 0)
            {
                rows.Add((row.Line, value));
            }
        }

        return rows;
    }
}

/// <summary>What a dry run found.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public sealed class ImportReading<T>
    where T : class
{
    /// <summary>Why the file is no table at all.</summary>
    public TableError? Error { get; init; }

    /// <summary>The rows that can be taken, each with its line in the spreadsheet.</summary>
    public IReadOnlyList<(int Line, T Value)> Rows { get; init; } = [];

    public IReadOnlyList<RowFinding> Findings { get; init; } = [];

    /// <summary>Headings that mean nothing here; their cells are not read.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Whether nothing keeps the file from being taken whole.</summary>
    public bool IsWhole => Error is null && Findings.Count == 0;

    /// <summary>The cells as they were sent; null where <see cref="Error"/> says why.</summary>
    public Table? Table { get; init; }

    internal int Heading { get; init; }

    internal IReadOnlyDictionary<string, int?> Places { get; init; } = new Dictionary<string, int?>();

    /// <summary>The text of a cell as it was sent, by its column and the line of the spreadsheet.</summary>
    public string Cell(ImportColumn column, int line) => Table is { } table && Places[column.Heading] is { } place ? table[line - 1, place] : "";

    /// <summary>The file again, with a column that says of each row what became of it or what has to be mended.</summary>
    /// <param name="says">What to say of the rows without a finding, by line.</param>
    /// <param name="english">Whether findings are written in English.</param>
    public byte[] Marked(Func<int, string> says, bool english = false)
    {
        var table = Table ?? throw new InvalidOperationException("There is no table to mark.");
        var byLine = Findings.ToLookup(finding => finding.Line);
        var own = Enumerable.Range(0, table.Columns).Where(column => table[Heading, column] != ImportSpec<T>.ResultHeading).ToList();
        string Result(int row) => byLine[row + 1].Any()
            ? "✗ " + string.Join(english ? "; " : "；", byLine[row + 1].Select(finding => english ? finding.En : finding.Zh))
            : table.IsBlank(row) ? "" : says(row + 1);
        var above = byLine[Heading + 1].Select(finding => english ? finding.En : finding.Zh);
        return Workbook.Write(new Sheet(
            ImportSpec<T>.ResultHeading,
            [.. own.Select(column => table[Heading, column]), string.Join('；', above.Prepend(ImportSpec<T>.ResultHeading))],
            Enumerable.Range(Heading + 1, table.Rows - Heading - 1).Select(row => (IReadOnlyList<object?>)[.. own.Select(column => table[row, column]), Result(row)])));
    }
}
