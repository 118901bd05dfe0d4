using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Binding;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cradle.Births.Cases;

/// <summary>What a form is about: it decides what is asked.</summary>
public enum BirthKind
{
    /// <summary>Born here.</summary>
    Here,

    /// <summary>Born abroad: the place there and the foreign certificate.</summary>
    Abroad,

    /// <summary>Adopted: the registration of the adoption.</summary>
    Adopted,
}

/// <summary>The form as a page binds it: everything as it was typed.</summary>
public sealed class NewbornInput
{
    public const string Yes = "yes";

    public BirthKind Kind { get; set; }

    public string? Residence { get; set; }

    public string? Household { get; set; }

    public string? Birthplace { get; set; }

    public string? Hospital { get; set; }

    public string? Country { get; set; }

    public string? ForeignPlace { get; set; }

    [DateParts]
    public DateOnly? BirthDate { get; set; }

    public PersonInput Mother { get; set; } = new();

    public PersonInput Father { get; set; } = new();

    public string? Phone { get; set; }

    public List<ChildInput> Children { get; set; } = [];

    public List<Paper> Papers { get; set; } = [];

    [DateParts]
    public DateOnly? PromisedBy { get; set; }

    /// <summary>Holds <see cref="Yes"/> where the family agreed to the worker's filing.</summary>
    public List<string> HasConsent { get; set; } = [];

    /// <summary>The paper that stands in the place of a medical birth certificate; null where there is one.</summary>
    public Paper? InsteadOfCertificate => Kind switch { BirthKind.Abroad => Paper.ForeignBirthCertificate, BirthKind.Adopted => Paper.AdoptionRegistration, _ => null };

    /// <summary>A form as it was sent, for correcting it.</summary>
    public static NewbornInput Of(NewbornForm form, TypedPlace places) => new()
    {
        Kind = form.IsAdopted ? BirthKind.Adopted : form.Birthplace is null ? BirthKind.Abroad : BirthKind.Here, Country = form.Country, ForeignPlace = form.ForeignPlace, HasConsent = form.HasConsent ? [Yes] : [],
        Residence = places.NameOf(form.Residence), Household = places.NameOf(form.Household), Birthplace = form.Birthplace is { } place ? places.NameOf(place) : null, Hospital = form.Hospital,
        BirthDate = form.BirthDate, Mother = PersonInput.Of(form.Mother, places), Father = form.Father is { } father ? PersonInput.Of(father, places) : new(), Phone = form.Phone,
        Children = [.. form.Children.Select(child => new ChildInput { Name = child.Name, Sex = child.Sex, Certificate = child.Certificate, Document = child.Document })],
        Papers = [.. form.Papers], PromisedBy = form.PromisedBy,
    };

    /// <summary>Reads the form; what cannot be read is said at its field, and with it everything else that is wrong.</summary>
    public NewbornForm? Read(TypedPlace places, ModelStateDictionary state, string prefix, DateOnly today, bool isAtCounter)
    {
        var (residence, household) = (PlaceAt(Residence, nameof(Residence)), PlaceAt(Household, nameof(Household)));
        DivisionCode? birthplace = IsBornAbroad ? null : PlaceAt(Birthplace, nameof(Birthplace)) ?? DivisionCode.Nation;
        if (BirthDate is null)
            state.Tell($"{prefix}.{nameof(BirthDate)}", Wording.Say("请填出生日期", "Enter the date of birth"));
        for (var index = 0; index < Children.Count; index++)
        {
            if (Children[index].Sex is null)
                state.AddModelError($"{prefix}.Children[{index}].Sex", Wording.Say("请选孩子的性别", "Choose the child's sex"));
        }

        var form = new NewbornForm
        {
            Residence = residence ?? default, Household = household ?? default, Birthplace = birthplace, Hospital = Kind == BirthKind.Here ? Text(Hospital) : null,
            Country = IsBornAbroad ? Text(Country) : null, ForeignPlace = IsBornAbroad ? Text(ForeignPlace) : null, BirthDate = BirthDate ?? today,
            Mother = Mother.Read(places, state, $"{prefix}.{nameof(Mother)}"), Father = Text(Father.Name) is null && Text(Father.IdNumber) is null ? null : Father.Read(places, state, $"{prefix}.{nameof(Father)}"), Phone = Number(Phone) ?? "",
            Children = [.. Children.Select(child => new Newborn(Text(child.Name), child.Sex ?? default, InsteadOfCertificate is null ? Number(child.Certificate) : null, InsteadOfCertificate is null ? null : Text(child.Document)))],
            IsAdopted = Kind == BirthKind.Adopted, Papers = [.. Papers.Where(paper => paper == InsteadOfCertificate)], PromisedBy = InsteadOfCertificate is null ? null : PromisedBy, HasConsent = HasConsent.Contains(Yes),
        };
        if (state.IsValid && BirthDate is not null)
            return form;
        Show(FormCheck.Problems(form, today, isAtCounter), state, prefix);
        return null;

        DivisionCode? PlaceAt(string? typed, string field)
        {
            var place = places.Find(typed);
            if (place is null)
                state.AddModelError($"{prefix}.{field}", TypedPlace.NotRecognised);
            return place;
        }
    }

    /// <summary>Puts what is wrong at the fields of the page.</summary>
    public static void Show(IReadOnlyList<FormProblem> problems, ModelStateDictionary state, string prefix)
    {
        foreach (var problem in problems)
            state.Tell(string.Join('.', problem.Field.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]).Prepend(prefix).Where(part => part.Length > 0)), $"{problem.Reason} {problem.Remedy}");
    }

    // An adoption may follow a birth abroad; then the country is told, and no place here.
    private bool IsBornAbroad => Kind == BirthKind.Abroad || (Kind == BirthKind.Adopted && Text(Birthplace) is null && Text(Country) is not null);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A number as it is kept: what was typed in full width or in groups is read all the same; null where nothing was typed.</summary>
    internal static string? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Key(text);
}

/// <summary>A parent as typed.</summary>
public sealed class PersonInput
{
    public string? Name { get; set; }

    public string? IdNumber { get; set; }

    public string? Household { get; set; }

    public static PersonInput Of(Person person, TypedPlace places) => new() { Name = person.Name, IdNumber = person.IdNumber, Household = person.Household is { } place ? places.NameOf(place) : null };

    /// <summary>Reads a parent; a place that is typed and can't be read is said at its field.</summary>
    public Person Read(TypedPlace places, ModelStateDictionary state, string prefix)
    {
        var household = places.Find(Household);
        if (household is null && !string.IsNullOrWhiteSpace(Household))
            state.AddModelError($"{prefix}.{nameof(Household)}", TypedPlace.NotRecognised);
        return new(Name?.Trim() ?? "", NewbornInput.Number(IdNumber) ?? "", household);
    }
}

/// <summary>A child as typed.</summary>
public sealed class ChildInput
{
    public string? Name { get; set; }

    public Sex? Sex { get; set; }

    public string? Certificate { get; set; }

    public string? Document { get; set; }
}
