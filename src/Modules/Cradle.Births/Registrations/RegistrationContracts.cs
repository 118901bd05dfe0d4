using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Births.Cases;

namespace Cradle.Births.Registrations;

/// <summary>A declaration as the API takes it.</summary>
public sealed record RegistrationRequest
{
    /// <summary>Made by the client with the form; a repeat gives the first registration. Not read when one is amended.</summary>
    public Guid Key { get; init; }

    /// <summary>The version that was seen; read when one is amended.</summary>
    public int Version { get; init; }

    /// <summary>Where the family lives: a division of two, four or six digits.</summary>
    public required string Residence { get; init; }

    public required ParentRequest Mother { get; init; }

    public IdentityPaper Identity { get; init; }

    /// <summary>Left out where nobody is named; nothing depends on it.</summary>
    public ParentRequest? OtherParent { get; init; }

    public required string Phone { get; init; }

    /// <summary>The day the child is expected; left out once it is born.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day of birth; left out before.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>At a counter: the family asked the worker to file it.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Members that the contract does not know: each is refused by its name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>The form, and what of the request could not be read into it.</summary>
    internal (RegistrationForm Form, IReadOnlyList<FormProblem> Problems) Read()
    {
        var fields = new RequestFields();
        fields.Refuse("", Unknown);
        return (new RegistrationForm
        {
            Residence = fields.Place("residence", Residence), Mother = fields.Need("mother", Mother, ParentRequest.Nobody).Read("mother", fields), Identity = Identity, OtherParent = OtherParent?.Read("otherParent", fields),
            Phone = fields.Need("phone", Phone, ""), DueOn = DueOn, BornOn = BornOn, HasConsent = HasConsent,
        }, fields.Problems);
    }
}

/// <summary>A registration as its family reads it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The number that people name it by.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Goes back with every action.</param>
/// <param name="Residence">Where it belongs.</param>
/// <param name="FiledAt">Where it was filed.</param>
/// <param name="Reason">What is to be corrected.</param>
public sealed record RegistrationAnswer(Guid Id, string Number, RegistrationState State, int Version, string Residence, string FiledAt, string? Reason)
{
    internal static RegistrationAnswer Of(ChildbearingRegistration row) => new(row.Id, row.Number, row.State, row.Version, row.Division.ToString(), row.FiledAt.ToString(), row.Reason);
}
