namespace Cradle.Linkage.Normalisation;

/// <summary>Reads a calendar day however registers write it.</summary>
public static class WrittenDate
{
    private const int FirstYear = 1850;
    private const int LastYear = 2150;

    /// <summary>
    /// Reads 19850312, 1985-03-12, 1985/3/12, 1985.3.12, 1985年3月12日, 12/03/1985 (day first; month first where only that is
    /// possible), each also with a time behind it.
    /// </summary>
    /// <param name="text">The text as it stands in the register.</param>
    /// <param name="isDay">Whether such a day exists.</param>
    /// <returns>Year × 10,000 + month × 100 + day as written, even where no such day exists; 0 where there are not three numbers.</returns>
    public static int Read(ReadOnlySpan<char> text, out bool isDay)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        Split(text, numbers, digits, out var count);
        var (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        if (count == 1 && digits[0] is 8 or 14)
        {
            (year, month, day) = (year / 10000, year / 100 % 100, year % 100);
        }
        else if (count == 3 && digits[2] == 4)
        {
            (year, month, day) = month > 12 && year <= 12 ? (day, year, month) : (day, month, year);
        }
        else if (count != 3 || digits[0] != 4)
        {
            isDay = false;
            return 0;
        }

        isDay = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return year * 10000 + Math.Min(month, 99) * 100 + Math.Min(day, 99);
    }

    // Numbers of up to eight digits; a fourth number begins the time of day and ends the reading.
    private static void Split(ReadOnlySpan<char> text, Span<int> numbers, Span<int> digits, out int count)
    {
        numbers.Clear();
        digits.Clear();
        count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var digit = c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;
            if (digit < 0)
            {
                inside = false;
                continue;
            }

            if (!inside && count == 3)
            {
                return;
            }

            if (!inside)
            {
                inside = true;
                count++;
            }

            if (digits[count - 1]++ < 8)
            {
                numbers[count - 1] = numbers[count - 1] * 10 + digit;
            }
        }
    }
}
