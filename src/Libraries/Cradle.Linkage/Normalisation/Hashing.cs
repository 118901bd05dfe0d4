using System.Numerics;
using System.Runtime.InteropServices;

namespace Cradle.Linkage.Normalisation;

/// <summary>Hashes that are the same on every machine and in every run, since they are written to disk and decide orders.</summary>
internal static class Hashing
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    /// <summary>64 bits of a text; never 0, which stands for "no value".</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = First ^ (ulong)text.Length;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
        {
            hash = Mix(hash ^ word);
        }

        ulong rest = 0;
        foreach (var c in text[(words.Length * 4)..])
        {
            rest = (rest << 16) | c;
        }

        return NotZero(Mix(hash ^ rest ^ Second));
    }

    public static ulong Of(ulong value) => NotZero(Mix(value ^ Second));

    public static ulong Combine(ulong left, ulong right) => NotZero(Mix(BitOperations.RotateLeft(left, 23) ^ Mix(right ^ First)));

    private static ulong NotZero(ulong hash) => hash == 0 ? 1 : hash;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * First;
        value = (value ^ (value >> 29)) * Second;
        return value ^ (value >> 32);
    }
}
