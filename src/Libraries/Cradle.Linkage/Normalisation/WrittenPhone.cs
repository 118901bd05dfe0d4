namespace Cradle.Linkage.Normalisation;

/// <summary>Reads a telephone number: digits only, without the country code 86 or a leading 0 before a mobile number.</summary>
public static class WrittenPhone
{
    private const int Shortest = 7;
    private const int Longest = 15;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text as it stands, for example <c>+86 138-0013-8000</c>.</param>
    /// <returns>The digits as a number (13800138000); 0 where there are fewer than 7 or more than 15, or all are the same.</returns>
    public static long Read(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Longest + 1];
        var length = 0;
        foreach (var c in text)
        {
            var digit = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            if (digit is >= '0' and <= '9')
            {
                if (length > Longest)
                {
                    return 0;
                }

                digits[length++] = digit;
            }
        }

        var number = digits[..length];
        if (number.Length >= 13 && number.StartsWith("86"))
        {
            number = number[2..];
        }

        number = number.TrimStart('0');
        if (number.Length is < Shortest or > Longest || number.IndexOfAnyExcept(number[0]) < 0)
        {
            return 0;
        }

        long value = 0;
        foreach (var digit in number)
        {
            value = value * 10 + (digit - '0');
        }

        return value;
    }
}
