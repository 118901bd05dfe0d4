using Cradle.Governance.Ledger;

namespace Cradle.Governance.Orders;

public enum OrderState
{
    Issued,
    Read,
    Answered,
    Escalated,
    Accepted,
}

public enum OrderAction
{
    Read,
    Answer,
    Reject,
    Escalate,
    Accept,
}

/// <summary>督办: an order to a unit to act on a task, with a day to answer and somebody above who hears of silence.</summary>
public sealed class SupervisoryOrder : Tracked<OrderState>
{
    /// <summary>What it is called in the audit log.</summary>
    public const string SubjectType = "supervisory-order";

    /// <summary>The step by which it comes into the world.</summary>
    internal const string Issued = "issued";

    public required Guid TaskId { get; init; }

    public required string Unit { get; init; }

    public required string Demand { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly AnswerBy { get; set; }

    /// <summary>How often it was raised: 0 the office, 1 the leader in charge, 2 the leading group.</summary>
    public int Level { get; set; }

    public string? Answer { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public string? ReadBy { get; set; }

    public bool IsOpen => State != OrderState.Accepted;

    public bool IsLate(DateOnly today) => State is not (OrderState.Accepted or OrderState.Answered) && AnswerBy < today;

    protected override string Kind => SubjectType;
}
