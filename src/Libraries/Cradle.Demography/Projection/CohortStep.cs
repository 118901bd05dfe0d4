using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cradle.Demography.Population;

namespace Cradle.Demography.Projection;

/// <summary>
/// One annual step of one sex in one pass over the ages. All columns have 101 ages; the callers hand in rows of tables, which have. The
/// passes are optimised at their first call, as a single projection is over before the run-time would get round to it.
/// </summary>
internal static class CohortStep
{
    /// <summary>Everybody alive on 1 January grows a year older or dies, and migrants of the end of the year come in; age 0 has only these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Survive(ReadOnlySpan<double> before, ReadOnlySpan<double> survival, ReadOnlySpan<double> migrants, double share, Span<double> after)
    {
        ref var living = ref MemoryMarshal.GetReference(before[..Ages.Count]);
        ref var ratio = ref MemoryMarshal.GetReference(survival[..Ages.Count]);
        ref var migrant = ref MemoryMarshal.GetReference(migrants[..Ages.Count]);
        ref var result = ref MemoryMarshal.GetReference(after[..Ages.Count]);
        var shares = new Vector<double>(share);
        var age = 1;
        for (; age <= Ages.Count - Vector<double>.Count; age += Vector<double>.Count)
        {
            var survivors = Vector.LoadUnsafe(ref living, (nuint)(age - 1)) * Vector.LoadUnsafe(ref ratio, (nuint)age);
            (survivors + Vector.LoadUnsafe(ref migrant, (nuint)age) * shares).StoreUnsafe(ref result, (nuint)age);
        }

        for (; age < Ages.Count; age++)
            after[age] = before[age - 1] * survival[age] + migrants[age] * share;
        after[Ages.Open] += before[Ages.Open] * survival[Ages.Open];
        after[0] = migrants[0] * share;
    }

    /// <summary>
    /// The same for women, with their births: from the mean of the women <paramref name="counted"/> at the beginning and of the
    /// survivors, with <paramref name="countedShare"/> of the migrants.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SurviveAndBear(
        ReadOnlySpan<double> before, ReadOnlySpan<double> survival, ReadOnlySpan<double> migrants, double share, Span<double> after,
        ReadOnlySpan<double> fertility, ReadOnlySpan<double> counted, double countedShare)
    {
        ref var living = ref MemoryMarshal.GetReference(before[..Ages.Count]);
        ref var ratio = ref MemoryMarshal.GetReference(survival[..Ages.Count]);
        ref var migrant = ref MemoryMarshal.GetReference(migrants[..Ages.Count]);
        ref var result = ref MemoryMarshal.GetReference(after[..Ages.Count]);
        ref var rate = ref MemoryMarshal.GetReference(fertility[..Ages.Count]);
        ref var woman = ref MemoryMarshal.GetReference(counted[..Ages.Count]);
        var shares = new Vector<double>(share);
        var countedShares = new Vector<double>(countedShare);
        var births = Vector<double>.Zero;
        var age = 1;
        for (; age <= Ages.Count - Vector<double>.Count; age += Vector<double>.Count)
        {
            var survivors = Vector.LoadUnsafe(ref living, (nuint)(age - 1)) * Vector.LoadUnsafe(ref ratio, (nuint)age);
            var moved = Vector.LoadUnsafe(ref migrant, (nuint)age);
            births += Vector.LoadUnsafe(ref rate, (nuint)age) * (Vector.LoadUnsafe(ref woman, (nuint)age) + survivors + moved * countedShares);
            (survivors + moved * shares).StoreUnsafe(ref result, (nuint)age);
        }

        var sum = Vector.Sum(births);
        for (; age < Ages.Count; age++)
        {
            var survivors = before[age - 1] * survival[age];
            sum += fertility[age] * (counted[age] + survivors + migrants[age] * countedShare);
            after[age] = survivors + migrants[age] * share;
        }

        var oldest = before[Ages.Open] * survival[Ages.Open];
        after[Ages.Open] += oldest;
        after[0] = migrants[0] * share;
        return (sum + fertility[Ages.Open] * oldest + fertility[0] * (counted[0] + migrants[0] * countedShare)) / 2;
    }
}
