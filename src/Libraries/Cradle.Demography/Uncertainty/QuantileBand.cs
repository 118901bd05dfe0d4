using Cradle.Demography.Population;

namespace Cradle.Demography.Uncertainty;

/// <summary>The median of an uncertain yearly figure with its 80 and 95 per cent bounds, as forecasts publish them.</summary>
/// <param name="Median">The middle.</param>
/// <param name="Lower80">One in ten lies below.</param>
/// <param name="Upper80">One in ten lies above.</param>
/// <param name="Lower95">One in forty lies below.</param>
/// <param name="Upper95">One in forty lies above.</param>
public sealed record QuantileBand(YearSeries Median, YearSeries Lower80, YearSeries Upper80, YearSeries Lower95, YearSeries Upper95)
{
    /// <summary>The standard normal deviate of the 90th percentile.</summary>
    internal const double Deviate80 = 1.2815515655446004;

    /// <summary>The standard normal deviate of the 97.5th percentile.</summary>
    internal const double Deviate95 = 1.959963984540054;

    /// <summary>The first year.</summary>
    public int FirstYear => Median.FirstYear;

    /// <summary>The last year.</summary>
    public int LastYear => Median.LastYear;

    /// <summary>A band of which only the 95 per cent bounds are known; each side is taken as one half of a normal distribution.</summary>
    /// <param name="median">The middle.</param>
    /// <param name="lower95">One in forty lies below.</param>
    /// <param name="upper95">One in forty lies above.</param>
    public static QuantileBand From95(YearSeries median, YearSeries lower95, YearSeries upper95)
    {
        YearSeries Inner(YearSeries outer) => YearSeries.Of(median.FirstYear, median.LastYear, year => median[year] + (outer[year] - median[year]) * Deviate80 / Deviate95);
        return new QuantileBand(median, Inner(lower95), Inner(upper95), lower95, upper95);
    }

    /// <summary>
    /// The figure at a standard normal deviate: linear in the deviate between the five given quantiles, and on at the outer slope beyond
    /// them. Keeps the skewness that the bounds have.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="deviate">The deviate; 0 gives the median.</param>
    public double At(int year, double deviate)
    {
        var size = Math.Abs(deviate);
        var (inner, outer) = deviate < 0 ? (Lower80[year], Lower95[year]) : (Upper80[year], Upper95[year]);
        return size <= Deviate80
            ? Median[year] + (inner - Median[year]) * size / Deviate80
            : inner + (outer - inner) * (size - Deviate80) / (Deviate95 - Deviate80);
    }

    /// <summary>The standard deviation of the normal distribution with the same distance between its 80 per cent bounds.</summary>
    /// <param name="year">The year.</param>
    public double Spread(int year) => (Upper80[year] - Lower80[year]) / (2 * Deviate80);
}
