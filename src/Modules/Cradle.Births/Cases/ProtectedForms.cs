using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Platform.Connectors;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Forms at rest, and the indexes by which two of them are found to be about one child.</summary>
public sealed class ProtectedForms(ProtectedText protection, LookupIndex lookup)
{
    private static readonly JsonSerializerOptions Json = new(ConnectorJson.Options) { Converters = { new DivisionJson() } };

    public byte[] Protect(Guid owner, NewbornForm form) => protection.Protect(owner, JsonSerializer.Serialize(form, Json));

    public NewbornForm Read(JointCase one) => JsonSerializer.Deserialize<NewbornForm>(protection.Unprotect(one.Id, one.ProtectedForm), Json)!;

    /// <summary>Of the certificate; null where none has been issued.</summary>
    public byte[]? CertificateIndex(Newborn child) =>
        child.Certificate is { } certificate ? lookup.Of("births.certificate", certificate.Trim().ToUpperInvariant()) : null;

    /// <summary>Of mother, birth date and order: what two cases of one child share when the certificate is not there to tell.</summary>
    public byte[] BirthIndex(NewbornForm form, int order) =>
        lookup.Of("births.birth", ResidentId.Parse(form.Mother.IdNumber).Number, form.BirthDate.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), order.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private sealed class DivisionJson : JsonConverter<DivisionCode>
    {
        public override DivisionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DivisionCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DivisionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
