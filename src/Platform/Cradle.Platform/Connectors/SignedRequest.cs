using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cradle.Platform.Connectors;

/// <summary>
/// What a signature between systems covers: everything that tells one request from another. The body is covered by its digest,
/// a second use of the same request by time and nonce, and the order of the parts by the line each stands on.
/// </summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Target">Path and query, from <c>/api/connector/</c> on.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="Timestamp">Seconds since 1970 (UTC) at the sender.</param>
/// <param name="Nonce">Made anew for every try.</param>
/// <param name="IdempotencyKey">The same for every try of one request.</param>
/// <param name="Digest">SHA-256 of the body as RFC 9530 writes it: <c>sha-256=:…:</c>.</param>
public sealed record SignedRequest(string Method, string Target, string KeyId, long Timestamp, string Nonce, string IdempotencyKey, string Digest)
{
    public const int NonceLength = 64;
    public const string KeyHeader = "Cradle-Key";
    public const string TimestampHeader = "Cradle-Timestamp";
    public const string NonceHeader = "Cradle-Nonce";
    public const string SignatureHeader = "Cradle-Signature";
    public const string IdempotencyHeader = "Idempotency-Key";
    public const string DigestHeader = "Content-Digest";

    /// <summary>The version of this form; it is the first line that is signed.</summary>
    private const string Form = "cradle-hmac-sha256-v1";

    /// <summary>The digest of a body; an empty one has a digest too.</summary>
    public static string DigestOf(ReadOnlySpan<byte> body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    /// <summary>The signature: HMAC-SHA256 over the lines, in Base64.</summary>
    public string Sign(string secret) => Convert.ToBase64String(Mac(secret));

    /// <summary>Whether a signature was made with the secret; takes as long for a wrong one as for the right one.</summary>
    public bool IsSignedBy(string secret, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(signature, given, out var length) && length == given.Length && CryptographicOperations.FixedTimeEquals(given, Mac(secret));
    }

    private byte[] Mac(string secret) => HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret),
        Encoding.UTF8.GetBytes(string.Join('\n', Form, Method, Target, KeyId, Timestamp.ToString(CultureInfo.InvariantCulture), Nonce, IdempotencyKey, Digest)));
}
