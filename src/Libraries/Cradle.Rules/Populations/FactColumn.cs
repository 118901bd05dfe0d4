using System.Runtime.InteropServices;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>
/// One fact of every row of a table, at the narrowest width its domain allows. Divisions are kept as two-byte indexes into a list of the codes
/// that occur, so that whatever depends on a place costs a look-up by index.
/// </summary>
public sealed class FactColumn
{
    /// <summary>Bytes after the last value that may be read, so that vectors and gathers need no special end.</summary>
    public const int Slack = 128;

    private FactColumn(FactDefinition fact, int length, ColumnWidth width, byte[] data, KnownBits? known, IReadOnlyList<long>? codes) =>
        (Fact, Length, Width, Data, Known, Codes) = (fact, length, width, data, known, codes);

    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; }

    /// <summary>Rows.</summary>
    public int Length { get; }

    /// <summary>Bytes a row.</summary>
    public ColumnWidth Width { get; }

    /// <summary>The values, little-endian, with <see cref="Slack"/> behind them; pinned. A row that is not known holds any value of the domain.</summary>
    public byte[] Data { get; }

    /// <summary>Which rows are known; null where all are.</summary>
    public KnownBits? Known { get; }

    /// <summary>For divisions: the codes that the indexes stand for.</summary>
    public IReadOnlyList<long>? Codes { get; }

    /// <summary>The width of a fact's columns.</summary>
    public static ColumnWidth WidthOf(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type.Kind == ValueKind.Division ? ColumnWidth.Short : FactDomain.Of(fact).Width;
    }

    /// <summary>Bytes for a column of a length, with slack, pinned and ready to be filled by a reader.</summary>
    public static byte[] Allocate(int length, ColumnWidth width) => GC.AllocateArray<byte>(checked(length * (int)width) + Slack, pinned: true);

    /// <summary>Wraps values that are laid out already; every value, of unknown rows too, must lie in the domain of the fact.</summary>
    /// <param name="fact">A fact that is no division.</param>
    /// <param name="length">Rows.</param>
    /// <param name="data">From <see cref="Allocate"/> at <see cref="WidthOf"/>.</param>
    /// <param name="known">Which rows are known; null where all are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain; the message names fact, row and value.</exception>
    public static FactColumn Of(FactDefinition fact, int length, byte[] data, KnownBits? known = null)
    {
        var width = WidthOf(fact);
        var column = new FactColumn(fact, length, width, data, known, null);
        column.Check(FactDomain.Of(fact));
        column.FillSlack(FactDomain.Of(fact).Low);
        return column;
    }

    /// <summary>Wraps a column of divisions.</summary>
    /// <param name="fact">A division fact.</param>
    /// <param name="length">Rows.</param>
    /// <param name="data">Two-byte indexes into <paramref name="codes"/>, from <see cref="Allocate"/>.</param>
    /// <param name="codes">The codes as rules write them: 22, 2201, 220104.</param>
    /// <param name="known">Which rows are known; null where all are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index has no code, or a code is none.</exception>
    public static FactColumn OfDivisions(FactDefinition fact, int length, byte[] data, IReadOnlyList<long> codes, KnownBits? known = null)
    {
        ArgumentNullException.ThrowIfNull(codes);
        foreach (var code in codes)
            if (!FactDomain.Of(fact).Contains(code))
                throw new ArgumentOutOfRangeException(nameof(codes), code, $"{fact}: no division has this code.");
        var column = new FactColumn(fact, length, ColumnWidth.Short, data, known, codes.Count > 0 ? codes : [0]);
        column.Check(new FactDomain(0, column.Codes!.Count - 1));
        return column;
    }

    /// <summary>Values for rows of which none is known.</summary>
    internal static byte[] Blank(FactDefinition fact, int rows)
    {
        var data = Allocate(rows, WidthOf(fact));
        if (fact.Type.Kind != ValueKind.Division && !FactDomain.Of(fact).Contains(0))
            new FactColumn(fact, 0, WidthOf(fact), data, null, null).FillSlack(FactDomain.Of(fact).Low);
        return data;
    }

    /// <summary>The value of a row; it means nothing where the row is not known.</summary>
    public long this[int row] => Codes is { } codes ? codes[(int)Raw(row)] : Raw(row);

    /// <summary>Whether a row is known.</summary>
    public bool IsKnown(int row) => Known is null || Known[row];

    private long Raw(int row) => Width switch
    {
        ColumnWidth.Byte => Data[row],
        ColumnWidth.Short => MemoryMarshal.Cast<byte, ushort>(Data)[row],
        ColumnWidth.Int => MemoryMarshal.Cast<byte, int>(Data)[row],
        _ => MemoryMarshal.Cast<byte, long>(Data)[row],
    };

    private void Check(FactDomain domain)
    {
        if (Data.Length < Length * (int)Width + Slack)
            throw new ArgumentException($"{Fact}: {Data.Length} bytes are too few for {Length} rows; use Allocate.", nameof(Fact));
        var bad = Width switch
        {
            ColumnWidth.Byte => FirstOutside(Data.AsSpan(0, Length), domain),
            ColumnWidth.Short => FirstOutside(MemoryMarshal.Cast<byte, ushort>(Data)[..Length], domain),
            ColumnWidth.Int => FirstOutside(MemoryMarshal.Cast<byte, int>(Data)[..Length], domain),
            _ => FirstOutside(MemoryMarshal.Cast<byte, long>(Data)[..Length], domain),
        };
        if (bad >= 0)
            throw new ArgumentOutOfRangeException(nameof(Fact), Raw(bad), $"{Fact}, row {bad}: the value lies outside {domain.Low} to {domain.High}.");
    }

    /// <summary>What a vector reads past the last row lies in the domain too.</summary>
    private void FillSlack(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        for (var at = Length * (int)Width; at + (int)Width <= Data.Length; at += (int)Width)
            bytes[..(int)Width].CopyTo(Data.AsSpan(at));
    }

    private static int FirstOutside<T>(ReadOnlySpan<T> values, FactDomain domain)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        var (low, high) = (T.CreateSaturating(domain.Low), T.CreateSaturating(domain.High));
        return low == T.MinValue && high == T.MaxValue ? -1 : values.IndexOfAnyExceptInRange(low, high);
    }
}
