namespace Cradle.Linkage.Comparison;

/// <summary>How far two numbers are apart in their decimal digits.</summary>
internal static class DigitDistance
{
    private const int LongestCompared = 20;

    /// <summary>One digit is wrong, two neighbours are exchanged, or one digit is missing or doubled.</summary>
    public static bool IsNear(long left, long right)
    {
        Span<byte> a = stackalloc byte[LongestCompared];
        Span<byte> b = stackalloc byte[LongestCompared];
        return TextDistance.Edits(Digits(left, a), Digits(right, b), 1) <= 1;
    }

    private static ReadOnlySpan<byte> Digits(long number, Span<byte> buffer)
    {
        var at = buffer.Length;
        for (; number > 0; number /= 10)
        {
            buffer[--at] = (byte)(number % 10);
        }

        return buffer[at..];
    }
}
