using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Primitives.Tests;

public class DateRangeTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2024, 12, 31);

    [Fact]
    public void Both_ends_belong_to_the_range()
    {
        var year = new DateRange(First, Last);
        Assert.True(year.Contains(First));
        Assert.True(year.Contains(Last));
        Assert.False(year.Contains(First.AddDays(-1)));
        Assert.False(year.Contains(Last.AddDays(1)));
        Assert.Equal(366, year.Days);
        Assert.Equal(year, DateRange.OfDays(First, 366));
    }

    [Fact]
    public void An_open_end_has_no_limit_and_no_number_of_days()
    {
        Assert.True(DateRange.Always.Contains(DateOnly.MinValue));
        Assert.True(new DateRange(First, null).Contains(DateOnly.MaxValue));
        Assert.False(new DateRange(First, null).Contains(First.AddDays(-1)));
        Assert.Null(new DateRange(null, Last).Days);
        Assert.Equal("2024-01-01..", new DateRange(First, null).ToString());
        Assert.Equal("..2024-12-31", new DateRange(null, Last).ToString());
        Assert.Equal("..", DateRange.Always.ToString());
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_cannot_be_made()
    {
        var error = Assert.Throws<ArgumentException>(() => new DateRange(Last, First));
        Assert.Contains("2024-01-01", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DateRange.OfDays(First, 0));
    }

    [Fact]
    public void Ranges_that_touch_on_a_day_overlap_and_neighbours_do_not()
    {
        Assert.Equal(new DateRange(Last, Last), new DateRange(First, Last).Intersect(new DateRange(Last, null)));
        Assert.Null(new DateRange(First, Last).Intersect(new DateRange(Last.AddDays(1), null)));
    }

    [Fact]
    public void A_day_lies_in_the_intersection_exactly_when_it_lies_in_both() =>
        Prop.ForAll<byte?[], byte>((ends, day) =>
        {
            DateOnly? End(int index) => index < ends.Length && ends[index] is { } offset ? First.AddDays(offset) : null;
            if (End(1) < End(0) || End(3) < End(2))
            {
                return true;
            }

            var a = new DateRange(End(0), End(1));
            var b = new DateRange(End(2), End(3));
            var date = First.AddDays(day);
            return (a.Contains(date) && b.Contains(date)) == (a.Intersect(b)?.Contains(date) ?? false)
                && a.Overlaps(b) == a.Intersect(b).HasValue
                && a.Intersect(b) == b.Intersect(a);
        }).QuickCheckThrowOnFailure();
}
