using Cradle.Platform.Access;
using Cradle.Platform.Processes;
using Cradle.Primitives;

namespace Cradle.Platform.Audit;

/// <summary>One link of the audit chain. Written once, never changed; the database refuses to.</summary>
public sealed class AuditEntry : IInScope
{
    public const int ActionLength = 100;
    public const int SubjectTypeLength = 60;
    public const int ReasonLength = 500;
    public const int DetailLength = 4000;

    /// <summary>Place in the chain, from 1 and without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }

    public ActorKind? OnBehalfOfKind { get; init; }

    public string? OnBehalfOfId { get; init; }

    public required string Process { get; init; }

    public required Guid Correlation { get; init; }

    /// <summary>What was done, in the words of the lifecycle, or <c>viewed</c>, <c>unmasked</c>.</summary>
    public required string Action { get; init; }

    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    public string? Reason { get; init; }

    /// <summary>More, as JSON without personal data; what the subject held stands in its own snapshot.</summary>
    public string? Detail { get; init; }

    /// <summary>The account whose data was looked at.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The division that the actor acts for; none for the platform's own work.</summary>
    public DivisionCode Division { get; init; }

    /// <summary>The unit that the actor acts for.</summary>
    public string? Unit { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}
