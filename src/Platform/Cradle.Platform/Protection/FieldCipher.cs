using System.Security.Cryptography;
using System.Text;

namespace Cradle.Platform.Protection;

/// <summary>AES-256-GCM; field and row are bound in as associated data.</summary>
internal static class FieldCipher
{
    public static Sealed Seal(FieldKey key, ProtectedField field, Guid row, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var bytes = new byte[Sealed.HeaderLength + plain.Length];
        bytes[0] = Sealed.Version;
        BitConverter.TryWriteBytes(bytes.AsSpan(1), key.Id);
        RandomNumberGenerator.Fill(Nonce(bytes));
        using var cipher = new AesGcm(key.Encryption, Sealed.TagLength);
        cipher.Encrypt(Nonce(bytes), plain, bytes.AsSpan(Sealed.HeaderLength), Tag(bytes), Bound(field, row));
        return new Sealed(bytes);
    }

    /// <exception cref="CryptographicException">The value was changed, or belongs to another field or row.</exception>
    public static string Open(FieldKey key, ProtectedField field, Guid row, Sealed value)
    {
        var plain = new byte[value.Bytes.Length - Sealed.HeaderLength];
        using var cipher = new AesGcm(key.Encryption, Sealed.TagLength);
        cipher.Decrypt(Nonce(value.Bytes), value.Bytes.AsSpan(Sealed.HeaderLength), Tag(value.Bytes), plain, Bound(field, row));
        return Encoding.UTF8.GetString(plain);
    }

    private static Span<byte> Nonce(byte[] bytes) => bytes.AsSpan(1 + sizeof(int), Sealed.NonceLength);

    private static Span<byte> Tag(byte[] bytes) => bytes.AsSpan(1 + sizeof(int) + Sealed.NonceLength, Sealed.TagLength);

    private static byte[] Bound(ProtectedField field, Guid row) => Encoding.UTF8.GetBytes($"{field.Name}\n{row:N}");
}
