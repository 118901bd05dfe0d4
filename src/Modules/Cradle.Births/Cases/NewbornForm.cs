using System.Text.Json.Serialization;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>
/// The one form, asked once. It asks nothing that one of its services produces, nothing about how many children there are, and
/// nothing about marriage: none of that decides a newborn's papers (000 二（一）).
/// </summary>
public sealed record NewbornForm
{
    public const int NameLength = 50;
    public const int DocumentLength = 40;
    public const int PlaceLength = 100;

    /// <summary>Where the family lives: there the case belongs.</summary>
    public required DivisionCode Residence { get; init; }

    /// <summary>Where the child is to be registered.</summary>
    public required DivisionCode Household { get; init; }

    /// <summary>Where the child was born; null abroad.</summary>
    public DivisionCode? Birthplace { get; init; }

    /// <summary>The country or region of a birth abroad; null for one here.</summary>
    public string? Country { get; init; }

    /// <summary>Where there: the city, and the hospital if it is known.</summary>
    public string? ForeignPlace { get; init; }

    /// <summary>Asked of a birth here only; a foreign one stands in <see cref="ForeignPlace"/>.</summary>
    public string? Hospital { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>The mother; of an adopted child one who adopted it, whether a woman or a man.</summary>
    public required Person Mother { get; init; }

    /// <summary>The father, or the other who adopted the child; null where nobody is named, which stands in no way.</summary>
    public Person? Father { get; init; }

    public required string Phone { get; init; }

    /// <summary>One for each child of this birth, in the order in which they were born.</summary>
    public required IReadOnlyList<Newborn> Children { get; init; }

    public bool IsAdopted { get; init; }

    /// <summary>The papers the family has in hand, of those that its circumstances call for.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>Until when a paper that is missing is promised; null promises nothing.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>At a counter or bedside: the family asked the worker to file it.</summary>
    public bool HasConsent { get; init; }

    /// <summary>The paper that stands in the place of a medical birth certificate; null where there is one.</summary>
    [JsonIgnore]
    public Paper? InsteadOfCertificate => IsAdopted ? Paper.AdoptionRegistration : Birthplace is null ? Paper.ForeignBirthCertificate : null;

    /// <summary>The papers that the circumstances call for.</summary>
    public IEnumerable<Paper> PapersCalledFor()
    {
        if (Birthplace is null)
            yield return Paper.ForeignBirthCertificate;
        if (IsAdopted)
            yield return Paper.AdoptionRegistration;
    }

    /// <summary>Those of them that the family does not have in hand.</summary>
    public IReadOnlyList<Paper> PapersMissing() => [.. PapersCalledFor().Except(Papers)];
}

/// <summary>A parent.</summary>
/// <param name="Name">As on the identity card.</param>
/// <param name="IdNumber">Of the identity card; protected wherever it is kept.</param>
/// <param name="Household">Where he or she is registered; null where that is not known.</param>
public sealed record Person(string Name, string IdNumber, DivisionCode? Household);

/// <summary>A child of the birth.</summary>
/// <param name="Name">Null where it will be chosen later.</param>
/// <param name="Sex">As on the certificate.</param>
/// <param name="Certificate">The number of the medical birth certificate, where it has been issued.</param>
/// <param name="Document">The number of the paper that stands in its place: the foreign birth certificate, or the adoption registration.</param>
public sealed record Newborn(string? Name, Sex Sex, string? Certificate, string? Document = null);

/// <summary>A paper that only some births call for.</summary>
public enum Paper
{
    /// <summary>Of a child born abroad, with its translation.</summary>
    ForeignBirthCertificate,

    /// <summary>Of an adopted child.</summary>
    AdoptionRegistration,
}
