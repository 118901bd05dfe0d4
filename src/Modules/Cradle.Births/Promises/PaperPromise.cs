using Cradle.Births.Cases;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;

namespace Cradle.Births.Promises;

/// <summary>Where a promised paper stands; whether it is late follows from its last day.</summary>
public enum PromiseState
{
    /// <summary>By the family; no officer has accepted the case on it yet.</summary>
    Made,

    /// <summary>The case was accepted on it: its last day is set.</summary>
    Running,

    /// <summary>The paper has come.</summary>
    Kept,

    /// <summary>Nothing rests on it any more: the form was corrected, the case withdrawn or put away.</summary>
    Dropped,
}

/// <summary>A paper that was not there when a case was accepted (容缺受理): which, who promised it, by when, and how it came.</summary>
public sealed class PaperPromise : IHasLifecycle<PromiseState>, IInScope
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Paper Paper { get; init; }

    /// <summary>The account that gave the promise: the family's, or that of who filed for it with its consent.</summary>
    public required string Promiser { get; init; }

    /// <summary>Where the case belongs.</summary>
    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    /// <summary>The last day: as the family offered it, then as the officer set it who accepted the case. No text sets one.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>The officer who set the last day.</summary>
    public string? SetBy { get; set; }

    /// <summary>When the family was told that the last day comes near.</summary>
    public DateTimeOffset? Reminded { get; set; }

    /// <summary>When what needs the paper was stopped, because the last day had passed.</summary>
    public DateTimeOffset? Stopped { get; set; }

    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>Who handed it in, or saw it at the counter.</summary>
    public string? KeptBy { get; set; }

    /// <summary>What was handed in; null where an officer saw the paper at the counter.</summary>
    public Guid? File { get; set; }

    /// <summary>Why an officer sent back what was handed in.</summary>
    public string? Reason { get; set; }

    public PromiseState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new("paper-promise", Id);

    /// <summary>Whether the paper has not come by its last day.</summary>
    public bool IsLate(DateOnly today) => State == PromiseState.Running && Until < today;
}
