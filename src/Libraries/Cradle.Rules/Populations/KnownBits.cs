namespace Cradle.Rules.Populations;

/// <summary>One bit a row, set where something is known.</summary>
/// <param name="length">Rows.</param>
public sealed class KnownBits(int length)
{
    private const int BitsPerWord = 64;

    /// <summary>The bits, row 0 lowest; one word of zeros follows, so that a vector may read past the last row.</summary>
    public ulong[] Words { get; } = GC.AllocateArray<ulong>(length / BitsPerWord + 2, pinned: true);

    /// <summary>Rows.</summary>
    public int Length => length;

    /// <summary>Whether a row is known.</summary>
    public bool this[int row]
    {
        get => (Words[row / BitsPerWord] >> row % BitsPerWord & 1) != 0;
        set
        {
            var bit = 1UL << row % BitsPerWord;
            if (value)
                Words[row / BitsPerWord] |= bit;
            else
                Words[row / BitsPerWord] &= ~bit;
        }
    }

    /// <summary>How many rows are known.</summary>
    public int Count => Words.Sum(word => System.Numerics.BitOperations.PopCount(word));

    /// <summary>Bits that are all set.</summary>
    internal static KnownBits All(int rows)
    {
        var bits = new KnownBits(rows);
        Array.Fill(bits.Words, ulong.MaxValue);
        return bits;
    }

    /// <summary>The bits of a list; null where all are set.</summary>
    public static KnownBits? From(IReadOnlyList<bool> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.All(bit => bit))
            return null;
        var bits = new KnownBits(known.Count);
        for (var row = 0; row < known.Count; row++)
            bits[row] = known[row];
        return bits;
    }
}
