using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cradle.Demography.Population;

/// <summary>
/// Arithmetic on columns of ages, in the widest vectors the machine has; nothing is allocated. Every method checks once that its columns
/// are as long as the first one and then reads without checks: the checks would cost as much as the arithmetic. They are optimised at their first call, as a single
/// projection is over before the run-time would get round to it.
/// </summary>
internal static class Columns
{
    /// <summary>The sum of all figures.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> column)
    {
        ref var from = ref MemoryMarshal.GetReference(column);
        var sums = Vector<double>.Zero;
        var index = 0;
        for (; index <= column.Length - Vector<double>.Count; index += Vector<double>.Count)
            sums += Vector.LoadUnsafe(ref from, (nuint)index);
        var sum = Vector.Sum(sums);
        for (; index < column.Length; index++)
            sum += column[index];
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times one column to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<double> column, double factor, Span<double> to)
    {
        Require(column, to.Length);
        ref var from = ref MemoryMarshal.GetReference(column);
        ref var sum = ref MemoryMarshal.GetReference(to);
        var factors = new Vector<double>(factor);
        var index = 0;
        for (; index <= to.Length - Vector<double>.Count; index += Vector<double>.Count)
            (Vector.LoadUnsafe(ref from, (nuint)index) * factors + Vector.LoadUnsafe(ref sum, (nuint)index)).StoreUnsafe(ref sum, (nuint)index);
        for (; index < to.Length; index++)
            to[index] += column[index] * factor;
    }

    /// <summary>The sum over ages of a rate times the sum of two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> rates, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Require(first, rates.Length);
        Require(second, rates.Length);
        ref var rate = ref MemoryMarshal.GetReference(rates);
        ref var one = ref MemoryMarshal.GetReference(first);
        ref var other = ref MemoryMarshal.GetReference(second);
        var sums = Vector<double>.Zero;
        var index = 0;
        for (; index <= rates.Length - Vector<double>.Count; index += Vector<double>.Count)
            sums += Vector.LoadUnsafe(ref rate, (nuint)index) * (Vector.LoadUnsafe(ref one, (nuint)index) + Vector.LoadUnsafe(ref other, (nuint)index));
        var sum = Vector.Sum(sums);
        for (; index < rates.Length; index++)
            sum += rates[index] * (first[index] + second[index]);
        return sum;
    }

    /// <summary>A point between two columns: <c>result = a + share × (b − a)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double share, Span<double> result)
    {
        Require(a, result.Length);
        Require(b, result.Length);
        ref var start = ref MemoryMarshal.GetReference(a);
        ref var end = ref MemoryMarshal.GetReference(b);
        ref var point = ref MemoryMarshal.GetReference(result);
        var shares = new Vector<double>(share);
        var index = 0;
        for (; index <= result.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var from = Vector.LoadUnsafe(ref start, (nuint)index);
            ((Vector.LoadUnsafe(ref end, (nuint)index) - from) * shares + from).StoreUnsafe(ref point, (nuint)index);
        }

        for (; index < result.Length; index++)
            result[index] = a[index] + share * (b[index] - a[index]);
    }

    private static void Require(ReadOnlySpan<double> column, int length)
    {
        if (column.Length < length)
            throw new ArgumentException($"A column has {column.Length} figures where {length} are needed.");
    }
}
