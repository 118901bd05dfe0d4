namespace Cradle.Rules.Populations;

/// <summary>Which rows of a collection belong to which family: those of family f are <c>Offsets[f]</c> up to, but not, <c>Offsets[f + 1]</c>.</summary>
/// <remarks>A family whose list of children is not known has one row of which nothing is known: the child the questions are about.</remarks>
public sealed class ItemRanges
{
    /// <summary>Takes offsets over.</summary>
    /// <param name="offsets">One more than families, from zero, never falling.</param>
    /// <param name="known">Families whose list is known; null where all are.</param>
    /// <exception cref="ArgumentException">The offsets fall, do not begin at zero, or a range is longer than a family may be.</exception>
    public ItemRanges(int[] offsets, KnownBits? known = null)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        if (offsets is not [0, ..])
            throw new ArgumentException("Offsets begin with 0.", nameof(offsets));
        for (var family = 1; family < offsets.Length; family++)
        {
            var length = offsets[family] - offsets[family - 1];
            if (length is < 0 or > Longest)
                throw new ArgumentException($"Family {family - 1} has {length} rows; 0 to {Longest} are possible.", nameof(offsets));
            LongestRange = Math.Max(LongestRange, length);
        }

        (Offsets, Known) = (offsets, known);
    }

    /// <summary>The longest list a family may have; the proof that sums fit rests on it.</summary>
    public const int Longest = Facts.FamilyReader.MaximumChildren;

    /// <summary>The first row of each family, and the number of rows.</summary>
    public int[] Offsets { get; }

    /// <summary>Families whose list is known; null where all are.</summary>
    public KnownBits? Known { get; }

    /// <summary>The longest range that occurs.</summary>
    public int LongestRange { get; }

    /// <summary>All rows.</summary>
    public int Rows => Offsets[^1];

    /// <summary>Whether a family's list is known.</summary>
    public bool IsKnown(int family) => Known is null || Known[family];
}
