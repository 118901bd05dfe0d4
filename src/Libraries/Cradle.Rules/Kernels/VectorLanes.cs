using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Narrow8 = System.Runtime.Intrinsics.Vector256<int>;

namespace Cradle.Rules.Kernels;

/// <summary>The primitives of eight families at a time. A bit is a lane of all ones or all zeros.</summary>
internal static unsafe partial class VectorLanes
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static Bits BitOf(bool value) => value ? Bits.AllBitsSet : Bits.Zero;

    [MethodImpl(Inline)]
    public static Bits And(Bits a, Bits b) => a & b;

    [MethodImpl(Inline)]
    public static Bits Or(Bits a, Bits b) => a | b;

    [MethodImpl(Inline)]
    public static Bits Not(Bits a) => ~a;

    /// <summary>Whether any lane is set.</summary>
    [MethodImpl(Inline)]
    public static bool Holds(Bits a) => a != Bits.Zero;

    [MethodImpl(Inline)]
    public static Narrow8 NarrowOf(int value) => Vector256.Create(value);

    [MethodImpl(Inline)]
    public static Wide WideOf(long value) => new(Vector256.Create(value), Vector256.Create(value));

    [MethodImpl(Inline)]
    public static Wide Widen(Narrow8 a)
    {
        var (lower, upper) = Vector256.Widen(a);
        return new Wide(lower, upper);
    }

    [MethodImpl(Inline)]
    public static Narrow8 Narrow(Wide a) => Vector256.Narrow(a.Lower, a.Upper);

    [MethodImpl(Inline)]
    public static Narrow8 Add(Narrow8 a, Narrow8 b) => a + b;

    [MethodImpl(Inline)]
    public static Wide Add(Wide a, Wide b) => new(a.Lower + b.Lower, a.Upper + b.Upper);

    [MethodImpl(Inline)]
    public static Narrow8 Subtract(Narrow8 a, Narrow8 b) => a - b;

    [MethodImpl(Inline)]
    public static Wide Subtract(Wide a, Wide b) => new(a.Lower - b.Lower, a.Upper - b.Upper);

    [MethodImpl(Inline)]
    public static Narrow8 Multiply(Narrow8 a, Narrow8 b) => a * b;

    [MethodImpl(Inline)]
    public static Wide Multiply(Wide a, Wide b) => new(a.Lower * b.Lower, a.Upper * b.Upper);

    [MethodImpl(Inline)]
    public static Narrow8 Min(Narrow8 a, Narrow8 b) => Vector256.Min(a, b);

    [MethodImpl(Inline)]
    public static Wide Min(Wide a, Wide b) => new(Vector256.Min(a.Lower, b.Lower), Vector256.Min(a.Upper, b.Upper));

    [MethodImpl(Inline)]
    public static Narrow8 Max(Narrow8 a, Narrow8 b) => Vector256.Max(a, b);

    [MethodImpl(Inline)]
    public static Wide Max(Wide a, Wide b) => new(Vector256.Max(a.Lower, b.Lower), Vector256.Max(a.Upper, b.Upper));

    [MethodImpl(Inline)]
    public static Bits Equal(Narrow8 a, Narrow8 b) => Vector256.Equals(a, b);

    [MethodImpl(Inline)]
    public static Bits Equal(Wide a, Wide b) => Vector256.Narrow(Vector256.Equals(a.Lower, b.Lower), Vector256.Equals(a.Upper, b.Upper));

    [MethodImpl(Inline)]
    public static Bits Greater(Narrow8 a, Narrow8 b) => Vector256.GreaterThan(a, b);

    [MethodImpl(Inline)]
    public static Bits Greater(Wide a, Wide b) => Vector256.Narrow(Vector256.GreaterThan(a.Lower, b.Lower), Vector256.GreaterThan(a.Upper, b.Upper));

    /// <summary>The second where the bit is set, else the first.</summary>
    [MethodImpl(Inline)]
    public static Narrow8 Blend(Narrow8 otherwise, Narrow8 then, Bits test) => Avx2.IsSupported
        ? Avx2.BlendVariable(otherwise, then, test)
        : Vector256.ConditionalSelect(test, then, otherwise);

    [MethodImpl(Inline)]
    public static Wide Blend(Wide otherwise, Wide then, Bits test)
    {
        var (lower, upper) = Vector256.Widen(test);
        return new Wide(Vector256.ConditionalSelect(lower, then.Lower, otherwise.Lower), Vector256.ConditionalSelect(upper, then.Upper, otherwise.Upper));
    }

    /// <summary>The value where the bit is set, else zero.</summary>
    [MethodImpl(Inline)]
    public static Narrow8 Where(Bits test, Narrow8 value) => test & value;

    [MethodImpl(Inline)]
    public static Wide Where(Bits test, Wide value)
    {
        var (lower, upper) = Vector256.Widen(test);
        return new Wide(lower & value.Lower, upper & value.Upper);
    }

    [MethodImpl(Inline)]
    public static Narrow8 AsNarrow(Bits bits) => bits;

    [MethodImpl(Inline)]
    public static Bits AsBit(Narrow8 value) => value;

    [MethodImpl(Inline)]
    public static Bits HasBit(Narrow8 value, int bit) => ~Vector256.Equals(value & Vector256.Create(1 << bit), Narrow8.Zero);

    [MethodImpl(Inline)]
    public static Bits HasBit(Wide value, int bit)
    {
        var mask = Vector256.Create(1L << bit);
        return ~Vector256.Narrow(Vector256.Equals(value.Lower & mask, Vector256<long>.Zero), Vector256.Equals(value.Upper & mask, Vector256<long>.Zero));
    }

    /// <summary>The rows of this step that belong to the block: the first step may begin before it, the last one reach past the end.</summary>
    [MethodImpl(Inline)]
    public static Bits Active(nint row, nint first, nint end) =>
        Vector256.LessThan(Narrow8.Indices, Vector256.Create((int)(end - row))) & ~Vector256.LessThan(Narrow8.Indices, Vector256.Create((int)(first - row)));

    [MethodImpl(Inline)]
    public static Narrow8 RowsFrom(nint row) => Narrow8.Indices + Vector256.Create((int)row);

    [MethodImpl(Inline)]
    public static Narrow8 CountUp(Narrow8 count, Bits bit) => count - bit;

    [MethodImpl(MethodImplOptions.NoInlining)]   // once a block
    public static void AddTo(nint sums, int index, Narrow8 value)
    {
        var (lower, upper) = Vector256.Widen(value);
        ((long*)sums)[index] += Vector256.Sum(lower + upper);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]   // once a block
    public static void AddTo(nint sums, int index, Wide value) => ((long*)sums)[index] += Vector256.Sum(value.Lower + value.Upper);
}
