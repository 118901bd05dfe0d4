using System.Globalization;
using System.Text;

namespace Cradle.Allocation.Input;

/// <summary>One thing wrong in an input file, and how to mend it.</summary>
/// <param name="File">Name of the file as the caller gave it.</param>
/// <param name="Line">Line, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Name of the column, or empty.</param>
/// <param name="Problem">What is wrong and how to mend it.</param>
public sealed record InputProblem(string File, int Line, string Column, string Problem)
{
    /// <summary>The problem as one line: file, line, column, problem; control characters of a cell stand as \u001B.</summary>
    public override string ToString() => Escaped((Line, Column) switch
    {
        (0, _) => $"{File}: {Problem}",
        (_, "") => string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Problem}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}({Line}) {Column}: {Problem}"),
    });

    // raw, a cell could move the cursor of a terminal or break the line
    private static string Escaped(string text) => !text.Any(char.IsControl) ? text
        : text.Aggregate(new StringBuilder(), (line, sign) => char.IsControl(sign) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}") : line.Append(sign)).ToString();
}
