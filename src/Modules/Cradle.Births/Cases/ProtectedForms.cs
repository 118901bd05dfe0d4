using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Platform.Connectors;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Forms at rest, and what tells that two of them are about one child.</summary>
public sealed class ProtectedForms(FieldVault vault)
{
    internal static readonly ProtectedField Form = new("births.form", FieldKind.Record);
    internal static readonly ProtectedField Certificate = new("births.certificate", FieldKind.Document);
    internal static readonly ProtectedField Birth = new("births.birth", FieldKind.Record);
    internal static readonly JsonSerializerOptions Json = new(ConnectorJson.Options) { Converters = { new DivisionJson() } };

    public Sealed Seal(Guid owner, NewbornForm form) => vault.Seal(Form, owner, TextOf(form));

    /// <summary>What a form says, as it is kept.</summary>
    public static string TextOf(NewbornForm form) => JsonSerializer.Serialize(form, Json);

    public NewbornForm Read(JointCase one) => JsonSerializer.Deserialize<NewbornForm>(vault.Open(Form, one.Id, one.Form), Json)!;

    /// <summary>Changes what a case keeps of its form, where nothing changes by which other cases are found.</summary>
    public NewbornForm Renew(JointCase one, Func<NewbornForm, NewbornForm> change)
    {
        var form = change(Read(one));
        one.Form = Seal(one.Id, form);
        return form;
    }

    /// <summary>Keeps a form with its case, and what other cases of the same child are found by.</summary>
    public void Keep(JointCase one, NewbornForm form)
    {
        var (certificate, birth) = (ProofOf(form, one.Order), BirthOf(form, one.Order));
        one.Form = Seal(one.Id, form);
        one.Certificate = certificate is null ? null : vault.Seal(Certificate, one.Id, certificate);
        one.CertificateIndex = certificate is null ? null : vault.IndexOf(Certificate, certificate);
        (one.Birth, one.BirthIndex) = (vault.Seal(Birth, one.Id, birth), vault.IndexOf(Birth, birth));
    }

    /// <summary>What cases of the same certificate may be found by; none where it has not been issued.</summary>
    public IReadOnlyList<byte[]> CertificateIndexes(JointCase one) => one.Certificate is { } certificate ? vault.IndexesOf(Certificate, vault.Open(Certificate, one.Id, certificate)) : [];

    /// <summary>What cases of the same mother, birth date and order may be found by, when there is no certificate to tell.</summary>
    public IReadOnlyList<byte[]> BirthIndexes(JointCase one) => vault.IndexesOf(Birth, vault.Open(Birth, one.Id, one.Birth));

    // One paper tells one child, whatever it is; a foreign number is one of its country.
    private static string? ProofOf(NewbornForm form, int order) => form.InsteadOfCertificate is not { } paper ? form.Children[order - 1].Certificate
        : form.Children[order - 1].Document is { } number ? $"{paper} {form.Country} {number}" : null;

    private static string BirthOf(NewbornForm form, int order) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ResidentId.Parse(form.Mother.IdNumber).Number} {form.BirthDate:yyyyMMdd} {order}");

    private sealed class DivisionJson : JsonConverter<DivisionCode>
    {
        public override DivisionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DivisionCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DivisionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
