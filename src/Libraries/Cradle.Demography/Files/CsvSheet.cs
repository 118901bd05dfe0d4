using Cradle.Primitives;

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

    public IReadOnlyList<string> Unknown(IEnumerable<string> known) => [.. columns.Keys.Except(known, StringComparer.OrdinalIgnoreCase)];

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
            if (OpenQuote.LineOf(line, number) is not null)
            {
                problems.Add(file, number, "A quote opens here and is not closed.", "Close it on the same line, or write \"\" for a quote within a quoted field.");
                if (sheet.columns.Count == 0)
                    return null;
                continue;
            }

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
        if (!problems.Concern(file))
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
