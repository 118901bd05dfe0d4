using System.Globalization;
using Cradle.Demography.Population;

namespace Cradle.Demography.Warnings;

/// <summary>An agreed limit of an indicator, for example a total fertility below one. It has no false alarms: a figure beyond it is beyond it.</summary>
/// <param name="Limit">The limit, in the unit of the indicator.</param>
/// <param name="Below">Whether a figure below is the bad side; above otherwise.</param>
public sealed record Threshold(double Limit, bool Below)
{
    /// <summary>Every year in which the indicator passes to the bad side.</summary>
    /// <param name="observed">The indicator.</param>
    public IEnumerable<Alarm> Check(YearSeries observed)
    {
        for (var year = observed.FirstYear; year <= observed.LastYear; year++)
        {
            if (IsBeyond(observed[year]) && (year == observed.FirstYear || !IsBeyond(observed[year - 1])))
                yield return new Alarm(year, observed[year], Limit, string.Create(CultureInfo.InvariantCulture, $"{observed[year]:0.####} is {(Below ? "below" : "above")} {Limit:0.####}"));
        }
    }

    private bool IsBeyond(double figure) => Below ? figure < Limit : figure > Limit;
}
