using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Audit;

namespace Cradle.Platform.Protection;

/// <summary>Seals fields, shows their masks, finds rows by them, and opens them for who has a reason; that is in the audit log.</summary>
public sealed class FieldVault(FieldKeyRing ring, AuditTrail audit)
{
    private const int IndexLength = 16;

    /// <summary>Seals a value for one field of one row.</summary>
    public Sealed Seal(ProtectedField field, Guid row, string value) => FieldCipher.Seal(ring.Current, field, row, value);

    /// <summary>What may be shown of it.</summary>
    public Masked Mask(ProtectedField field, Guid row, Sealed value) => Masked.Of(field.Kind, Open(field, row, value));

    /// <summary>Opens a value for a person; the next save writes who, whose, what and why.</summary>
    /// <param name="field">The field.</param>
    /// <param name="row">Its row.</param>
    /// <param name="value">What was sealed.</param>
    /// <param name="subject">The record, for the audit log.</param>
    /// <param name="person">The account whose data it is, for that person's own list; null where it has none.</param>
    /// <param name="reason">Why, in the words of who looks.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public string Unmask(ProtectedField field, Guid row, Sealed value, AuditSubject subject, Guid? person, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        audit.Record(AuditTrail.Unmasked, subject, reason, new { field = field.Name }, person);
        return Open(field, row, value);
    }

    /// <summary>Opens a value for the product's own work: to send a message, to tell a department, to fill in a form again for who sent it. What other people see goes through
    /// <see cref="Mask"/> or <see cref="Unmask"/>.</summary>
    public string Open(ProtectedField field, Guid row, Sealed value) => FieldCipher.Open(ring.Find(value.KeyId), field, row, value);

    /// <summary>What a new row is found by.</summary>
    public byte[] IndexOf(ProtectedField field, string value) => IndexOf(ring.Current, field, value);

    /// <summary>What rows with this value may be found by: one for each key, because a rotation may be on its way.</summary>
    public IReadOnlyList<byte[]> IndexesOf(ProtectedField field, string value) => [.. ring.All().Select(key => IndexOf(key, field, value))];

    internal static byte[] IndexOf(FieldKey key, ProtectedField field, string value) =>
        HMACSHA256.HashData(key.Index, Encoding.UTF8.GetBytes($"{field.Name}\n{Comparable(field.Kind, value)}"))[..IndexLength];

    // Written differently it is still the same number.
    private static string Comparable(FieldKind kind, string value)
    {
        var plain = value.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return kind is FieldKind.IdNumber or FieldKind.Phone or FieldKind.BankAccount or FieldKind.Document ? string.Concat(plain.Where(char.IsLetterOrDigit)) : plain.Trim();
    }
}
