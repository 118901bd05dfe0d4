using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>
/// The values of a fact that can make a difference: every member, both booleans, every break point and its neighbours, and for dates the days
/// on which a duration of the rules is just reached, just missed or just over.
/// </summary>
internal sealed class RepresentativeValues(Breakpoints breakpoints, IReadOnlyList<DateOnly> versions)
{
    private const int SetMembersCombined = 6;
    private const int MostYears = 120;
    private const int MostItems = 6;
    private const long UnnamedDivision = 99;

    /// <summary>Values of a fact on a day, without repetition.</summary>
    public IReadOnlyList<long> Of(FactDefinition fact, DateOnly asOf)
    {
        var values = fact.Type.Kind switch
        {
            ValueKind.Bool => [0, 1],
            ValueKind.Enum => Enumerable.Range(0, fact.Type.Enumeration!.Members.Count).Select(member => (long)member),
            ValueKind.Set => Sets(fact.Type.Enumeration!.Members.Count),
            ValueKind.Division => Divisions(),
            ValueKind.Date => Dates(asOf).Select(date => (long)date.DayNumber),
            _ => Around(breakpoints.Of(fact.Type).Concat([0, 1])),
        };
        return [.. values.Where(value => !(value < fact.Minimum) && !(value > fact.Maximum)).Distinct().Order()];
    }

    /// <summary>Days the question may be asked for: today first, the days before and on which a version begins or has ended, and dates of the rules.</summary>
    public IReadOnlyList<DateOnly> AsOf(DateOnly today) =>
        [.. versions.SelectMany(day => new[] { Shift(day, -1), day }).Concat(Neighbours(Constants())).Order().Prepend(today).Distinct()];

    /// <summary>Sizes of a collection.</summary>
    public IReadOnlyList<long> Sizes(bool hasInstance)
    {
        var least = hasInstance ? 1 : 0;
        var most = breakpoints.CountsItems ? (int)breakpoints.Of(ValueKind.Int).Where(value => value <= MostItems).Append(1).Max() + 1 : 2;
        return [.. Enumerable.Range(least, most - least + 1).Select(size => (long)size)];
    }

    private IEnumerable<DateOnly> Dates(DateOnly asOf)
    {
        var anchors = Constants().Concat(versions).Append(asOf).ToList();
        if (breakpoints.SnapsDates)
            anchors.AddRange([new DateOnly(asOf.Year, asOf.Month, 1), new DateOnly(asOf.Year, 1, 1), new DateOnly(asOf.Year, 12, 31)]);
        var months = breakpoints.Of(ValueKind.Months).Concat(breakpoints.CountsYears ? breakpoints.Of(ValueKind.Int).Where(years => years <= MostYears).Select(years => years * 12) : []).ToList();
        var days = breakpoints.Of(ValueKind.Days).ToList();
        foreach (var anchor in anchors)
        {
            foreach (var date in Neighbours([anchor]))
                yield return date;
            foreach (var date in Neighbours(months.Select(count => Earlier(anchor, count)).Concat(days.Select(count => Shift(anchor, -count))).Concat(days.Select(count => Shift(anchor, count)))))
                yield return date;
        }
    }

    private IEnumerable<DateOnly> Constants() => breakpoints.Of(ValueKind.Date).Select(day => DateOnly.FromDayNumber((int)day));

    /// <summary>Each place that is named, a place inside it, and one that is not named.</summary>
    private IEnumerable<long> Divisions() =>
        breakpoints.Of(ValueKind.Division).Where(code => code > 0).SelectMany(code => code < 10000 ? new[] { code, code * 100 + 1 } : [code]).Append(UnnamedDivision);

    private static IEnumerable<long> Sets(int members)
    {
        if (members <= SetMembersCombined)
            return Enumerable.Range(0, 1 << members).Select(set => (long)set);
        return Enumerable.Range(0, members).Select(member => 1L << member).Append(0).Append((1L << members) - 1);
    }

    private static IEnumerable<long> Around(IEnumerable<long> values) => values.SelectMany(value => new[] { value - 1, value, value + 1 });

    private static IEnumerable<DateOnly> Neighbours(IEnumerable<DateOnly> dates) => dates.SelectMany(date => new[] { Shift(date, -1), date, Shift(date, 1) });

    private static DateOnly Shift(DateOnly date, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly Earlier(DateOnly date, long months) =>
        date.Year * 12L + date.Month - months > 12 && months >= 0 ? date.AddMonths(-(int)months) : date;
}
