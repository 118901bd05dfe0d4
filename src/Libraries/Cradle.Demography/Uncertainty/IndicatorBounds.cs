using Cradle.Demography.Population;

namespace Cradle.Demography.Uncertainty;

/// <summary>How uncertain the inputs of a projection are: what a probabilistic projection is calibrated from.</summary>
/// <param name="TotalFertility">Children per woman.</param>
/// <param name="LifeExpectancy">Years at birth.</param>
/// <param name="NetMigration">Persons a year, both sexes; null when migration is taken as certain.</param>
/// <param name="Moves">Factor on all moves between divisions, 1 in the middle; null when they are taken as certain.</param>
public sealed record IndicatorBounds(QuantileBand TotalFertility, BySex<QuantileBand> LifeExpectancy, QuantileBand? NetMigration, QuantileBand? Moves = null)
{
    /// <summary>The bounds of some of the years.</summary>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year.</param>
    /// <exception cref="ArgumentException">A year is missing.</exception>
    public IndicatorBounds Between(int from, int to)
    {
        QuantileBand Part(QuantileBand band, string what)
        {
            if (band.FirstYear > from || band.LastYear < to)
                throw new ArgumentException($"The bounds of {what} have {band.FirstYear} to {band.LastYear}, but {from} to {to} is projected.");
            YearSeries Years(YearSeries series) => YearSeries.Of(from, to, year => series[year]);
            return new QuantileBand(Years(band.Median), Years(band.Lower80), Years(band.Upper80), Years(band.Lower95), Years(band.Upper95));
        }

        return new IndicatorBounds(
            Part(TotalFertility, "total fertility"),
            LifeExpectancy.Select(band => Part(band, "life expectancy")),
            NetMigration is { } net ? Part(net, "net migration") : null,
            Moves is { } moves ? Part(moves, "moves between divisions") : null);
    }
}
