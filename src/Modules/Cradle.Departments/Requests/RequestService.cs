using System.Text.Json;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Departments.Requests;

/// <summary>Takes requests in and decides them. What changes one adds to the save and leaves saving to whoever called, so that an answer is part of it.</summary>
public sealed class RequestService(PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, FieldVault vault, TimeProvider time)
{
    private const int MaximumFields = 60;

    /// <summary>Takes a request in. It is known by the sender's id, so that a further try finds it.</summary>
    public async Task<(ReceivedRequest? Request, RequestError? Error)> ReceiveAsync(string partner, DepartmentRequest? sent, CancellationToken cancellationToken)
    {
        if (FaultOf(sent) is { } field)
            return (null, new RequestError.Malformed(field));
        if (await database.FindAsync<ReceivedRequest>([sent!.Id], cancellationToken) is { } known)
            return known.Partner == partner ? (known, null) : (null, new RequestError.Malformed("id"));
        var request = new ReceivedRequest
        {
            Id = sent.Id, Partner = partner, Service = sent.Service, Unit = sent.Service, Subject = sent.Subject, Division = DivisionCode.Parse(sent.Division), Replaces = sent.Replaces,
            Fields = vault.Seal(ReceivedRequest.FieldsField, sent.Id, JsonSerializer.Serialize(sent.Fields, ConnectorJson.Options)), At = time.GetUtcNow(),
        };
        database.Add(request);
        audit.Record("received", request.AuditSubject, detail: new { request.Service, division = sent.Division, request.Subject });
        return (request, null);
    }

    /// <summary>Withdraws a request on the word of its sender.</summary>
    public async Task<(ReceivedRequest? Request, RequestError? Error)> CancelAsync(string partner, Guid id, CancellationToken cancellationToken)
    {
        if (await database.FindAsync<ReceivedRequest>([id], cancellationToken) is not { } request || request.Partner != partner)
            return (null, new RequestError.Missing());
        if (request.State == RequestState.Cancelled)
            return (request, null);
        return mover.Move(ReceivedRequestLifecycle.Table, request, RequestAction.Cancel, request.Version) is { } why ? (null, new RequestError.NotMoved(why)) : (request, null);
    }

    /// <summary>Decides a request and saves it with its answer.</summary>
    /// <param name="id">The request.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<RequestError?> DecideAsync(Guid id, Decision decision, CancellationToken cancellationToken)
    {
        if (await database.FindAsync<ReceivedRequest>([id], cancellationToken) is not { } request || !process.Current.Authority.Covers(DepartmentsModule.Decide, request))
            return new RequestError.Missing();
        if (await IsOwnRefusalAsync(request, cancellationToken))
            return new RequestError.NotMoved(new MoveError.SamePerson());
        request.Number = decision.Action == RequestAction.Complete ? decision.Number?.Trim() : null;
        var adverse = decision.Action is RequestAction.Return or RequestAction.Refuse;
        (request.Reason, request.Remedy) = adverse ? (decision.Reason, decision.Remedy) : (null, null);
        if (mover.Move(ReceivedRequestLifecycle.Table, request, decision.Action, decision.Version, adverse ? decision.Reason : null) is { } why)
        {
            database.Forget();
            return new RequestError.NotMoved(why);
        }

        var answer = Guid.CreateVersion7(time.GetUtcNow());
        database.Add(new GivenAnswer
        {
            Id = answer, Request = id, Sequence = request.Version,
            Answer = vault.Seal(ReceivedRequest.AnswerField, answer, JsonSerializer.Serialize(request.AnswerAt(time.GetUtcNow()), ConnectorJson.Options)),
        });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            database.Forget();
            return new RequestError.NotMoved(new MoveError.Changed(decision.Version));
        }
    }

    /// <summary>What the sender told; that somebody read it is written down with the next save.</summary>
    public IReadOnlyDictionary<string, string> Read(ReceivedRequest request)
    {
        audit.Record(AuditTrail.Viewed, request.AuditSubject);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(vault.Open(ReceivedRequest.FieldsField, request.Id, request.Fields), ConnectorJson.Options)!;
    }

    // What was refused comes again by an appeal only, and that is another's to decide (G8).
    private async Task<bool> IsOwnRefusalAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        var actor = process.Current.Actor;
        return actor.Kind != ActorKind.System && await database.Set<ReceivedRequest>().AnyAsync(
            other => other.Partner == request.Partner && other.Subject == request.Subject && other.Service == request.Service && other.Id != request.Id && other.State == RequestState.Refused && other.LastMovedBy == actor.Id, cancellationToken);
    }

    private static string? FaultOf(DepartmentRequest? sent) => sent switch
    {
        null => "$",
        { Id: var id } when id == Guid.Empty => "id",
        { Service.Length: 0 or > ReceivedRequest.ServiceLength } => "service",
        { Subject.Length: 0 or > ReceivedRequest.SubjectLength } => "subject",
        { Division: var division } when !DivisionCode.TryParse(division, out _) => "division",
        { Fields: { Count: > MaximumFields } } => "fields",
        { Fields: var fields } when fields.FirstOrDefault(field => field.Value is null or { Length: > ReceivedRequest.TextLength }) is { Key: { } key } => $"fields.{key}",
        _ => null,
    };
}

/// <summary>What an officer decides about a request.</summary>
public sealed record Decision
{
    public required RequestAction Action { get; init; }

    /// <summary>The version that the officer saw.</summary>
    public required int Version { get; init; }

    public string? Number { get; init; }

    public string? Reason { get; init; }

    public string? Remedy { get; init; }
}
