using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Narrow8 = System.Runtime.Intrinsics.Vector256<int>;

namespace Cradle.Rules.Kernels;

/// <content>Reading and writing: eight rows that follow one another, or eight rows anywhere.</content>
internal static unsafe partial class VectorLanes
{
    private static readonly Narrow8 OneBitEach = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);

    [MethodImpl(Inline)]
    public static Narrow8 LoadByte(nint column, nint row) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32((byte*)column + row)
        : Vector256.WidenLower(Vector256.WidenLower(Vector256.Create(Vector128.CreateScalar(*(ulong*)((byte*)column + row)).AsByte(), default))).AsInt32();

    [MethodImpl(Inline)]
    public static Narrow8 LoadShort(nint column, nint row) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32((ushort*)column + row)
        : Vector256.WidenLower(Vector256.Create(Vector128.Load((ushort*)column + row), default)).AsInt32();

    [MethodImpl(Inline)]
    public static Narrow8 LoadInt(nint column, nint row) => Vector256.Load((int*)column + row);

    [MethodImpl(Inline)]
    public static Wide LoadLong(nint column, nint row) => new(Vector256.Load((long*)column + row), Vector256.Load((long*)column + row + 4));

    /// <summary>Eight known bits; children of a block may begin within a byte.</summary>
    [MethodImpl(Inline)]
    public static Bits LoadKnown(nint bits, nint row) =>
        ~Vector256.Equals(Vector256.Create(*(ushort*)((byte*)bits + (row >> 3)) >> (int)(row & 7)) & OneBitEach, Bits.Zero);

    [MethodImpl(Inline)]
    public static Narrow8 GatherByte(nint column, Narrow8 rows) => Avx2.IsSupported
        ? Avx2.GatherVector256((int*)column, rows, 1) & Vector256.Create(0xFF)
        : Each(rows, column, static (from, row) => ((byte*)from)[row]);

    [MethodImpl(Inline)]
    public static Narrow8 GatherShort(nint column, Narrow8 rows) => Avx2.IsSupported
        ? Avx2.GatherVector256((int*)column, rows, 2) & Vector256.Create(0xFFFF)
        : Each(rows, column, static (from, row) => ((ushort*)from)[row]);

    [MethodImpl(Inline)]
    public static Narrow8 GatherInt(nint column, Narrow8 rows) => Avx2.IsSupported
        ? Avx2.GatherVector256((int*)column, rows, 4)
        : Each(rows, column, static (from, row) => ((int*)from)[row]);

    [MethodImpl(Inline)]
    public static Wide GatherLong(nint column, Narrow8 rows)
    {
        if (Avx2.IsSupported)
            return new Wide(Avx2.GatherVector256((long*)column, rows.GetLower(), 8), Avx2.GatherVector256((long*)column, rows.GetUpper(), 8));
        var from = (long*)column;
        return new Wide(
            Vector256.Create(from[rows[0]], from[rows[1]], from[rows[2]], from[rows[3]]),
            Vector256.Create(from[rows[4]], from[rows[5]], from[rows[6]], from[rows[7]]));
    }

    [MethodImpl(Inline)]
    public static Bits GatherKnown(nint bits, Narrow8 rows)
    {
        var words = GatherInt(bits, rows >> 5);
        var ones = Avx2.IsSupported
            ? Avx2.ShiftRightLogicalVariable(words, (rows & Vector256.Create(31)).AsUInt32()) & Narrow8.One
            : Each(rows, bits, static (from, row) => ((int*)from)[row >> 5] >> (row & 31) & 1);
        return Vector256.Equals(ones, Narrow8.One);
    }

    [MethodImpl(Inline)]
    public static void StoreByte(nint column, nint row, Narrow8 value)
    {
        if (Sse2.IsSupported)
        {
            var words = Sse2.PackSignedSaturate(value.GetLower(), value.GetUpper());   // what is written fits a byte
            *(ulong*)((byte*)column + row) = Sse2.PackUnsignedSaturate(words, words).AsUInt64().ToScalar();
            return;
        }

        var shorts = Vector256.Narrow(value, value);
        *(ulong*)((byte*)column + row) = Vector256.Narrow(shorts, shorts).AsUInt64()[0];
    }

    /// <summary>Eight bits as one byte.</summary>
    [MethodImpl(Inline)]
    public static void StoreMask(nint address, Bits bits) => *(byte*)address = (byte)bits.ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static void StoreShort(nint column, nint row, Narrow8 value)
    {
        if (Sse41.IsSupported)
            Sse41.PackUnsignedSaturate(value.GetLower(), value.GetUpper()).Store((ushort*)column + row);
        else
            Vector256.Narrow(value, value).GetLower().Store((short*)column + row);
    }

    [MethodImpl(Inline)]
    public static void StoreInt(nint column, nint row, Narrow8 value) => value.Store((int*)column + row);

    [MethodImpl(Inline)]
    public static void StoreLong(nint column, nint row, Wide value)
    {
        value.Lower.Store((long*)column + row);
        value.Upper.Store((long*)column + row + 4);
    }

    /// <summary>A gather for processors without one.</summary>
    [MethodImpl(Inline)]
    private static Narrow8 Each(Narrow8 rows, nint column, Func<nint, int, int> read) => Vector256.Create(
        read(column, rows[0]), read(column, rows[1]), read(column, rows[2]), read(column, rows[3]),
        read(column, rows[4]), read(column, rows[5]), read(column, rows[6]), read(column, rows[7]));
}
