using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;
using MathNet.Numerics.Distributions;

namespace Cradle.Demography.Warnings;

/// <summary>
/// Compares what is observed with a forecast's band. The limit is set so that over all years watched a sound forecast raises an alarm
/// with no more than the stated probability, however its errors hang together (Bonferroni; Šidák's limit when they are independent would
/// be hardly lower).
/// </summary>
/// <param name="FalseAlarmRate">The probability of one alarm or more in the years watched when nothing is wrong; between 0 and 1.</param>
public sealed record ForecastDeviation(double FalseAlarmRate)
{
    /// <summary>The limit in standard deviates for a number of years watched.</summary>
    /// <param name="years">How many years.</param>
    public double Limit(int years) => Normal.InvCDF(0, 1, 1 - FalseAlarmRate / (2 * years));

    /// <summary>Every year whose figure lies beyond the limit.</summary>
    /// <param name="observed">What happened.</param>
    /// <param name="forecast">The band of the forecast; the years of the observed at least.</param>
    public IEnumerable<Alarm> Check(YearSeries observed, QuantileBand forecast)
    {
        var limit = Limit(observed.Values.Length);
        for (var year = observed.FirstYear; year <= observed.LastYear; year++)
        {
            var deviate = Deviate(observed[year], forecast, year);
            if (Math.Abs(deviate) > limit)
                yield return new Alarm(year, deviate, limit, string.Create(CultureInfo.InvariantCulture, $"{observed[year]:0.####} lies {Math.Abs(deviate):0.0} deviations {(deviate < 0 ? "below" : "above")} the forecast of {forecast.Median[year]:0.####}"));
        }
    }

    // the inverse of QuantileBand.At
    private static double Deviate(double figure, QuantileBand band, int year)
    {
        var (inner, outer, sign) = figure < band.Median[year] ? (band.Lower80[year], band.Lower95[year], -1) : (band.Upper80[year], band.Upper95[year], 1);
        var distance = Math.Abs(figure - band.Median[year]);
        var toInner = Math.Abs(inner - band.Median[year]);
        var beyond = Math.Abs(outer - inner);
        return distance <= toInner
            ? sign * (toInner == 0 ? 0 : distance / toInner * QuantileBand.Deviate80)
            : sign * (QuantileBand.Deviate80 + (beyond == 0 ? double.PositiveInfinity : (distance - toInner) / beyond * (QuantileBand.Deviate95 - QuantileBand.Deviate80)));
    }
}
