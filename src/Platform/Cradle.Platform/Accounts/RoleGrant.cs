using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;

namespace Cradle.Platform.Accounts;

/// <summary>Where a grant stands.</summary>
public enum GrantState
{
    Proposed,
    Active,
    Rejected,
    Withdrawn,
}

/// <summary>What may be done with a grant.</summary>
public enum GrantAction
{
    Confirm,
    Reject,
    Withdraw,
}

/// <summary>A role for an account in a division and everything below it, or for one unit there.</summary>
public sealed class RoleGrant : IHasLifecycle<GrantState>, IInScope
{
    public const int UnitLength = 60;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public required DivisionCode Division { get; init; }

    /// <summary>The unit, where the role is not held for all of the division: a department, an institution, an employer.</summary>
    public string? Unit { get; init; }

    public GrantState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public HeldRole Held => new(Role, Division, Unit);

    public AuditSubject AuditSubject => new("role-grant", Id);
}
