namespace Cradle.Platform.Connectors;

/// <summary>Where a request stands with the department that received it.</summary>
public enum RequestState
{
    /// <summary>It has arrived.</summary>
    Received,

    /// <summary>Somebody has taken it up.</summary>
    Processing,

    /// <summary>It is done; the number says as what.</summary>
    Done,

    /// <summary>Something has to be corrected; the reason and remedy say what.</summary>
    Returned,

    /// <summary>It was refused; the reason and remedy say why and what can be done.</summary>
    Refused,

    /// <summary>The sender has withdrawn it.</summary>
    Cancelled,
}

/// <summary>Addresses of the contract, version 1; described by <c>/openapi/connector-v1.json</c> of either side.</summary>
public static class DepartmentContract
{
    public const string Document = "connector-v1";
    public const string Root = "/api/connector/v1";

    /// <summary>POST, at the department: a request to handle.</summary>
    public const string Requests = Root + "/requests";

    /// <summary>POST, at whoever asked: how a request stands.</summary>
    public const string Answers = Root + "/answers";

    /// <summary>GET, at the department: the same, asked for.</summary>
    public static string Status(Guid request) => $"{Requests}/{request}";

    /// <summary>POST, at the department: no longer wanted.</summary>
    public static string Cancellation(Guid request) => $"{Requests}/{request}/cancellation";
}

/// <summary>Something a department is asked to do.</summary>
public sealed record DepartmentRequest
{
    /// <summary>Made by the sender; also its idempotency key. A corrected request has a new one.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is asked for: <c>household-registration</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Where: a code of GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>The case it belongs to, as people name it.</summary>
    public required string Subject { get; init; }

    /// <summary>The earlier request that this one corrects.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What the department needs to know, by name; no more than that.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
}

/// <summary>How a request stands: pushed as an answer, or read as its status.</summary>
/// <param name="Request">The request.</param>
/// <param name="Sequence">Grows with every change of the request; an answer with a lower one than was seen is out of date.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Number">The department's number for what was done; with <see cref="RequestState.Done"/> always.</param>
/// <param name="Reason">Why it was returned or refused; with <see cref="RequestState.Returned"/> and <see cref="RequestState.Refused"/> always.</param>
/// <param name="Remedy">What can be done about it.</param>
/// <param name="At">When.</param>
public sealed record DepartmentAnswer(Guid Request, int Sequence, RequestState State, string? Number, string? Reason, string? Remedy, DateTimeOffset At);

/// <summary>That an answer has arrived.</summary>
/// <param name="Applied">Whether it changed something; false for one that came late or twice, which is no error.</param>
public sealed record AnswerReceipt(bool Applied);
