namespace Cradle.Primitives;

/// <summary>
/// Months and years between dates in the two readings that law has for a day that the target month lacks. In the plain
/// reading the anniversary of such a day is the first of the next month (a child born on 29 February 2024 is three on
/// 1 March 2027); in the clamped reading it is the last of the month (28 February 2027). Completed months and years count
/// the anniversaries that have been reached, so each reading agrees with itself.
/// </summary>
public static class CalendarMonths
{
    private const int MonthsPerYear = 12;
    private const int LastYear = 9999;

    /// <summary>The same day <paramref name="months"/> later, or the first of the following month where that day does not exist.</summary>
    /// <param name="date">The starting day.</param>
    /// <param name="months">Calendar months; negative goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the years 1 to 9999.</exception>
    public static DateOnly Anniversary(DateOnly date, int months)
    {
        var (year, month, day, last) = Target(date, months);
        return day <= last ? new DateOnly(year, month, day) : new DateOnly(year, month, last).AddDays(1);
    }

    /// <summary>The same day <paramref name="months"/> later, or the last of that month where the day does not exist.</summary>
    /// <param name="date">The starting day.</param>
    /// <param name="months">Calendar months; negative goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the years 1 to 9999.</exception>
    public static DateOnly AnniversaryClamped(DateOnly date, int months)
    {
        var (year, month, day, last) = Target(date, months);
        return new DateOnly(year, month, Math.Min(day, last));
    }

    /// <summary>
    /// The greatest n for which <see cref="Anniversary"/>(<paramref name="from"/>, n) is not after <paramref name="to"/>;
    /// negative when <paramref name="to"/> lies before <paramref name="from"/>.
    /// </summary>
    /// <param name="from">The starting day.</param>
    /// <param name="to">The day asked about.</param>
    public static int CompletedMonths(DateOnly from, DateOnly to)
    {
        var ((startYear, startMonth, startDay), (year, month, day)) = (from, to);
        return ((year - startYear) * MonthsPerYear) + month - startMonth - (day < startDay ? 1 : 0);
    }

    /// <summary>
    /// The greatest n for which <see cref="AnniversaryClamped"/>(<paramref name="from"/>, n) is not after <paramref name="to"/>;
    /// negative when <paramref name="to"/> lies before <paramref name="from"/>.
    /// </summary>
    /// <param name="from">The starting day.</param>
    /// <param name="to">The day asked about.</param>
    public static int CompletedMonthsClamped(DateOnly from, DateOnly to) =>
        MonthsBetween(from, to) - (to.Day < Math.Min(from.Day, DateTime.DaysInMonth(to.Year, to.Month)) ? 1 : 0);

    /// <summary>Completed years by the plain reading: an age in law.</summary>
    /// <param name="from">The starting day, such as a birth.</param>
    /// <param name="to">The day asked about.</param>
    public static int CompletedYears(DateOnly from, DateOnly to) => WholeYears(CompletedMonths(from, to));

    /// <summary>Completed years by the clamped reading.</summary>
    /// <param name="from">The starting day, such as a birth.</param>
    /// <param name="to">The day asked about.</param>
    public static int CompletedYearsClamped(DateOnly from, DateOnly to) => WholeYears(CompletedMonthsClamped(from, to));

    /// <summary>Calendar months from the month of one day to the month of another, whatever the days: June 2024 to May 2027 is 35.</summary>
    /// <param name="from">A day in the first month.</param>
    /// <param name="to">A day in the second month.</param>
    public static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * MonthsPerYear) + to.Month - from.Month;

    /// <summary>The month so many months after a date, with the day of the date and the last day of that month.</summary>
    private static (int Year, int Month, int Day, int Last) Target(DateOnly date, int months)
    {
        var (year, month, day) = date;
        var index = ((long)year * MonthsPerYear) + month - 1 + months;
        if (index is < MonthsPerYear or >= (LastYear + 1) * MonthsPerYear)
            throw new ArgumentOutOfRangeException(nameof(months), months, $"{months} months after {date:yyyy-MM-dd} lies outside the years 1 to {LastYear}.");
        (year, month) = ((int)index / MonthsPerYear, ((int)index % MonthsPerYear) + 1);
        return (year, month, day, DateTime.DaysInMonth(year, month));
    }

    // Division truncates towards zero, and a year that has not begun is not completed.
    private static int WholeYears(int months) =>
        months >= 0 ? months / MonthsPerYear : -((-months + MonthsPerYear - 1) / MonthsPerYear);
}
