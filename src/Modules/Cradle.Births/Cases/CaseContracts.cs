using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>A newborn's form as the API takes it.</summary>
public sealed record CaseRequest
{
    /// <summary>Made by the client with the form; a repeat gives the first cases.</summary>
    public required Guid Key { get; init; }

    /// <summary>Where the family lives: a division of two, four or six digits.</summary>
    public required string Residence { get; init; }

    /// <summary>Where the child is to be registered.</summary>
    public required string Household { get; init; }

    /// <summary>Where the child was born; left out for a birth abroad.</summary>
    public string? Birthplace { get; init; }

    public string? Hospital { get; init; }

    /// <summary>The country or region of a birth abroad.</summary>
    public string? Country { get; init; }

    /// <summary>Where there: the city, and the hospital if it is known.</summary>
    public string? ForeignPlace { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required ParentRequest Mother { get; init; }

    /// <summary>Left out where nobody is named; nothing depends on it.</summary>
    public ParentRequest? Father { get; init; }

    public required string Phone { get; init; }

    public required IReadOnlyList<ChildRequest> Children { get; init; }

    public bool IsAdopted { get; init; }

    public IReadOnlyList<Paper> Papers { get; init; } = [];

    public DateOnly? PromisedBy { get; init; }

    /// <summary>At a counter or bedside: the family asked the worker to file it.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Members that the contract does not know: each is refused by its name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>The form, and what of the request could not be read into it.</summary>
    internal (NewbornForm Form, IReadOnlyList<FormProblem> Problems) Read()
    {
        var fields = new RequestFields();
        fields.Refuse("", Unknown);
        var children = fields.Need("children", Children, []).Select((child, index) => fields.Need($"children[{index}]", child, new ChildRequest(default))).ToList();
        foreach (var (index, child) in children.Index())
            fields.Refuse($"children[{index}].", child.Unknown);
        if (Birthplace is null && string.IsNullOrWhiteSpace(Country))
            fields.Add(new("birthplace", "missing", new("没有写在哪里出生。", "It is not said where the child was born."), new("在内地出生的写 birthplace；在别处出生的写 country。", "Give birthplace for a birth on the mainland, country for one elsewhere.")));
        return (new NewbornForm
        {
            Residence = fields.Place("residence", Residence), Household = fields.Place("household", Household), Hospital = Hospital, BirthDate = BirthDate,
            Birthplace = Birthplace is null && !string.IsNullOrWhiteSpace(Country) ? null : Birthplace is null ? DivisionCode.Nation : fields.Place("birthplace", Birthplace),
            Mother = fields.Need("mother", Mother, ParentRequest.Nobody).Read("mother", fields), Father = Father?.Read("father", fields), Phone = fields.Need("phone", Phone, ""),
            Children = [.. children.Select(child => new Newborn(child.Name, child.Sex, child.Certificate, child.Document))], IsAdopted = IsAdopted, Papers = fields.Need("papers", Papers, []), PromisedBy = PromisedBy,
            Country = Country, ForeignPlace = ForeignPlace, HasConsent = HasConsent,
        }, fields.Problems);
    }
}

/// <summary>A parent.</summary>
/// <param name="Name">As on the identity card.</param>
/// <param name="IdNumber">Of the identity card.</param>
/// <param name="Household">Where he or she is registered.</param>
public sealed record ParentRequest(string Name, string IdNumber, string? Household = null)
{
    /// <summary>Members that the contract does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>Stands in for a parent that has to be there and is not.</summary>
    internal static ParentRequest Nobody { get; } = new("", "");

    internal Person Read(string field, RequestFields fields)
    {
        fields.Refuse(field + ".", Unknown);
        return new(fields.Need(field + ".name", Name, ""), fields.Need(field + ".idNumber", IdNumber, ""), Household is null ? null : fields.Place(field + ".household", Household));
    }
}

/// <summary>A child.</summary>
/// <param name="Sex">As on the certificate.</param>
/// <param name="Name">Left out while it is not chosen.</param>
/// <param name="Certificate">The number of the medical birth certificate, where it has been issued.</param>
/// <param name="Document">The number of the paper in its place: the foreign birth certificate, or the adoption registration.</param>
public sealed record ChildRequest(Sex Sex, string? Name = null, string? Certificate = null, string? Document = null)
{
    /// <summary>Members that the contract does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>A case as its family or an officer of its place reads it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The number that people name it by.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Goes back with every action, so that none is made on what somebody changed meanwhile.</param>
/// <param name="BirthDate">The child's date of birth.</param>
/// <param name="InsureBy">The last safe day of newborn insurance.</param>
/// <param name="Reason">Why it was sent back, held or refused.</param>
/// <param name="Items">Its items, in order.</param>
/// <param name="Promises">The papers that were promised for it.</param>
public sealed record CaseAnswer(Guid Id, string Number, CaseState State, int Version, DateOnly BirthDate, DateOnly? InsureBy, string? Reason, IReadOnlyList<ItemAnswer> Items, IReadOnlyList<PromiseAnswer> Promises);

/// <summary>A promised paper of a case.</summary>
/// <param name="Paper">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Until">Its last day.</param>
/// <param name="IsLate">Whether the day has passed without it: what needs it is stopped.</param>
public sealed record PromiseAnswer(Paper Paper, Promises.PromiseState State, DateOnly Until, bool IsLate);

/// <summary>An item of a case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The stable key of the service.</param>
/// <param name="Division">Where it is handled.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Number">The department's number.</param>
/// <param name="Due">The committed last day, where the place has set a limit.</param>
/// <param name="Reason">Why it was returned or refused.</param>
/// <param name="Remedy">What can be done about it.</param>
public sealed record ItemAnswer(Guid Id, string Service, string Division, Items.ItemState State, string? Number, DateOnly? Due, string? Reason, string? Remedy);

/// <summary>What withdraws a case.</summary>
/// <param name="Version">The version that was seen.</param>
public sealed record WithdrawalRequest(int Version);
