namespace Cradle.Platform.Messages;

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    /// <summary>To be delivered, now or later.</summary>
    Waiting,

    /// <summary>Every handler has applied it.</summary>
    Delivered,

    /// <summary>Given up after too many tries; somebody has to look.</summary>
    Dead,
}

/// <summary>A message on its way: written with the change it tells of, delivered at least once afterwards.</summary>
public sealed class OutboxMessage
{
    public const int NameLength = 100;
    public const int ErrorLength = 1000;
    public const int NodeLength = 100;
    public const int TraceParentLength = 55;

    public required Guid Id { get; init; }

    /// <summary>The message's stable name, <c>births.registered.v1</c>, not a type's.</summary>
    public required string Name { get; init; }

    public required string Body { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid Correlation { get; init; }

    /// <summary>The process that sent it; its handlers go on in that.</summary>
    public required string Process { get; init; }

    /// <summary>The W3C trace parent of the span that sent it, so that a trace goes on after the commit; null where nothing was traced.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset Created { get; init; }

    public MessageState State { get; set; }

    /// <summary>Not before this; pushed back after every failed try, and while a node has it in hand.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>The account of who sees to it, once it was given up.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The node that has it in hand, until <see cref="NotBefore"/>.</summary>
    public string? TakenBy { get; set; }
}

/// <summary>That a handler has applied a message: the row is written with what the handler wrote.</summary>
internal sealed class InboxEntry
{
    public const int HandlerLength = 100;

    public required Guid MessageId { get; init; }

    public required string Handler { get; init; }

    public required DateTimeOffset At { get; init; }
}
