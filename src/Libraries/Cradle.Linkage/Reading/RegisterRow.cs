using System.Diagnostics.CodeAnalysis;
using nietras.SeparatedValues;

namespace Cradle.Linkage.Reading;

/// <summary>Decides which rows of a register are records; every reading of a file decides alike, so that records keep their numbers.</summary>
internal static class RegisterRow
{
    /// <summary>Whether a row is only an empty line, most often the last.</summary>
    public static bool IsBlank(SepReader.Row row) => row.ColCount == 1 && row.Span.IsWhiteSpace();

    /// <summary>The name of the record in a row; false for a row that is refused.</summary>
    public static bool TryName(RegisterFile file, SepReader.Row row, int idColumn, out ReadOnlySpan<char> name, [NotNullWhen(false)] out RowProblem? problem)
    {
        name = [];
        problem = null;
        if (file.ProblemOf(row) is var (line, wrong))
        {
            problem = new RowProblem(file.Path, line, null, wrong, IsRefused: true);
            return false;
        }

        name = idColumn < 0 ? $"{row.LineNumberFrom}" : row[idColumn].Span.Trim();
        if (name.IsEmpty)
        {
            problem = new RowProblem(file.Path, row.LineNumberFrom, file.Header[idColumn], "the record has no id; give it one", IsRefused: true);
            return false;
        }

        return true;
    }
}
