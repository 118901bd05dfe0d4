namespace Cradle.Linkage.Models;

/// <summary>What a field holds; it decides how the field is normalised, compared and used for blocking.</summary>
public enum FieldKind
{
    /// <summary>The person's own citizen identity number. Two valid, different numbers are never one person.</summary>
    ResidentId,

    /// <summary>The citizen identity number of a parent: shared by siblings, so evidence but no proof.</summary>
    ParentId,

    /// <summary>A whole name in Chinese characters.</summary>
    PersonName,

    /// <summary>A parent's name in Chinese characters.</summary>
    ParentName,

    /// <summary>A given name in letters.</summary>
    GivenName,

    /// <summary>A surname in letters.</summary>
    Surname,

    /// <summary>Day of birth.</summary>
    BirthDate,

    /// <summary>Sex, or another field of two or three values.</summary>
    Sex,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>A Chinese address in one text.</summary>
    Address,

    /// <summary>A number or certificate that is nearly unique but has no check digit known here.</summary>
    Identifier,

    /// <summary>House number, postcode or another short code.</summary>
    Code,

    /// <summary>A field of few values, such as a state or a nationality.</summary>
    Category,

    /// <summary>A small number, such as the order of a birth.</summary>
    Ordinal,

    /// <summary>Any other text: street, place, employer.</summary>
    Text,
}
