using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Evaluation;

/// <summary>
/// How good a forecast would have been: errors against what happened, and how often its bounds held. Positive errors are forecasts that
/// were too high.
/// </summary>
/// <param name="Years">How many years were compared.</param>
/// <param name="MeanPercentError">The bias, in per cent of what happened.</param>
/// <param name="MeanAbsolutePercentError">The usual size of the error, in per cent of what happened.</param>
/// <param name="LargestPercentError">The worst year's, in per cent, without sign.</param>
/// <param name="WithinBounds80">The share of years within the 80 per cent bounds; null without bounds.</param>
/// <param name="WithinBounds95">The share of years within the 95 per cent bounds; null without bounds.</param>
public sealed record BackTest(
    int Years, double MeanPercentError, double MeanAbsolutePercentError, double LargestPercentError, double? WithinBounds80, double? WithinBounds95)
{
    /// <summary>Compares a forecast with what happened, in the years that both have.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">No year in common, or a year in which nothing happened.</exception>
    public static BackTest Of(YearSeries forecast, YearSeries observed) => Of(forecast, observed, null);

    /// <summary>Compares a forecast with bounds.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">No year in common, or a year in which nothing happened.</exception>
    public static BackTest Of(QuantileBand forecast, YearSeries observed) => Of(forecast.Median, observed, forecast);

    private static BackTest Of(YearSeries forecast, YearSeries observed, QuantileBand? band)
    {
        var (first, last) = (Math.Max(forecast.FirstYear, observed.FirstYear), Math.Min(forecast.LastYear, observed.LastYear));
        if (first > last)
            throw new ArgumentException($"The forecast ({forecast.FirstYear} to {forecast.LastYear}) and what happened ({observed.FirstYear} to {observed.LastYear}) have no year in common.", nameof(observed));
        var years = last - first + 1;
        double bias = 0, size = 0, worst = 0;
        int within80 = 0, within95 = 0;
        for (var year = first; year <= last; year++)
        {
            if (observed[year] == 0)
                throw new ArgumentException($"A per cent error needs something that happened; {year} has zero.", nameof(observed));
            var error = 100 * (forecast[year] / observed[year] - 1);
            bias += error / years;
            size += Math.Abs(error) / years;
            worst = Math.Max(worst, Math.Abs(error));
            within80 += band is not null && observed[year] >= band.Lower80[year] && observed[year] <= band.Upper80[year] ? 1 : 0;
            within95 += band is not null && observed[year] >= band.Lower95[year] && observed[year] <= band.Upper95[year] ? 1 : 0;
        }

        return new BackTest(years, bias, size, worst, band is null ? null : (double)within80 / years, band is null ? null : (double)within95 / years);
    }
}
