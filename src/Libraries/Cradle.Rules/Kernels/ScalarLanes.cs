using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Kernels;

/// <summary>
/// The primitives of one family at a time. Names and meaning are those of <see cref="VectorLanes"/>; a bit is all ones or all zeros here too, so that choices
/// are made without jumps, which no processor could foresee.
/// </summary>
internal static unsafe class ScalarLanes
{
    public static int BitOf(bool value) => value ? -1 : 0;

    public static int And(int a, int b) => a & b;

    public static int Or(int a, int b) => a | b;

    public static int Not(int a) => ~a;

    public static bool Holds(int a) => a != 0;

    public static int NarrowOf(int value) => value;

    public static long WideOf(long value) => value;

    public static long Widen(int value) => value;

    public static int Narrow(long value) => (int)value;

    public static int Add(int a, int b) => a + b;

    public static long Add(long a, long b) => a + b;

    public static int Subtract(int a, int b) => a - b;

    public static long Subtract(long a, long b) => a - b;

    public static int Multiply(int a, int b) => a * b;

    public static long Multiply(long a, long b) => a * b;

    public static int Min(int a, int b) => Math.Min(a, b);

    public static long Min(long a, long b) => Math.Min(a, b);

    public static int Max(int a, int b) => Math.Max(a, b);

    public static long Max(long a, long b) => Math.Max(a, b);

    public static int Equal(int a, int b) => ~(((a ^ b) | -(a ^ b)) >> 31);

    public static int Equal(long a, long b) => ~(int)(((a ^ b) | -(a ^ b)) >> 63);

    public static int Greater(int a, int b) => (int)((long)b - a >> 63);

    public static int Greater(long a, long b) => (int)((b & ~a | ~(a ^ b) & b - a) >> 63);

    /// <summary>The second where the bit is set, else the first.</summary>
    public static int Blend(int otherwise, int then, int test) => otherwise ^ (then ^ otherwise) & test;

    public static long Blend(long otherwise, long then, int test) => otherwise ^ (then ^ otherwise) & test;

    public static int Where(int test, int value) => test & value;

    public static long Where(int test, long value) => test & value;

    public static int AsNarrow(int bit) => bit;

    public static int AsBit(int value) => value;

    public static int HasBit(int value, int bit) => -(value >> bit & 1);

    public static int HasBit(long value, int bit) => -(int)(value >> bit & 1);

    public static int Divide(int a, int b, int mode) => (int)Divide((long)a, b, mode);

    /// <summary>As <see cref="Interpreter.Round"/>, in 64 bits: the divisor is positive.</summary>
    public static long Divide(long a, long b, int mode)
    {
        var (quotient, remainder) = Math.DivRem(a, b);
        var left = Math.Abs(remainder);
        var away = (RoundingMode)mode == RoundingMode.HalfUp ? left >= b - left : (RoundingMode)mode == RoundingMode.Up && left != 0;
        return !away ? quotient : a < 0 ? quotient - 1 : quotient + 1;
    }

    public static int Calendar(int a, int b, int function) => (int)Interpreter.Call((CalendarFunction)function, a, b);

    public static int LoadByte(nint column, nint row) => ((byte*)column)[row];

    public static int LoadShort(nint column, nint row) => ((ushort*)column)[row];

    public static int LoadInt(nint column, nint row) => ((int*)column)[row];

    public static long LoadLong(nint column, nint row) => ((long*)column)[row];

    public static int LoadKnown(nint bits, nint row) => -(((byte*)bits)[row >> 3] >> (int)(row & 7) & 1);

    public static int GatherByte(nint column, int rows) => ((byte*)column)[rows];

    public static int GatherShort(nint column, int rows) => ((ushort*)column)[rows];

    public static int GatherInt(nint column, int rows) => ((int*)column)[rows];

    public static long GatherLong(nint column, int rows) => ((long*)column)[rows];

    public static int GatherKnown(nint bits, int rows) => LoadKnown(bits, rows);

    public static int Active(nint row, nint first, nint end) => -1;

    public static int RowsFrom(nint row) => (int)row;

    public static void StoreByte(nint column, nint row, int value) => ((byte*)column)[row] = (byte)value;

    public static void StoreShort(nint column, nint row, int value) => ((ushort*)column)[row] = (ushort)value;

    public static void StoreInt(nint column, nint row, int value) => ((int*)column)[row] = value;

    public static void StoreLong(nint column, nint row, long value) => ((long*)column)[row] = value;

    /// <summary>Sets the bit of a row in a byte that is zero to begin with.</summary>
    public static void SetMask(nint address, int bit, nint row) => *(byte*)address |= (byte)(bit & 1 << (int)(row & 7));

    public static int CountUp(int count, int bit) => count - bit;

    public static void AddTo(nint sums, int index, int value) => ((long*)sums)[index] += value;

    public static void AddTo(nint sums, int index, long value) => ((long*)sums)[index] += value;
}
