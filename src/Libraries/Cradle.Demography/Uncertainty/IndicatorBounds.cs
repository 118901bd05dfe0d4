using Cradle.Demography.Population;

namespace Cradle.Demography.Uncertainty;

/// <summary>How uncertain the inputs of a projection are: what a probabilistic projection is calibrated from.</summary>
/// <param name="TotalFertility">Children per woman.</param>
/// <param name="LifeExpectancy">Years at birth.</param>
/// <param name="NetMigration">Persons a year, both sexes; null when migration is taken as certain.</param>
public sealed record IndicatorBounds(QuantileBand TotalFertility, BySex<QuantileBand> LifeExpectancy, QuantileBand? NetMigration);
