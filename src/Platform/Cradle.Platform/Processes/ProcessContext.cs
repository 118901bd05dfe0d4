using Cradle.Platform.Access;
using Cradle.Primitives;

namespace Cradle.Platform.Processes;

/// <summary>Who writes, why, and in which process. Nothing that has a history is written without one.</summary>
public sealed record ProcessContext
{
    public const int NameLength = 100;

    public required Actor Actor { get; init; }

    /// <summary>The process, by module and name: <c>births.register</c>.</summary>
    public required string Process { get; init; }

    /// <summary>One id through a request, the messages it sends and the answers that come back.</summary>
    public required Guid Correlation { get; init; }

    /// <summary>Whose matter it is, when somebody helps or acts for another: both are recorded.</summary>
    public Actor? OnBehalfOf { get; init; }

    /// <summary>The division that the actor acts for: that of the role. None for the platform's own work.</summary>
    public DivisionCode Division { get; init; }

    /// <summary>The unit that the actor acts for, where the role is held for one.</summary>
    public string? Unit { get; init; }

    /// <summary>What the actor may do, and where; moves of a lifecycle ask.</summary>
    public Authority Authority { get; init; } = Authority.None;

    /// <summary>The same process, gone on by a message handler or a job.</summary>
    public ProcessContext ContinuedBy(Actor actor) => this with { Actor = actor, Authority = Authority.None };
}
