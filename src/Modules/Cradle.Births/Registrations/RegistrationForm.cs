using Cradle.Births.Cases;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>What proves who somebody is.</summary>
public enum IdentityPaper
{
    /// <summary>A resident identity card, whose number proves itself.</summary>
    ResidentCard,

    /// <summary>A passport or permit, which an officer compares.</summary>
    Other,
}

/// <summary>
/// What is declared. It asks neither how many children there are nor about marriage, and the other parent may be left out:
/// registering has no precondition beyond who one is (003/（二十）, 000/二（一）).
/// </summary>
public sealed record RegistrationForm
{
    public required DivisionCode Residence { get; init; }

    public required Person Mother { get; init; }

    public IdentityPaper Identity { get; init; }

    /// <summary>Null where nobody is named; that stands in no way.</summary>
    public Person? OtherParent { get; init; }

    public required string Phone { get; init; }

    /// <summary>The day the child is expected; null once it is born.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day of birth, where it is registered afterwards.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>At a counter: the family asked the worker to file it.</summary>
    public bool HasConsent { get; init; }

    /// <summary>The day that tells one pregnancy of a mother from another.</summary>
    internal DateOnly ChildDate => BornOn ?? DueOn ?? default;

    /// <summary>The places other than the residence where a parent is registered.</summary>
    internal IReadOnlyList<DivisionCode> OtherPlaces =>
        [.. new[] { Mother.Household, OtherParent?.Household }.OfType<DivisionCode>().Where(place => place.Province != Residence.Province).Distinct()];
}
