using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Primitives.Tests;

public class CalendarMonthsTests
{
    private const int Years3 = 36;
    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void Birth_on_29_February_turns_three_on_1_March()
    {
        var birth = new DateOnly(2024, 2, 29);
        Assert.Equal(new DateOnly(2027, 3, 1), CalendarMonths.Anniversary(birth, Years3));
        Assert.Equal(2, CalendarMonths.CompletedYears(birth, new DateOnly(2027, 2, 28)));
        Assert.Equal(3, CalendarMonths.CompletedYears(birth, new DateOnly(2027, 3, 1)));
    }

    [Fact]
    public void Birth_on_29_February_turns_three_on_28_February_in_the_clamped_reading()
    {
        var birth = new DateOnly(2024, 2, 29);
        Assert.Equal(new DateOnly(2027, 2, 28), CalendarMonths.AnniversaryClamped(birth, Years3));
        Assert.Equal(2, CalendarMonths.CompletedYearsClamped(birth, new DateOnly(2027, 2, 27)));
        Assert.Equal(3, CalendarMonths.CompletedYearsClamped(birth, new DateOnly(2027, 2, 28)));
    }

    [Theory]
    [InlineData("2024-01-31", 1, "2024-03-01", "2024-02-29")]
    [InlineData("2023-01-31", 1, "2023-03-01", "2023-02-28")]
    [InlineData("2025-08-31", 1, "2025-10-01", "2025-09-30")]
    [InlineData("2025-08-31", -2, "2025-07-01", "2025-06-30")]
    [InlineData("2024-02-29", 12, "2025-03-01", "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29", "2028-02-29")]
    [InlineData("2025-12-31", 2, "2026-03-01", "2026-02-28")]
    [InlineData("2025-08-15", 5, "2026-01-15", "2026-01-15")]
    public void A_day_that_the_month_lacks_moves_to_the_next_first_or_to_the_last(string from, int months, string plain, string clamped)
    {
        Assert.Equal(Day(plain), CalendarMonths.Anniversary(Day(from), months));
        Assert.Equal(Day(clamped), CalendarMonths.AnniversaryClamped(Day(from), months));
    }

    [Theory]
    [InlineData("2025-01-31", "2025-02-28", 0, 1)]
    [InlineData("2025-01-31", "2025-03-01", 1, 1)]
    [InlineData("2025-01-31", "2025-03-30", 1, 1)]
    [InlineData("2025-01-31", "2025-03-31", 2, 2)]
    [InlineData("2025-03-15", "2025-03-14", -1, -1)]
    [InlineData("2025-03-15", "2025-02-15", -1, -1)]
    public void Completed_months_count_the_anniversaries_reached(string from, string to, int plain, int clamped)
    {
        Assert.Equal(plain, CalendarMonths.CompletedMonths(Day(from), Day(to)));
        Assert.Equal(clamped, CalendarMonths.CompletedMonthsClamped(Day(from), Day(to)));
    }

    [Theory]
    [InlineData("2025-03-15", "2024-03-16", -1)]
    [InlineData("2025-03-15", "2024-03-15", -1)]
    [InlineData("2025-03-15", "2024-03-14", -2)]
    public void A_day_before_the_start_counts_backwards(string from, string to, int years) =>
        Assert.Equal(years, CalendarMonths.CompletedYears(Day(from), Day(to)));

    [Fact]
    public void Calendar_months_ignore_the_days()
    {
        Assert.Equal(35, CalendarMonths.MonthsBetween(Day("2024-06-30"), Day("2027-05-01")));
        Assert.Equal(-1, CalendarMonths.MonthsBetween(Day("2025-01-01"), Day("2024-12-31")));
    }

    [Fact]
    public void Completed_months_are_the_greatest_n_whose_anniversary_is_reached() =>
        Prop.ForAll(Days, Days, (from, to) =>
            GreatestReached(CalendarMonths.Anniversary, from, to) == CalendarMonths.CompletedMonths(from, to)
            && GreatestReached(CalendarMonths.AnniversaryClamped, from, to) == CalendarMonths.CompletedMonthsClamped(from, to))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Completed_years_are_the_greatest_n_whose_anniversary_is_reached() =>
        Prop.ForAll(Days, Days, (from, to) =>
            GreatestReached((d, n) => CalendarMonths.Anniversary(d, 12 * n), from, to) == CalendarMonths.CompletedYears(from, to)
            && GreatestReached((d, n) => CalendarMonths.AnniversaryClamped(d, 12 * n), from, to) == CalendarMonths.CompletedYearsClamped(from, to))
        .QuickCheckThrowOnFailure();

    // Counts one by one, knowing nothing of days of the month.
    private static int GreatestReached(Func<DateOnly, int, DateOnly> anniversary, DateOnly from, DateOnly to)
    {
        var n = 0;
        while (anniversary(from, n) > to)
        {
            n--;
        }

        while (anniversary(from, n + 1) <= to)
        {
            n++;
        }

        return n;
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
