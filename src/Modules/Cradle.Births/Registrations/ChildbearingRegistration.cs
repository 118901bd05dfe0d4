using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>Where a registration stands. There is no refusal: it is a record, not a permission.</summary>
public enum RegistrationState
{
    Submitted,

    /// <summary>The identity paper is one that no check digit proves; somebody compares it.</summary>
    BeingChecked,
    NeedsCorrection,
    Registered,
    Amended,

    /// <summary>The child was born and has its papers.</summary>
    Closed,
    Cancelled,
}

/// <summary>A pregnancy or birth on record (生育登记). It is filed anywhere and belongs where the family lives; both see it.</summary>
public sealed class ChildbearingRegistration : IHasLifecycle<RegistrationState>, IAlsoInScope
{
    public const int TextLength = 500;

    internal static readonly ProtectedField FormField = new("births.registration", FieldKind.Record);
    internal static readonly ProtectedField MotherField = new("births.registration-mother", FieldKind.IdNumber);

    public required Guid Id { get; init; }

    /// <summary>The number that people name it by.</summary>
    public required string Number { get; init; }

    /// <summary>The account whose matter it is.</summary>
    public required string Applicant { get; set; }

    /// <summary>The worker who filed it at a counter, where one did.</summary>
    public string? FiledBy { get; set; }

    /// <summary>Where it was filed; handled there too.</summary>
    public required DivisionCode FiledAt { get; init; }

    /// <summary>It is handled where it was filed too: that counter has seen the paper.</summary>
    public DivisionCode? AlsoIn => FiledAt;

    /// <summary>Where it belongs: the family's residence.</summary>
    public required DivisionCode Division { get; set; }

    public string? Unit { get; init; }

    /// <summary>What was declared.</summary>
    public required Sealed Form { get; set; }

    /// <summary>The mother's identity number.</summary>
    public required Sealed Mother { get; set; }

    public required byte[] MotherIndex { get; set; }

    /// <summary>The day the child is expected, or was born.</summary>
    public required DateOnly ChildDate { get; set; }

    /// <summary>Whether it stands: of one mother and day only one can.</summary>
    public bool Stands { get; set; } = true;

    /// <summary>The day on which the child was lost; from then on nothing is offered or asked.</summary>
    public DateOnly? LostOn { get; set; }

    /// <summary>The joint case of the birth that followed.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>What is to be corrected, as people read it.</summary>
    public string? Reason { get; set; }

    public required DateTimeOffset Created { get; init; }

    public RegistrationState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Whether it can be shown on paper: it is registered, or the birth that it foretold has closed it.</summary>
    public bool HasCertificate => State is RegistrationState.Registered or RegistrationState.Amended || (State == RegistrationState.Closed && Stands);

    public AuditSubject AuditSubject => new("childbearing-registration", Id);
}
