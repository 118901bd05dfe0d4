using System.Runtime.InteropServices;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>
/// The first 24 characters of a text in six slots, one byte each. A character beyond ASCII takes a byte from its hash: two
/// different ones look alike once in 128, which a similarity can bear; equality is decided by the hash of the whole text.
/// </summary>
internal static class PackedText
{
    public const int Slots = 6;
    private const int Characters = Slots * sizeof(int);
    private const int StartLength = 4;

    public static void Write(ReadOnlySpan<char> text, Span<int> slots)
    {
        var bytes = MemoryMarshal.AsBytes(slots[..Slots]);
        for (var i = 0; i < Math.Min(text.Length, Characters); i++)
        {
            bytes[i] = text[i] < 0x80 ? (byte)text[i] : (byte)(0x80 | Hashing.Of((ulong)text[i]) & 0x7f);
        }
    }

    public static ReadOnlySpan<byte> Read(ReadOnlySpan<int> slots)
    {
        var bytes = MemoryMarshal.AsBytes(slots[..Slots]);
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }

    public static ulong StartKey(ReadOnlySpan<int> slots)
    {
        ulong hash = 0;
        foreach (var c in Read(slots)[..Math.Min(StartLength, Read(slots).Length)])
        {
            hash = Hashing.Combine(hash, c);
        }

        return hash;
    }

    // The classes of Soundex (Russell 1918) without its length of four: consonants that are confused share a figure, vowels are left out.
    public static ulong SoundKey(ReadOnlySpan<int> slots)
    {
        ulong hash = 0;
        var last = 0;
        foreach (var c in Read(slots))
        {
            var sound = (char)c switch
            {
                'b' or 'f' or 'p' or 'v' => 1,
                'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => 2,
                'd' or 't' => 3,
                'l' => 4,
                'm' or 'n' => 5,
                'r' => 6,
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => 0,
                _ => c,
            };
            if (sound != 0 && sound != last || hash == 0)
            {
                hash = Hashing.Combine(hash, (ulong)(sound == 0 ? c : sound));
            }

            last = sound;
        }

        return hash;
    }
}
