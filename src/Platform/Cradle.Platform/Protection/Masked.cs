using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cradle.Platform.Protection;

/// <summary>What of a protected value anybody with a right to the record may see. It does not hold the rest.</summary>
[JsonConverter(typeof(MaskedJson))]
public readonly record struct Masked
{
    private const string Hidden = "****";
    private const int FewestHidden = 4;
    private readonly string? text;

    private Masked(string text) => this.text = text;

    /// <summary>The mask of a value: enough to recognise one's own, too little to use.</summary>
    public static Masked Of(FieldKind kind, string value) => new(kind switch
    {
        FieldKind.IdNumber => Ends(value, 4, 2),                      // where the person is registered, and a check
        FieldKind.Phone => Ends(value, 3, 4),
        FieldKind.BankAccount or FieldKind.Document => Ends(value, 0, 4),
        FieldKind.Email => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? value[..1] + Hidden + value[at..] : Hidden,
        FieldKind.Address => value.Length > 6 ? value[..6] + Hidden : Hidden,
        _ => Hidden,
    });

    /// <summary>The mask of a person's name: its first sign, and how many follow.</summary>
    public static Masked OfName(string name) => new(name.Trim().EnumerateRunes().ToList() is { Count: > 1 } whole ? whole[0] + new string('*', whole.Count - 1) : Hidden);

    public override string ToString() => text ?? Hidden;

    // Of a shorter value the ends would be most of it.
    private static string Ends(string value, int first, int last) =>
        value.Length >= first + last + FewestHidden ? value[..first] + Hidden + value[^last..] : Hidden;

    private sealed class MaskedJson : JsonConverter<Masked>
    {
        public override Masked Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A mask is written, never read.");

        public override void Write(Utf8JsonWriter writer, Masked value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
