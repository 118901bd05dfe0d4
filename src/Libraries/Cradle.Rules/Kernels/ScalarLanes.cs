using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Kernels;

/// <summary>The primitives of one family at a time. Names and meaning are those of <see cref="VectorLanes"/>.</summary>
internal static unsafe class ScalarLanes
{
    public static bool BitOf(bool value) => value;

    public static bool And(bool a, bool b) => a & b;

    public static bool Or(bool a, bool b) => a | b;

    public static bool Not(bool a) => !a;

    public static bool Holds(bool a) => a;

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

    public static bool Equal(int a, int b) => a == b;

    public static bool Equal(long a, long b) => a == b;

    public static bool Less(int a, int b) => a < b;

    public static bool Less(long a, long b) => a < b;

    public static int Select(bool test, int then, int otherwise) => test ? then : otherwise;

    public static long Select(bool test, long then, long otherwise) => test ? then : otherwise;

    public static bool HasBit(int value, int bit) => (value >> bit & 1) != 0;

    public static bool HasBit(long value, int bit) => (value >> bit & 1) != 0;

    public static int Divide(int a, int b, int mode) => (int)Interpreter.Round((RoundingMode)mode, a, b);

    public static long Divide(long a, long b, int mode) => Interpreter.Round((RoundingMode)mode, a, b);

    public static int Calendar(int a, int b, int function) => (int)Interpreter.Call((CalendarFunction)function, a, b);

    public static int LoadByte(nint column, nint row) => ((byte*)column)[row];

    public static int LoadShort(nint column, nint row) => ((ushort*)column)[row];

    public static int LoadInt(nint column, nint row) => ((int*)column)[row];

    public static long LoadLong(nint column, nint row) => ((long*)column)[row];

    public static bool LoadKnown(nint bits, nint row) => (((byte*)bits)[row >> 3] >> (int)(row & 7) & 1) != 0;

    public static int GatherByte(nint column, int rows) => ((byte*)column)[rows];

    public static int GatherShort(nint column, int rows) => ((ushort*)column)[rows];

    public static int GatherInt(nint column, int rows) => ((int*)column)[rows];

    public static long GatherLong(nint column, int rows) => ((long*)column)[rows];

    public static bool GatherKnown(nint bits, int rows) => LoadKnown(bits, rows);

    public static bool Active(nint row, nint end) => true;

    /// <summary>How many rows the loop runs over: it stops when this many were seen.</summary>
    public static bool InRange(int row, int end) => row < end;

    public static int RowsWhere(bool active, int rows) => rows;

    public static void StoreByte(nint column, nint row, int value) => ((byte*)column)[row] = (byte)value;

    public static void StoreShort(nint column, nint row, int value) => ((ushort*)column)[row] = (ushort)value;

    public static void StoreLong(nint column, nint row, long value) => ((long*)column)[row] = value;

    public static void ScatterByte(nint column, int rows, bool active, int value) => ((byte*)column)[rows] = (byte)value;

    public static void ScatterShort(nint column, int rows, bool active, int value) => ((ushort*)column)[rows] = (ushort)value;

    public static void ScatterLong(nint column, int rows, bool active, long value) => ((long*)column)[rows] = value;

    public static int CountUp(int count, bool bit) => count + (bit ? 1 : 0);

    public static void AddTo(nint sums, int index, int value) => ((long*)sums)[index] += value;

    public static void AddTo(nint sums, int index, long value) => ((long*)sums)[index] += value;
}
