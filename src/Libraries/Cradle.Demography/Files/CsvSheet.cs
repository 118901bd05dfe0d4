using System.Globalization;

namespace Cradle.Demography.Files;

/// <summary>The rows of a CSV file with a header line: UTF-8, commas, fields optionally in quotes. Empty lines and lines that begin with # are skipped.</summary>
internal sealed class CsvSheet
{
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);

    private CsvSheet(string file, ProblemList problems)
    {
        File = file;
        Problems = problems;
    }

    public string File { get; }

    public ProblemList Problems { get; }

    public List<CsvRow> Rows { get; } = [];

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Reads a file; null when its header cannot be used, which is then among the problems.</summary>
    public static CsvSheet? Read(string folder, string file, ProblemList problems, params ReadOnlySpan<string> required)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path))
        {
            problems.Add(file, 0, "The file is missing.", $"Put it into {folder} with the columns {string.Join(", ", required!)}.");
            return null;
        }

        var sheet = new CsvSheet(file, problems);
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            var fields = Split(line);
            if (sheet.columns.Count == 0)
            {
                if (!sheet.TakeHeader(fields, number, required))
                    return null;
            }
            else if (fields.Length != sheet.columns.Count)
                problems.Add(file, number, $"{fields.Length} fields where the header has {sheet.columns.Count}.", "Give every row one field for each column.");
            else
                sheet.Rows.Add(new CsvRow(sheet, number, fields));
        }

        if (sheet.Rows.Count > 0)
            return sheet;
        problems.Add(file, number, "The file has no rows.", $"It needs a header line with {string.Join(", ", required!)} and rows below it.");
        return null;
    }

    public int IndexOf(string column) => columns[column];

    private bool TakeHeader(string[] fields, int line, ReadOnlySpan<string> required)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (!columns.TryAdd(fields[index].TrimStart('\uFEFF'), index))
                Problems.Add(File, line, $"The column {fields[index]} stands in the header twice.", "Remove or rename one of them.");
        }

        var missing = new List<string>();
        foreach (var column in required)
        {
            if (!columns.ContainsKey(column))
                missing.Add(column);
        }

        if (missing.Count == 0)
            return true;
        var found = string.Join(", ", columns.Keys);
        var separator = fields is [var only] && (only.Contains(';', StringComparison.Ordinal) || only.Contains('\t', StringComparison.Ordinal));
        Problems.Add(File, line, $"The header lacks {string.Join(", ", missing)}; it has {found}.", separator
            ? "Separate the fields with commas."
            : $"Name the columns {string.Join(", ", required!)}.");
        return false;
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(',', StringSplitOptions.TrimEntries);
        var fields = new List<string>();
        var start = 0;
        var quoted = false;
        for (var index = 0; index <= line.Length; index++)
        {
            if (index < line.Length && line[index] == '"')
                quoted = !quoted;
            if (index < line.Length && (line[index] != ',' || quoted))
                continue;
            fields.Add(line[start..index].Trim().Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
            start = index + 1;
        }

        return [.. fields];
    }
}

/// <summary>One row with its line, whose fields are asked for by column.</summary>
internal readonly struct CsvRow(CsvSheet sheet, int line, string[] fields)
{
    public string File => sheet.File;

    public int Line => line;

    public string this[string column] => fields[sheet.IndexOf(column)];

    public void Problem(string reason, string remedy) => sheet.Problems.Add(sheet.File, line, reason, remedy);

    /// <summary>A finite number; null when the field holds none, which is then among the problems.</summary>
    public double? Number(string column)
    {
        if (double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Problem($"{column}: '{this[column]}' is not a number.", this[column].Length == 0 ? "Fill the field; nothing is guessed." : "Write it with a point and no thousands separator, e.g. 1234.5.");
        return null;
    }

    public int? Year(string column)
    {
        if (int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1500 and <= 2500)
            return year;
        Problem($"{column}: '{this[column]}' is not a year.", "Write the calendar year in four digits, e.g. 2024.");
        return null;
    }

    /// <summary>A single age, the open one also as 100+.</summary>
    public int? Age(string column)
    {
        if (int.TryParse(this[column].AsSpan().TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 0 and <= Population.Ages.Open)
            return age;
        Problem($"{column}: '{this[column]}' is not a single age from 0 to 100+.", "Give single completed years, with all from 100 on in the row 100.");
        return null;
    }

    public Primitives.Sex? Sex(string column)
    {
        switch (this[column].ToUpperInvariant())
        {
            case "MALE" or "M" or "1" or "男":
                return Primitives.Sex.Male;
            case "FEMALE" or "F" or "2" or "女":
                return Primitives.Sex.Female;
            default:
                Problem($"{column}: '{this[column]}' is no sex.", "Write male or female.");
                return null;
        }
    }
}
