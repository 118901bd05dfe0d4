using System.Runtime.CompilerServices;

namespace Cradle.Rules.Populations;

/// <summary>Which rows of a collection belong to which family: those of family f are <c>Offsets[f]</c> up to, but not, <c>Offsets[f + 1]</c>.</summary>
/// <remarks>A family whose list of children is not known has one row of which nothing is known: the child the questions are about.</remarks>
public sealed class ItemRanges
{
    /// <summary>The longest list a family may have; the proof that sums fit rests on it.</summary>
    public const int Longest = Facts.FamilyReader.MaximumChildren;

    private const int Slack = 16;
    private readonly int[] _offsets;

    /// <summary>Takes a copy of offsets.</summary>
    /// <param name="offsets">One more than families, from zero, never falling.</param>
    /// <param name="known">Families whose list is known; null where all are.</param>
    /// <exception cref="ArgumentException">The offsets fall, do not begin at zero, or a range is longer than a family may be.</exception>
    public ItemRanges(ReadOnlySpan<int> offsets, KnownBits? known = null)
        : this(Copy(offsets), offsets.Length - 1, known)
    {
    }

    private ItemRanges(int[] padded, int families, KnownBits? known)
    {
        (_offsets, Families, Known) = (padded, families, known);
        if (families < 0 || padded[0] != 0)
            throw new ArgumentException("Offsets begin with 0.", nameof(families));
        Check();
    }

    /// <summary>Families.</summary>
    public int Families { get; }

    /// <summary>The first row of each family, and the number of rows.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, Families + 1);

    /// <summary>Families whose list is known; null where all are.</summary>
    public KnownBits? Known { get; }

    /// <summary>All rows.</summary>
    public int Rows => _offsets[Families];

    /// <summary>The offsets with numbers behind them that may be read, so that vectors need no special end; pinned.</summary>
    internal int[] Padded => _offsets;

    /// <summary>Ranges from the number of rows of each family.</summary>
    /// <exception cref="ArgumentException">A family has more rows than <see cref="Longest"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ItemRanges OfLengths(ReadOnlySpan<byte> lengths, KnownBits? known = null)
    {
        var offsets = GC.AllocateArray<int>(lengths.Length + 1 + Slack, pinned: true);
        var row = 0;
        for (var family = 0; family < lengths.Length; family++)
            offsets[family + 1] = row += lengths[family];
        return new ItemRanges(offsets, lengths.Length, known);
    }

    /// <summary>Whether a family's list is known.</summary>
    public bool IsKnown(int family) => Known is null || Known[family];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Check()
    {
        for (var family = 0; family < Families; family++)
            if ((uint)(_offsets[family + 1] - _offsets[family]) > Longest)
                throw new ArgumentException($"Family {family} has {_offsets[family + 1] - _offsets[family]} rows; 0 to {Longest} are possible.", "offsets");
    }

    private static int[] Copy(ReadOnlySpan<int> offsets)
    {
        var padded = GC.AllocateArray<int>(offsets.Length + Slack, pinned: true);
        offsets.CopyTo(padded);
        return padded;
    }
}
