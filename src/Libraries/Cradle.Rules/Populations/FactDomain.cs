using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>
/// The values a fact can take, by its type and the range its vocabulary states. A population holds nothing else: column widths and the proof
/// that arithmetic cannot overflow both rest on it.
/// </summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
public readonly record struct FactDomain(long Low, long High)
{
    private const long GreatestDivision = 999_999;

    /// <summary>The first day a family may state.</summary>
    public static readonly DateOnly EarliestDay = new(1900, 1, 1);

    /// <summary>The last day a family may state.</summary>
    public static readonly DateOnly LatestDay = new(2100, 12, 31);

    /// <summary>The domain of a fact.</summary>
    public static FactDomain Of(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var (low, high) = fact.Type.Kind switch
        {
            ValueKind.Bool => (0L, 1L),
            ValueKind.Date => (EarliestDay.DayNumber, LatestDay.DayNumber),
            ValueKind.Division => (0L, GreatestDivision),
            ValueKind.Enum => (0L, fact.Type.Enumeration!.Members.Count - 1),
            ValueKind.Set => (0L, (1L << fact.Type.Enumeration!.Members.Count) - 1),
            _ => (long.MinValue, long.MaxValue),
        };
        return new FactDomain(Math.Max(low, fact.Minimum ?? low), Math.Min(high, fact.Maximum ?? high));
    }

    /// <summary>Whether a value lies in it.</summary>
    public bool Contains(long value) => value >= Low && value <= High;

    /// <summary>The narrowest column that holds it.</summary>
    public ColumnWidth Width => this switch
    {
        { Low: >= 0, High: <= byte.MaxValue } => ColumnWidth.Byte,
        { Low: >= 0, High: <= ushort.MaxValue } => ColumnWidth.Short,
        { Low: >= int.MinValue, High: <= int.MaxValue } => ColumnWidth.Int,
        _ => ColumnWidth.Long,
    };
}

/// <summary>Bytes a value takes in a column. Bytes and shorts are unsigned, the others signed; all little-endian.</summary>
public enum ColumnWidth
{
    /// <summary>0 to 255; truth values and enumerations too: a bit each would save little beside the dates and cost every reader a shift.</summary>
    Byte = 1,

    /// <summary>0 to 65,535.</summary>
    Short = 2,

    /// <summary>32 bits.</summary>
    Int = 4,

    /// <summary>64 bits.</summary>
    Long = 8,
}
