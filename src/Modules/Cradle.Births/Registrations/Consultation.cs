using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>How somebody was advised.</summary>
public enum ConsultationChannel
{
    Counter,
    Phone,
    Online,
    HomeVisit,
}

/// <summary>A note of advice given with a registration. The family reads it too.</summary>
public sealed class Consultation : IAudited, IInScope
{
    public const int TextLength = 800;

    internal static readonly ProtectedField NoteField = new("births.consultation", FieldKind.Record);

    public required Guid Id { get; init; }

    public required Guid RegistrationId { get; init; }

    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    public required ConsultationChannel Channel { get; init; }

    public required Sealed Note { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public AuditSubject AuditSubject => new("consultation", Id);
}
