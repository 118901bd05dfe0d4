using System.Globalization;

namespace Cradle.Primitives;

/// <summary>
/// A range of days, both ends included; an absent end is open. The default value is all days. A range that would hold no
/// day cannot be made, so an empty intersection is null.
/// </summary>
public readonly record struct DateRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="from">First day, or null when it has no beginning.</param>
    /// <param name="until">Last day, or null when it has no end.</param>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public DateRange(DateOnly? from, DateOnly? until)
    {
        if (until < from)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A range cannot end on {until:yyyy-MM-dd} before it begins on {from:yyyy-MM-dd}."),
                nameof(until));
        }

        From = from;
        Until = until;
    }

    /// <summary>All days.</summary>
    public static DateRange Always => default;

    /// <summary>First day, or null when it has no beginning.</summary>
    public DateOnly? From { get; }

    /// <summary>Last day, or null when it has no end.</summary>
    public DateOnly? Until { get; }

    /// <summary>How many days it holds; null when an end is open.</summary>
    public int? Days => From is { } from && Until is { } until ? until.DayNumber - from.DayNumber + 1 : null;

    /// <summary>A range of the given number of days.</summary>
    /// <param name="first">First day.</param>
    /// <param name="days">How many days, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one day.</exception>
    public static DateRange OfDays(DateOnly first, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new DateRange(first, first.AddDays(days - 1));
    }

    /// <summary>Whether the day lies in it.</summary>
    /// <param name="date">The day.</param>
    public bool Contains(DateOnly date) => !(date < From) && !(date > Until);

    /// <summary>Whether every day of the other range lies in it.</summary>
    /// <param name="other">The other range.</param>
    public bool Contains(DateRange other) => Intersect(other) == other;

    /// <summary>Whether the two have a day in common.</summary>
    /// <param name="other">The other range.</param>
    public bool Overlaps(DateRange other) => !(other.Until < From) && !(Until < other.From);

    /// <summary>The days in both; null when there are none.</summary>
    /// <param name="other">The other range.</param>
    public DateRange? Intersect(DateRange other) =>
        Overlaps(other) ? new DateRange(Later(From, other.From), Earlier(Until, other.Until)) : null;

    /// <summary>ISO 8601 with two points between the ends, an open end left out: <c>2024-01-01..2024-12-31</c>, <c>2024-01-01..</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{Until:yyyy-MM-dd}");

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;
}
