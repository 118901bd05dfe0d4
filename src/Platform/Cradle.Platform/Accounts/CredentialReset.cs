using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;

namespace Cradle.Platform.Accounts;

/// <summary>Where a reset stands.</summary>
public enum ResetState
{
    Proposed,
    Done,
    Rejected,
}

/// <summary>What may be done with a reset.</summary>
public enum ResetAction
{
    Confirm,
    Reject,
}

/// <summary>The second factor of somebody who lost phone and recovery codes, to be taken off by two administrators.</summary>
public sealed class CredentialReset : IHasLifecycle<ResetState>, IInScope
{
    public const int ReasonLength = AuditEntry.ReasonLength;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>How the administrator made sure who asks.</summary>
    public required string Reason { get; init; }

    /// <summary>The division of who proposed it; the other is one of there or above.</summary>
    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    public ResetState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new("credential-reset", Id);
}
