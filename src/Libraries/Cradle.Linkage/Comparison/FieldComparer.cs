using Cradle.Linkage.Models;

namespace Cradle.Linkage.Comparison;

/// <summary>
/// Reads the values of one field into a fixed number of 32-bit slots, and compares two records by them. A record's slots hold
/// all that a comparison needs, so that comparing touches one or two cache lines of each record and no table of texts.
/// </summary>
public abstract class FieldComparer
{
    /// <summary>The level of a pair in which one of the values is missing.</summary>
    public const int Missing = 0;

    private protected FieldComparer(FieldModel field, int slots, params string[] levels)
    {
        Field = field;
        SlotCount = slots;
        Levels = ["missing", .. levels];
    }

    /// <summary>The field.</summary>
    public FieldModel Field { get; }

    /// <summary>Slots that one value takes.</summary>
    public int SlotCount { get; }

    /// <summary>Names of the levels: first <c>missing</c>, then from the least to the greatest agreement.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The level of full agreement.</summary>
    public int Exact => Levels.Count - 1;

    /// <summary>The level at which two records cannot be one person, or −1.</summary>
    public virtual int Veto => -1;

    /// <summary>Where the field's slots begin in a record's row.</summary>
    internal int Offset { get; set; }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The cell as it stands in the register; blank for a missing value.</param>
    /// <param name="slots">Where to write, <see cref="SlotCount"/> long, zeros before; all zeros mean a missing value.</param>
    /// <returns>What is wrong with the value, or null.</returns>
    public abstract string? Encode(ReadOnlySpan<char> text, Span<int> slots);

    /// <summary>The level of agreement of two records, given their whole rows.</summary>
    /// <param name="a">Row of the first record.</param>
    /// <param name="b">Row of the second record.</param>
    public abstract int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b);

    /// <summary>The field's part of a blocking key; 0 where the value is missing or has no such form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="row">Row of the record.</param>
    public abstract ulong Key(KeyForm form, ReadOnlySpan<int> row);

    /// <summary>What the hashes at the beginning of the field's slots say already: <see cref="Missing"/>, <see cref="Exact"/>, or null where the values differ.</summary>
    private protected int? ByHash(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = Wide(a, Offset);
        var right = Wide(b, Offset);
        return left == 0 || right == 0 ? Missing : left == right ? Exact : null;
    }

    private protected static ulong Wide(ReadOnlySpan<int> row, int at) => (uint)row[at] | (ulong)(uint)row[at + 1] << 32;

    private protected static void SetWide(Span<int> slots, int at, ulong value)
    {
        slots[at] = unchecked((int)(uint)value);
        slots[at + 1] = unchecked((int)(uint)(value >> 32));
    }
}
