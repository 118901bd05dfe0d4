namespace Cradle.Linkage.Comparison;

/// <summary>Distances between short texts of one byte a character.</summary>
public static class TextDistance
{
    private const int LongestCompared = 64;
    private const double PrefixWeight = 0.1;
    private const int LongestPrefix = 4;

    /// <summary>
    /// Insertions, deletions, substitutions and exchanges of neighbours that turn one text into the other (optimal string
    /// alignment; Damerau 1964). Counting stops beyond the limit.
    /// </summary>
    /// <param name="a">One text, at most 63 long.</param>
    /// <param name="b">The other.</param>
    /// <param name="limit">The greatest distance of interest.</param>
    /// <returns>The distance, or limit + 1 where it is greater.</returns>
    public static int Edits(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return Math.Min(a.Length + b.Length, limit + 1);
        }

        Span<int> before = stackalloc int[LongestCompared];
        Span<int> last = stackalloc int[LongestCompared];
        Span<int> current = stackalloc int[LongestCompared];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = last;
            last = current;
            current = free;
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>Similarity from 0 to 1 (Jaro 1989, with the bonus for a common beginning of Winkler 1990).</summary>
    /// <param name="a">One text, at most 64 long.</param>
    /// <param name="b">The other, at most 64 long.</param>
    public static double JaroWinkler(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length == b.Length ? 1 : 0;
        }

        var reach = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        ulong matchedA = 0;
        ulong matchedB = 0;
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= end; j++)
            {
                if (a[i] == b[j] && (matchedB >> j & 1) == 0)
                {
                    matchedA |= 1UL << i;
                    matchedB |= 1UL << j;
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var outOfPlace = OutOfPlace(a, b, matchedA, matchedB);
        var jaro = ((double)matches / a.Length + (double)matches / b.Length + (matches - outOfPlace / 2.0) / matches) / 3;
        var prefix = Math.Min(LongestPrefix, a.CommonPrefixLength(b));
        return jaro + prefix * PrefixWeight * (1 - jaro);
    }

    private static int OutOfPlace(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ulong matchedA, ulong matchedB)
    {
        var count = 0;
        for (; matchedA != 0; matchedA &= matchedA - 1, matchedB &= matchedB - 1)
        {
            if (a[System.Numerics.BitOperations.TrailingZeroCount(matchedA)] != b[System.Numerics.BitOperations.TrailingZeroCount(matchedB)])
            {
                count++;
            }
        }

        return count;
    }
}
