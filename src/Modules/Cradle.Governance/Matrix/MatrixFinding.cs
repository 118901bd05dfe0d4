using Cradle.Platform.Web;

namespace Cradle.Governance.Matrix;

/// <summary>Something about a matrix that a person should know.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Line">The line of the sheet, from 1; 0 for the table as a whole.</param>
/// <param name="IsError">Whether the row can't be taken as it is; a note is only for reading.</param>
/// <param name="Says">What is so, and what to do about it.</param>
public sealed record MatrixFinding(string Code, int Line, bool IsError, Words Says)
{
    /// <summary>The field that holds what it is about, where a row is entered by hand.</summary>
    public string Field => Code.Split('-')[0] switch
    {
        "number" => "Number",
        "task" => "Title",
        "text" => "Text",
        "deadline" => "Deadline",
        _ => "Units",
    };
}

/// <summary>What was read.</summary>
public sealed record MatrixReading(IReadOnlyList<MatrixRow> Rows, IReadOnlyList<MatrixFinding> Findings)
{
    public bool HasErrors => Findings.Any(finding => finding.IsError);
}
