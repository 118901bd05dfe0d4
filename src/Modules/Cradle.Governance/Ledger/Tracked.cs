using System.ComponentModel.DataAnnotations.Schema;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;

namespace Cradle.Governance.Ledger;

/// <summary>What the office keeps a history of: it lies in a division, and its state changes through its table only.</summary>
public abstract class Tracked<TState> : IHasLifecycle<TState>, IInScope
    where TState : struct, Enum
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    /// <summary>The unit on whose behalf it is moved, where a unit's own officer may move it; else it is the office's.</summary>
    [NotMapped]
    public string? ActingUnit { get; set; }

    string? IInScope.Unit => ActingUnit;

    public TState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new(Kind, Id);

    /// <summary>The name of the lifecycle, and of the subject in the audit log.</summary>
    protected abstract string Kind { get; }
}
