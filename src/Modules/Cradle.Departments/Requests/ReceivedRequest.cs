using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Departments.Requests;

/// <summary>Something that another system asked this department to do.</summary>
public sealed class ReceivedRequest : IHasLifecycle<RequestState>, IInScope
{
    public const int ServiceLength = 60;
    public const int SubjectLength = 40;
    public const int NumberLength = 60;
    public const int TextLength = 500;

    /// <summary>What was told of a family.</summary>
    public static readonly ProtectedField FieldsField = new("departments.fields", FieldKind.Record);

    /// <summary>What was answered about it.</summary>
    public static readonly ProtectedField AnswerField = new("departments.answer", FieldKind.Record);

    /// <summary>Made by the sender.</summary>
    public required Guid Id { get; init; }

    public required string Partner { get; init; }

    public required string Service { get; init; }

    public required string Subject { get; init; }

    public required DivisionCode Division { get; init; }

    /// <summary>The service once more: an officer may hold the role for one of them only.</summary>
    public required string? Unit { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>What the sender told, protected: it is about a family.</summary>
    public required Sealed Fields { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>This department's number for what it did.</summary>
    public string? Number { get; set; }

    public string? Reason { get; set; }

    public string? Remedy { get; set; }

    public RequestState State { get; set; }

    /// <summary>Also the sequence of answers: it grows with every move.</summary>
    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new("department-request", Id);

    /// <summary>How it stands, as the sender reads it.</summary>
    public DepartmentAnswer AnswerAt(DateTimeOffset now) => new(Id, Version, State, Number, Reason, Remedy, now);
}

/// <summary>One answer as it was given: what is sent is what stood then, however late it leaves.</summary>
public sealed class GivenAnswer
{
    public required Guid Id { get; init; }

    public required Guid Request { get; init; }

    public required int Sequence { get; init; }

    /// <summary>As JSON of the contract, protected: a number may name a person.</summary>
    public required Sealed Answer { get; init; }
}
