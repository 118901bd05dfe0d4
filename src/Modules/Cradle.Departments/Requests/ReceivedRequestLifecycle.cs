using Cradle.Platform.Connectors;
using Cradle.Platform.Lifecycles;

namespace Cradle.Departments.Requests;

/// <summary>What may be done with a request.</summary>
public enum RequestAction
{
    Accept,
    Complete,
    Return,
    Refuse,

    /// <summary>By the sender, who no longer wants it.</summary>
    Cancel,
}

/// <summary>A department takes a request up, does it, sends it back or refuses it; each move is answered to the sender.</summary>
public static class ReceivedRequestLifecycle
{
    public static Lifecycle<ReceivedRequest, RequestState, RequestAction> Table { get; } = new("department-request", RequestState.Received,
    [
        Decided(RequestState.Received, RequestAction.Accept, RequestState.Processing),
        .. From(RequestState.Received),
        .. From(RequestState.Processing),
    ]);

    private static IEnumerable<Transition<ReceivedRequest, RequestState, RequestAction>> From(RequestState state) =>
    [
        Decided(state, RequestAction.Complete, RequestState.Done) with { Guard = request => string.IsNullOrWhiteSpace(request.Number) ? "A request is done with the department's number for it." : null },
        Decided(state, RequestAction.Return, RequestState.Returned) with { NeedsReason = true },
        Decided(state, RequestAction.Refuse, RequestState.Refused) with { NeedsReason = true },
        new(state, RequestAction.Cancel, RequestState.Cancelled),
    ];

    private static Transition<ReceivedRequest, RequestState, RequestAction> Decided(RequestState from, RequestAction action, RequestState to) =>
        new(from, action, to) { Permission = DepartmentsModule.Decide, Raises = request => new RequestAnswered(request.Id, request.Version) };
}

/// <summary>A request was moved; its answer waits to be sent.</summary>
public sealed record RequestAnswered(Guid Request, int Sequence);
