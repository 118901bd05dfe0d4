using System.Globalization;
using nietras.SeparatedValues;

namespace Cradle.Allocation.Input;

/// <summary>One row of a <see cref="CsvFile"/>.</summary>
internal readonly ref struct CsvRow(SepReader.Row row, SepReaderHeader header, string path, List<InputProblem> problems)
{
    internal const string Decimal = "write digits, with a point before decimals, such as 12.5";

    private readonly SepReader.Row row = row;

    public int Line => row.LineNumberFrom;

    public ReadOnlySpan<char> this[string column] => row[header.IndexOf(column)].Span;

    public ReadOnlySpan<char> this[int column] => row[column].Span;

    public void Problem(string column, string problem) => problems.Add(new InputProblem(path, Line, column, problem));

    /// <summary>A number that is not negative; null after a problem.</summary>
    public double? Number(string column)
    {
        var text = this[column];
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0)
            return number;
        Problem(column, $"'{text}' is not a number from 0; {Decimal}");
        return null;
    }

    /// <summary>A coordinate or another number of any sign; null after a problem.</summary>
    public double? AnyNumber(string column)
    {
        var text = this[column];
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Problem(column, $"'{text}' is not a number; {Decimal}");
        return null;
    }

    /// <summary>A whole number that is not negative; null after a problem.</summary>
    public int? Count(string column)
    {
        var text = this[column];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return count;
        Problem(column, $"'{text}' is not a whole number from 0; write digits only, such as 20");
        return null;
    }

    /// <summary>An id, which is neither empty nor holds spaces; null after a problem.</summary>
    public string? Id(string column)
    {
        var text = this[column];
        if (!text.IsEmpty && text.IndexOf(' ') < 0)
            return text.ToString();
        Problem(column, $"'{text}' is not an id; an id is not empty and holds no space; give it one");
        return null;
    }
}
