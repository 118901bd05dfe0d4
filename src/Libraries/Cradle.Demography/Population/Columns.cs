using System.Numerics;

namespace Cradle.Demography.Population;

/// <summary>Arithmetic on columns of ages, in the widest vectors the machine has; nothing is allocated.</summary>
internal static class Columns
{
    /// <summary>The sum of all figures.</summary>
    public static double Sum(ReadOnlySpan<double> column)
    {
        var lanes = Vector<double>.Zero;
        var index = 0;
        for (; index <= column.Length - Vector<double>.Count; index += Vector<double>.Count)
            lanes += new Vector<double>(column[index..]);
        var sum = Vector.Sum(lanes);
        for (; index < column.Length; index++)
            sum += column[index];
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times one column to another.</summary>
    public static void AddScaled(ReadOnlySpan<double> column, double factor, Span<double> to)
    {
        var index = 0;
        for (; index <= to.Length - Vector<double>.Count; index += Vector<double>.Count)
            (new Vector<double>(column[index..]) * factor + new Vector<double>(to[index..])).CopyTo(to[index..]);
        for (; index < to.Length; index++)
            to[index] += column[index] * factor;
    }

    /// <summary>The sum over ages of a rate times the sum of two columns.</summary>
    public static double Dot(ReadOnlySpan<double> rates, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var lanes = Vector<double>.Zero;
        var index = 0;
        for (; index <= rates.Length - Vector<double>.Count; index += Vector<double>.Count)
            lanes += new Vector<double>(rates[index..]) * (new Vector<double>(first[index..]) + new Vector<double>(second[index..]));
        var sum = Vector.Sum(lanes);
        for (; index < rates.Length; index++)
            sum += rates[index] * (first[index] + second[index]);
        return sum;
    }

    /// <summary>The product of two columns, the first moved up by one: <c>result[i] = moved[i − 1] × fixed[i]</c>, from index 1.</summary>
    public static void MultiplyMoved(ReadOnlySpan<double> moved, ReadOnlySpan<double> @fixed, Span<double> result)
    {
        var index = 1;
        for (; index <= result.Length - Vector<double>.Count; index += Vector<double>.Count)
            (new Vector<double>(moved[(index - 1)..]) * new Vector<double>(@fixed[index..])).CopyTo(result[index..]);
        for (; index < result.Length; index++)
            result[index] = moved[index - 1] * @fixed[index];
    }

    /// <summary>A point between two columns: <c>result = a + share × (b − a)</c>.</summary>
    public static void Blend(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double share, Span<double> result)
    {
        var index = 0;
        for (; index <= result.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var start = new Vector<double>(a[index..]);
            ((new Vector<double>(b[index..]) - start) * share + start).CopyTo(result[index..]);
        }

        for (; index < result.Length; index++)
            result[index] = a[index] + share * (b[index] - a[index]);
    }
}
