using System.ComponentModel.DataAnnotations.Schema;
using Cradle.Governance.Matrix;

namespace Cradle.Governance.Ledger;

public enum KeyTaskState
{
    Drafted,
    Assigned,
    SignedFor,
    InProgress,
    AtRisk,
    ExtensionRequested,
    CompletionClaimed,
    EvidenceChecked,
    SentBack,
    ClosedOut,
    Reopened,
}

public enum KeyTaskAction
{
    Assign,
    TakeOver,
    SignFor,
    Report,
    RaiseRisk,
    LiftRisk,
    RequestExtension,
    GrantExtension,
    RefuseExtension,
    ClaimPart,
    ClaimCompletion,
    CheckEvidence,
    SendBack,
    CloseOut,
    Reopen,
}

/// <summary>One row of a place's responsibility matrix, alive. Overdue is computed from the deadline, never typed.</summary>
public sealed class KeyTask : Tracked<KeyTaskState>
{
    /// <summary>What it is called in the audit log.</summary>
    public const string SubjectType = "key-task";

    /// <summary>Stands where others have the document: a meeting resolved it.</summary>
    public const string OfMeeting = "meeting";

    /// <summary>The document of the matrix: <c>001</c>, or <see cref="OfMeeting"/>.</summary>
    public required string Document { get; init; }

    /// <summary>The clause behind it, or empty.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The year of the work plan it stands in.</summary>
    public required int Year { get; init; }

    public required int Number { get; init; }

    /// <summary>The part of the document.</summary>
    public required string Part { get; init; }

    public required string Title { get; init; }

    public string Text { get; init; } = "";

    public required string UnitsAsGiven { get; init; }

    public required DutyKind Duty { get; init; }

    public string DeadlineAsGiven { get; init; } = "";

    public required DeadlineKind DeadlineKind { get; init; }

    /// <summary>The first deadline; an extension leaves it.</summary>
    public DateOnly? OriginalDeadline { get; init; }

    public DateOnly? Deadline { get; set; }

    /// <summary>What an open request for extension asks for.</summary>
    public DateOnly? RequestedDeadline { get; set; }

    public string Remark { get; init; } = "";

    /// <summary>The day it was sent to its units: silence counts from here until the first report.</summary>
    public DateOnly? AssignedOn { get; set; }

    public DateOnly? LastReportOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public List<Assignment> Assignments { get; init; } = [];

    public List<Evidence> Evidence { get; init; } = [];

    /// <summary>The unit of whoever checks, while it checks.</summary>
    [NotMapped]
    public string? CheckingUnit { get; set; }

    /// <summary>The units whose word makes the whole done: those that lead, or all of them where none does.</summary>
    [NotMapped]
    public IReadOnlyList<Assignment> Claiming => Assignments.Exists(assignment => assignment.Leads) ? [.. Assignments.Where(assignment => assignment.Leads)] : Assignments;

    /// <summary>The units that have not said that their part is done.</summary>
    [NotMapped]
    public IReadOnlyList<string> OpenParts => [.. Assignments.Where(assignment => assignment.PartDoneOn is null).OrderBy(assignment => assignment.Order).Select(assignment => assignment.Unit)];

    public bool IsOpen => State is not (KeyTaskState.ClosedOut or KeyTaskState.Drafted);

    /// <summary>Open after its last day.</summary>
    public bool IsLate(DateOnly today) => IsOpen && Deadline < today;

    protected override string Kind => SubjectType;
}

/// <summary>That a unit owes a task: as lead, or jointly. Each reports apart.</summary>
public sealed class Assignment
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required string Unit { get; init; }

    public required bool Leads { get; init; }

    /// <summary>Its place among the units as written, from 0.</summary>
    public required int Order { get; init; }

    public DateOnly? SignedOn { get; set; }

    public DateOnly? LastReportOn { get; set; }

    /// <summary>The day on which the unit said that its part is done; open again where a proof of this unit did not hold.</summary>
    public DateOnly? PartDoneOn { get; set; }
}

public enum EvidenceKind
{
    /// <summary>A document, named by its number or address.</summary>
    Reference,

    /// <summary>A file that was handed in.</summary>
    File,

    /// <summary>A count that another module gave by query on a day.</summary>
    LiveCount,
}

/// <summary>What proves progress.</summary>
public sealed class Evidence
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required string Unit { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string Label { get; init; }

    /// <summary>Document number, what a file came with, or the query's name.</summary>
    public required string Source { get; init; }

    public decimal? Value { get; init; }

    /// <summary>The file, by which it is opened.</summary>
    public Guid? FileId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null until somebody of another unit has looked at it.</summary>
    public bool? IsAccepted { get; set; }
}

/// <summary>What a unit says of its part.</summary>
public sealed class ProgressReport
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Text { get; init; }
}

/// <summary>A step on the way with a day of its own.</summary>
public sealed class Milestone
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required string Title { get; init; }

    public required DateOnly By { get; init; }

    public DateOnly? ReachedOn { get; set; }
}

/// <summary>催办: a word to a unit that something is waited for.</summary>
public sealed class Reminder
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Text { get; init; }
}
