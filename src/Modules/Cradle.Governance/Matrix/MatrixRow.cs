using Cradle.Governance.Units;

namespace Cradle.Governance.Matrix;

/// <summary>One row of a responsibility matrix: as given, and as understood.</summary>
public sealed record MatrixRow
{
    /// <summary>The line of the sheet, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>序号, or null where none can be read.</summary>
    public required int? Number { get; init; }

    public required string Section { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string UnitsAsGiven { get; init; }

    public required DutyKind Duty { get; init; }

    /// <summary>Lead units as written: none, one or several. None is made up.</summary>
    public required IReadOnlyList<UnitEntry> Lead { get; init; }

    public required IReadOnlyList<UnitEntry> Joint { get; init; }

    public required string Progress { get; init; }

    public required DeadlineText Deadline { get; init; }

    public required string Remark { get; init; }

    /// <summary>Done by its own words, wherever they stand.</summary>
    public bool IsCompleted => DoneAsGiven is not null;

    /// <summary>The words that say so.</summary>
    public string? DoneAsGiven => Deadline.IsCompleted ? Deadline.AsGiven : DeadlineText.SaysDone(Progress) ? Progress : null;
}
