using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Items;

/// <summary>Where one department's part of a case stands.</summary>
public enum ItemState
{
    /// <summary>For the item it depends on.</summary>
    Waiting,

    /// <summary>To be sent.</summary>
    Ready,
    Sent,

    /// <summary>Could not be sent; tried again later.</summary>
    RetryWait,

    /// <summary>Could not be sent at all; somebody decides.</summary>
    ManualQueue,
    Processing,
    Returned,
    Refused,
    Done,
    Cancelled,

    /// <summary>Stopped, because a paper that was promised for it has not come by its last day.</summary>
    Stopped,
}

/// <summary>One service of a case, handled by one department.</summary>
public sealed class CaseItem : IHasLifecycle<ItemState>, IAlsoInScope
{
    public const int ServiceLength = 60;
    public const int NumberLength = 60;
    public const int TextLength = 500;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The stable key of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its place among the items.</summary>
    public required int Place { get; init; }

    /// <summary>The service whose number it needs first.</summary>
    public string? After { get; init; }

    /// <summary>Where it is handled.</summary>
    public required DivisionCode Division { get; init; }

    public required string? Unit { get; init; }

    /// <summary>Of one that could not be sent the place of its case: where no department is connected, nobody of its own place is here, and the family would wait for ever.</summary>
    public DivisionCode? AlsoIn { get; set; }

    /// <summary>Whether it counts: a vaccination record is offered beside the items where the region does not list it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>The committed limit by the rule at acceptance; null where no text sets one.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>The request under way: a new one each time it is sent anew.</summary>
    public Guid Request { get; set; }

    /// <summary>Tries of this request that failed.</summary>
    public int Failures { get; set; }

    /// <summary>The highest sequence heard of this request.</summary>
    public int Sequence { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the department was last heard of, or asked.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    /// <summary>The department's number for what it did.</summary>
    public string? Number { get; set; }

    public string? Reason { get; set; }

    public string? Remedy { get; set; }

    /// <summary>What is asked beyond the form: the bills of a settlement.</summary>
    public Sealed? Detail { get; set; }

    /// <summary>How often somebody appealed against a refusal.</summary>
    public int Appeals { get; set; }

    public ItemState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Begins a request of its own: what is still heard of the one before counts no more.</summary>
    public void AskAnew(Guid request) => (Request, Failures, Sequence, SentAt, HeardAt) = (request, 0, 0, null, null);

    public AuditSubject AuditSubject => new("case-item", Id);

    /// <summary>Whether nothing more is heard of it unless somebody acts.</summary>
    public bool IsSettled => State is ItemState.Done or ItemState.Refused or ItemState.Cancelled;
}
