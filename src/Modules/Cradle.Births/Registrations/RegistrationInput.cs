using Cradle.Births.Cases;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Binding;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cradle.Births.Registrations;

/// <summary>The declaration as a page binds it: everything as it was typed.</summary>
public sealed class RegistrationInput
{
    public string? Residence { get; set; }

    public IdentityPaper Identity { get; set; }

    public PersonInput Mother { get; set; } = new();

    public PersonInput OtherParent { get; set; } = new();

    [DateParts]
    public DateOnly? DueOn { get; set; }

    [DateParts]
    public DateOnly? BornOn { get; set; }

    public string? Phone { get; set; }

    /// <summary>Holds <c>yes</c> where the family agreed to the worker's filing.</summary>
    public List<string> HasConsent { get; set; } = [];

    /// <summary>A declaration as it was sent, for amending it.</summary>
    public static RegistrationInput Of(RegistrationForm form, TypedPlace places) => new()
    {
        Residence = places.NameOf(form.Residence), Identity = form.Identity, Mother = PersonInput.Of(form.Mother, places), OtherParent = form.OtherParent is { } other ? PersonInput.Of(other, places) : new(),
        DueOn = form.DueOn, BornOn = form.BornOn, Phone = form.Phone, HasConsent = form.HasConsent ? ["yes"] : [],
    };

    /// <summary>Reads the declaration; a place or day that can't be read is said at its field, and the nation or today stands for it meanwhile: it was given.</summary>
    public RegistrationForm Read(TypedPlace places, ModelStateDictionary state, string prefix, DateOnly today)
    {
        var residence = places.Find(Residence);
        if (residence is null)
            state.AddModelError($"{prefix}.{nameof(Residence)}", TypedPlace.NotRecognised);
        return new RegistrationForm
        {
            Residence = residence ?? DivisionCode.Nation, Identity = Identity, Mother = Mother.Read(places, state, $"{prefix}.{nameof(Mother)}"), Phone = NewbornInput.Number(Phone) ?? "", DueOn = DayAt(DueOn, nameof(DueOn)), BornOn = DayAt(BornOn, nameof(BornOn)), HasConsent = HasConsent.Contains(NewbornInput.Yes),
            OtherParent = string.IsNullOrWhiteSpace(OtherParent.Name) && string.IsNullOrWhiteSpace(OtherParent.IdNumber) ? null : OtherParent.Read(places, state, $"{prefix}.{nameof(OtherParent)}"),
        };

        DateOnly? DayAt(DateOnly? day, string field) => day ?? (state.IsTold($"{prefix}.{field}") ? today : null);
    }
}
