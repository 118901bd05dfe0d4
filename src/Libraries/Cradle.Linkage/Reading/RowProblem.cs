namespace Cradle.Linkage.Reading;

/// <summary>Something wrong in a register. A refused row takes no part; a doubtful value is used as far as it can be.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1; the header is line 1.</param>
/// <param name="Column">The header of the column, or null where the whole row is meant.</param>
/// <param name="Problem">What is wrong and how to mend it.</param>
/// <param name="IsRefused">Whether the row was left out.</param>
public sealed record RowProblem(string File, int Line, string? Column, string Problem, bool IsRefused);
