using Cradle.Demography.Population;

namespace Cradle.Demography.Projection;

/// <summary>What came and went in one calendar year, by sex.</summary>
/// <param name="Year">The year.</param>
/// <param name="Births">Live births.</param>
/// <param name="Deaths">Deaths.</param>
/// <param name="NetMigration">Those who moved in less those who moved out.</param>
public sealed record YearFlows(int Year, BySex<double> Births, BySex<double> Deaths, BySex<double> NetMigration);
