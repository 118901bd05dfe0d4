using MathNet.Numerics.Distributions;

namespace Cradle.Demography.Indicators;

/// <summary>
/// A rate from a count of events, with its confidence interval. In a county a handful of deaths decides the rate: without the interval a
/// change by one is read as a trend.
/// </summary>
/// <param name="Rate">Events per <paramref name="Per"/> exposed.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
/// <param name="Events">How many events.</param>
/// <param name="Exposed">How many were exposed, for example live births.</param>
/// <param name="Per">The unit, for example 100,000.</param>
public sealed record RateInterval(double Rate, double Lower, double Upper, long Events, double Exposed, double Per)
{
    /// <summary>
    /// A rate of rare events: the exact interval of a Poisson count by the quantiles of the χ² distribution (Garwood 1936). Covers the
    /// true rate at least as often as it says, also at 0 events.
    /// </summary>
    /// <param name="events">How many events, not negative.</param>
    /// <param name="exposed">How many were exposed, greater than zero.</param>
    /// <param name="per">The unit of the rate.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count, exposure or confidence that cannot be.</exception>
    public static RateInterval Poisson(long events, double exposed, double per, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposed);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var tail = (1 - confidence) / 2;
        var lower = events == 0 ? 0 : Gamma.InvCDF(events, 1, tail);
        var upper = Gamma.InvCDF(events + 1, 1, 1 - tail);
        return new RateInterval(events / exposed * per, lower / exposed * per, upper / exposed * per, events, exposed, per);
    }

    /// <summary>Maternal deaths per 100,000 live births.</summary>
    /// <param name="deaths">Maternal deaths.</param>
    /// <param name="births">Live births.</param>
    public static RateInterval MaternalMortality(long deaths, double births) => Poisson(deaths, births, 100_000);

    /// <summary>Deaths under one year per 1,000 live births.</summary>
    /// <param name="deaths">Deaths under one year.</param>
    /// <param name="births">Live births.</param>
    public static RateInterval InfantMortality(long deaths, double births) => Poisson(deaths, births, 1000);

    /// <summary>Deaths under five years per 1,000 live births.</summary>
    /// <param name="deaths">Deaths under five years.</param>
    /// <param name="births">Live births.</param>
    public static RateInterval UnderFiveMortality(long deaths, double births) => Poisson(deaths, births, 1000);
}
