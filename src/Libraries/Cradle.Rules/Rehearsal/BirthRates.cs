using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// The births of the twelve months before a day, by birth order, against the families that could have had them. A further birth is counted against the
/// families that had one child fewer, the youngest under <see cref="LongestGap"/> years, when the twelve months began. A first birth has no such base
/// in a population of families with children: as many are taken as there were, in the first year less those that are stated as expected.
/// </summary>
public sealed class BirthRates
{
    /// <summary>Families whose youngest child is this old have no further birth here.</summary>
    public const int LongestGap = 10;

    private const int MostOrders = 20;
    private readonly long[] _births = new long[MostOrders + 1];
    private readonly long[] _exposed = new long[MostOrders + 1];
    private long _firstExpected;

    /// <summary>Counts a population.</summary>
    /// <param name="families">All families.</param>
    /// <param name="vocabulary">The vocabulary of their facts.</param>
    /// <param name="day">The day the twelve months end before.</param>
    /// <param name="cancellation">Stops counting.</param>
    public static BirthRates Of(IEnumerable<FamilyRecord> families, Vocabulary vocabulary, DateOnly day, CancellationToken cancellation = default)
    {
        var rates = new BirthRates();
        var births = new ChildDates(vocabulary);
        var (from, until) = (day.AddMonths(-RehearsalCalendar.Months).DayNumber, day.DayNumber);
        foreach (var family in families)
        {
            cancellation.ThrowIfCancellationRequested();
            var dates = births.Of(family.Facts);
            rates.Add(dates, from, until, family.Weight);
            if (dates.Count == 0 && family.Facts.Children?.Exists(births.IsExpected) == true)
                rates._firstExpected = checked(rates._firstExpected + family.Weight);
        }

        return rates;
    }

    /// <summary>Births of an order and the families they are counted against, both weighted; for first births the base is 0.</summary>
    public (long Births, long Families) this[int order] => order is < 1 or > MostOrders ? (0, 0) : (_births[order], _exposed[order]);

    /// <summary>Whether chance, a whole 64-bit number, falls within the rate of a further birth.</summary>
    internal bool Hits(int order, ulong chance)
    {
        var (births, families) = this[order];
        return families > 0 && (UInt128)chance * (ulong)families < (UInt128)births << 64;
    }

    /// <summary>Whether a first birth like one of last year still comes in the first year, where families that expect their first child are already counted.</summary>
    internal bool HitsFirst(ulong chance) => (UInt128)chance * (ulong)_births[1] < (UInt128)(ulong)Math.Max(0, _births[1] - _firstExpected) << 64;

    internal static bool IsExposed(long youngest, long yearFrom) =>
        youngest < yearFrom && DateOnly.FromDayNumber((int)youngest).AddYears(LongestGap).DayNumber > yearFrom;

    private void Add(IReadOnlyList<long> dates, long from, long until, long weight)
    {
        var before = 0;
        foreach (var (index, date) in dates.Index())
        {
            var order = Math.Min(index + 1, MostOrders);
            if (date < from)
                before++;
            else if (date < until && (index == 0 || date != dates[index - 1]))   // twins are one birth
                _births[order] = checked(_births[order] + weight);
        }

        if (before > 0 && before < MostOrders && IsExposed(dates[before - 1], from))
            _exposed[before + 1] = checked(_exposed[before + 1] + weight);
    }
}
