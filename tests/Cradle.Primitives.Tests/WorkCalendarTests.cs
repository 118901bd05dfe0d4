using System.Globalization;

namespace Cradle.Primitives.Tests;

public class WorkCalendarTests
{
    private static readonly WorkCalendar Statutory = WorkCalendar.Load(Repository.PathOf("data", "calendar", "work-calendar.csv"));

    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_working_days_that_its_notice_leaves(int year, int workingDays)
    {
        // Yearly totals as employers compute pay from them; they catch a day that is missing or doubled.
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
        Assert.Equal(workingDays, days.Count(Statutory.IsWorkingDay));
        Assert.False(Statutory.IsConfirmed(year));
    }

    [Theory]
    // 6 May is a Tuesday; 7, 8, 9, 12, 13, 14, 15 May are the seven days.
    [InlineData("2025-05-06", 7, "2025-05-15")]
    // 12 May is a Monday; 13, 14, 15, 16, 19 May.
    [InlineData("2025-05-12", 5, "2025-05-19")]
    // 26 January 2025 is a Sunday worked; 27 is a Monday; then closed to 4 February.
    [InlineData("2025-01-25", 1, "2025-01-26")]
    [InlineData("2025-01-25", 2, "2025-01-27")]
    [InlineData("2025-01-25", 3, "2025-02-05")]
    // The event may fall on a day off: National Day 2024, worked again from Tuesday the 8th; Saturday the 12th is worked.
    [InlineData("2024-10-01", 1, "2024-10-08")]
    [InlineData("2024-10-01", 5, "2024-10-12")]
    [InlineData("2024-10-01", 6, "2024-10-14")]
    // Over the turn of the year: 31 December 2025 is a Wednesday, 1 to 3 January are off, Sunday the 4th is worked.
    [InlineData("2025-12-30", 2, "2026-01-04")]
    public void A_limit_does_not_count_the_day_of_the_event_and_counts_the_last(string from, int days, string last)
    {
        Assert.Equal(Day(last), Statutory.AddWorkingDays(Day(from), days));
        Assert.Equal(days, Statutory.WorkingDaysAfter(Day(from), Day(last)));
    }

    [Fact]
    public void A_limit_into_a_year_without_holidays_names_the_year()
    {
        var last = Statutory.Years[^1];
        var error = Assert.Throws<WorkCalendarYearMissingException>(() => Statutory.AddWorkingDays(new DateOnly(last, 12, 30), 20));
        Assert.Equal(last + 1, error.Year);
        Assert.Contains((last + 1).ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Null(Statutory.IsConfirmed(last + 1));
    }

    [Fact]
    public void A_limit_without_days_and_a_count_backwards_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Statutory.AddWorkingDays(Day("2025-05-06"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statutory.WorkingDaysAfter(Day("2025-05-06"), Day("2025-05-05")));
        Assert.Equal(0, Statutory.WorkingDaysAfter(Day("2025-05-06"), Day("2025-05-06")));
    }

    [Theory]
    [InlineData("2025-13-01,holiday,true", "not a date")]
    [InlineData("2025-01-01,feast,true", "neither holiday nor workday")]
    [InlineData("2025-01-02,workday,true", "working day already")]
    [InlineData("2025-01-01,holiday,perhaps", "neither true nor false")]
    [InlineData("2025-01-01,holiday,true\n2025-01-01,holiday,true", "listed twice")]
    [InlineData("2025-01-01,holiday", "2 fields")]
    [InlineData("\"2025-01-01,holiday,true", "not closed")]
    public void A_bad_line_is_named_with_its_problem(string lines, string problem)
    {
        var error = Assert.Throws<ReferenceDataException>(() => WorkCalendar.Read("calendar.csv", new StringReader("date,kind,confirmed\n" + lines)));
        Assert.Contains("calendar.csv(", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_the_columns_is_refused()
    {
        Assert.Contains(
            "confirmed",
            Assert.Throws<ReferenceDataException>(() => WorkCalendar.Read("c.csv", new StringReader("date,kind\n"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ReferenceDataException>(() => WorkCalendar.Read("c.csv", new StringReader("")));
    }

    [Fact]
    public void A_year_is_confirmed_only_when_all_its_days_are()
    {
        var calendar = WorkCalendar.Read("c.csv", new StringReader("\uFEFFdate,kind,confirmed\n2030-01-01,holiday,true\n2030-05-01,holiday,false\n2031-01-01,holiday,true\n"));
        Assert.False(calendar.IsConfirmed(2030));
        Assert.True(calendar.IsConfirmed(2031));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
