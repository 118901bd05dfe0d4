using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.Meetings;

public enum BodyKind
{
    LeadingGroup,
    JointConference,
}

/// <summary>A leading group or joint conference of a place.</summary>
public sealed class Body : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required BodyKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The day from which it may be expected to meet; null for one from before that was asked.</summary>
    public DateOnly? FoundedOn { get; init; }

    public List<Member> Members { get; init; } = [];

    public AuditSubject AuditSubject => new("body", Id);
}

/// <summary>That a unit belongs to a body, for a time.</summary>
public sealed class Member
{
    public required Guid Id { get; init; }

    public required Guid BodyId { get; init; }

    public required string Unit { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public bool IsOn(DateOnly day) => From <= day && !(To < day);
}

/// <summary>A meeting that was held.</summary>
public sealed class Meeting : IAudited
{
    public required Guid Id { get; init; }

    public required Guid BodyId { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Minutes { get; init; }

    public List<Resolution> Resolutions { get; init; } = [];

    public AuditSubject AuditSubject => new("meeting", Id);
}

/// <summary>What was resolved. It is a task of the ledger from then on, and done when that is struck off.</summary>
public sealed class Resolution
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required string Text { get; init; }

    public required string Unit { get; init; }

    public required DateOnly By { get; init; }

    public required Guid TaskId { get; init; }
}
