namespace Cradle.Demography.Uncertainty;

/// <summary>How a probabilistic projection is run.</summary>
public sealed record ProbabilisticOptions
{
    /// <summary>How many trajectories.</summary>
    public int Trajectories { get; init; } = 1000;

    /// <summary>The seed: the same seed gives the same fan to the last digit, on any number of cores.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The correlation of yearly surprises in fertility and in life expectancy; 0 as the United Nations take it.</summary>
    public double FertilityWithLifeExpectancy { get; init; }

    /// <summary>The correlation of yearly surprises in fertility and in net migration.</summary>
    public double FertilityWithMigration { get; init; }

    /// <summary>The correlation of yearly surprises in life expectancy and in net migration.</summary>
    public double LifeExpectancyWithMigration { get; init; }

    /// <summary>
    /// The persistence of net migration, whose bounds hardly widen and so do not tell it: 0.87 a year, which is about 0.5 in five years
    /// (Azose and Raftery 2015).
    /// </summary>
    public double MigrationPersistence { get; init; } = 0.87;

    /// <summary>
    /// How much divisions have in common, between 0 and 1: the correlation of their deviates. 1 when left out, as bounds are usually known for all divisions
    /// together, whose fan is then as wide as those bounds say; with less it is narrower, as divisions make up for one another.
    /// </summary>
    public double BetweenDivisions { get; init; } = 1;

    /// <summary>How many cores at most; all when 0.</summary>
    public int Cores { get; init; }
}
