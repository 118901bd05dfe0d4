using Cradle.Primitives;

namespace Cradle.Governance.Board;

/// <summary>What a count is by.</summary>
public enum BoardScope
{
    /// <summary>Each task once, by the part of its document.</summary>
    Part,

    /// <summary>Each task once for every unit that owes it.</summary>
    Unit,
}

/// <summary>How tasks of a count stand. Late is not among them: it is the deadline against today.</summary>
public enum BoardStanding
{
    Open,
    AtRisk,
    Claimed,
    Closed,
}

/// <summary>Whose tasks a count holds.</summary>
public enum BoardReach
{
    /// <summary>Those of the place's own ledger.</summary>
    Own,

    /// <summary>Those, and all of the places below it.</summary>
    Whole,
}

/// <summary>How many tasks of a place stand alike. Counts are kept by events, so that a board reads a few rows and not the ledger.</summary>
public sealed class BoardCount
{
    /// <summary>Stands for no deadline, in a key that can't be null.</summary>
    public static readonly DateOnly NoDeadline = DateOnly.MaxValue;

    public required DivisionCode Division { get; init; }

    public required BoardReach Reach { get; init; }

    public required int Year { get; init; }

    public required BoardScope Scope { get; init; }

    /// <summary>The part or the unit.</summary>
    public required string Name { get; init; }

    public required BoardStanding Standing { get; init; }

    public required DateOnly Deadline { get; init; }

    public required int Tasks { get; set; }
}

/// <summary>When the counts of a place were made, and how often: of two recounts at once the later one is told to look again.</summary>
public sealed class BoardHead
{
    public required DivisionCode Division { get; init; }

    public int Version { get; set; }

    public DateTimeOffset At { get; set; }
}
