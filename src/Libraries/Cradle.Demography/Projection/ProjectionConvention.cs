namespace Cradle.Demography.Projection;

/// <summary>The order of the steps within a year. Two offices with the same rates and different orders publish different populations.</summary>
/// <param name="Name">The name by which a command selects it.</param>
/// <param name="Migration">When migrants are counted.</param>
/// <param name="BirthsCountMigrants">
/// Whether the women of 31 December who enter the mean of the year include those who migrated on that day.
/// </param>
public sealed record ProjectionConvention(string Name, MigrationTiming Migration, bool BirthsCountMigrants)
{
    /// <summary>
    /// That of the United Nations' World Population Prospects: everybody survives the year; births from the mean of the women of
    /// 1 January and of those who survived; births survive; net migration on 31 December.
    /// </summary>
    public static ProjectionConvention UnitedNations { get; } = new("un", MigrationTiming.EndOfYear, BirthsCountMigrants: false);

    /// <summary>Half of the migrants at either end of the year, births from the mean of the women of both ends (Preston, Heuveline and Guillot 2001, 6.3).</summary>
    public static ProjectionConvention Split { get; } = new("split", MigrationTiming.HalfAndHalf, BirthsCountMigrants: true);

    /// <summary>Migrants first, then the year.</summary>
    public static ProjectionConvention MigrationFirst { get; } = new("start", MigrationTiming.StartOfYear, BirthsCountMigrants: false);

    /// <summary>All that have a name.</summary>
    public static IReadOnlyList<ProjectionConvention> All { get; } = [UnitedNations, Split, MigrationFirst];

    /// <summary>The share of the year's net migrants that is counted on 31 December.</summary>
    internal double ShareAtEnd => Migration switch { MigrationTiming.EndOfYear => 1, MigrationTiming.HalfAndHalf => 0.5, _ => 0 };
}
