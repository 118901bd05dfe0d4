using Cradle.Platform.Access;
using Cradle.Primitives;

namespace Cradle.Platform.Deadlines;

/// <summary>
/// The time limit that a move has set, written with the move and never changed but for what was done about it. Of one subject
/// only that of the greatest version counts; a move without a limit writes one without a day.
/// </summary>
public sealed class Deadline : IInScope
{
    public const int PermissionLength = 100;

    public required Guid Id { get; init; }

    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    public required int Version { get; init; }

    public DateOnly? Due { get; init; }

    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    /// <summary>The permission of the next move: whose turn it is. None where it is the applicant's.</summary>
    public string? Permission { get; init; }

    public DateTimeOffset? Reminded { get; set; }

    public DateTimeOffset? Escalated { get; set; }

    public DateTimeOffset? EscalatedAbove { get; set; }
}
