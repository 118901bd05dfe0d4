using System.Globalization;

namespace Cradle.Demography.Files;

/// <summary>One row with its line, whose fields are asked for by column.</summary>
internal readonly struct CsvRow(CsvSheet sheet, int line, string[] fields)
{
    private const int FirstPossible = 1500;
    private const int LastPossible = 2500;

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
        if (int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstPossible and <= LastPossible)
            return year;
        Problem($"{column}: '{this[column]}' is not a year.", "Write the calendar year in four digits, e.g. 2024.");
        return null;
    }

    /// <summary>One year, or every year of a range such as 2025-2050; none when the field holds neither, which is then among the problems.</summary>
    public IEnumerable<int> Years(string column)
    {
        var text = this[column];
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return Year(column) is { } year ? [year] : [];
        if (int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= FirstPossible && to <= LastPossible && from <= to)
            return Enumerable.Range(from, to - from + 1);
        Problem($"{column}: '{text}' is no range of years.", "Write the first and the last year, e.g. 2025-2050.");
        return [];
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
