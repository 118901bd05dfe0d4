using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Reporting;

/// <summary>Writes what is wrong in the registers, row by row.</summary>
internal static class ProblemFile
{
    public static void Write(string path, IReadOnlyList<RowProblem> problems)
    {
        using var output = new CsvOutput(path, "file", "line", "column", "refused", "problem");
        foreach (var problem in problems)
        {
            output.Cell(problem.File);
            output.Cell(problem.Line);
            output.Cell(problem.Column ?? "");
            output.Cell(problem.IsRefused ? "yes" : "no");
            output.Cell(problem.Problem);
            output.EndRow();
        }
    }
}
