using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Protection;

/// <summary>
/// Finds equal values that are stored protected: HMAC-SHA256 under a key that stands beside the other keys, outside the database,
/// and is shared by all nodes. Whoever has the database alone can neither read nor guess what an index stands for.
/// </summary>
public sealed class LookupIndex(IOptions<PlatformOptions> options)
{
    public const int Length = HMACSHA256.HashSizeInBytes;
    private const string FileName = "lookup.key";
    private readonly Lazy<byte[]> key = new(() => ReadOrMake(KeyFolder.Make(options.Value.KeysFolder).FullName));

    /// <summary>The index of a value among those of one purpose.</summary>
    /// <param name="purpose">What the value is: equal values of two purposes have nothing in common.</param>
    /// <param name="parts">The value, brought to one form.</param>
    public byte[] Of(string purpose, params IReadOnlyList<string> parts) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(string.Join('\u001F', [purpose, .. parts])));

    // Of nodes that start together the first makes the key, under its name at once and whole; the others read it.
    private static byte[] ReadOrMake(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            using var held = KeyFolder.Hold(folder);
            if (!File.Exists(file))
            {
                KeyFolder.Write(file, RandomNumberGenerator.GetBytes(Length));
            }
        }

        return File.ReadAllBytes(file);
    }
}
