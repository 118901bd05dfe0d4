using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Newborns;

/// <summary>A child's record: opened when its household registration is done, and gone on with by later services.</summary>
public sealed class ChildRecord : IAudited, IInScope
{
    internal static readonly ProtectedField IdentityField = new("births.child-identity", FieldKind.Record);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Where the child is registered.</summary>
    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    public required DivisionCode Residence { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required int Order { get; init; }

    public required int Babies { get; init; }

    /// <summary>The day on which the household registration was done: from then on services treat the child as one of the place.</summary>
    public required DateOnly SettledOn { get; init; }

    public DivisionCode? MotherHousehold { get; init; }

    public DivisionCode? FatherHousehold { get; init; }

    /// <summary>Name and the departments' numbers as JSON.</summary>
    public required Sealed Identity { get; set; }

    public AuditSubject AuditSubject => new("child-record", Id);
}

/// <summary>An entitlement that became open with a registration or a child's record: what, until when, who handles it, by which rule.</summary>
public sealed class EntitlementOffer
{
    public const int TextLength = 200;

    /// <summary>The registration of the pregnancy, or the child's record.</summary>
    public required Guid About { get; init; }

    public required string Quantity { get; init; }

    public required string Rule { get; init; }

    public required string LabelZh { get; init; }

    public required string LabelEn { get; init; }

    public required string Handler { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public required DateOnly OfferedOn { get; init; }
}
