using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>Looks for cohorts that a projection has made negative: more people moved out than were there.</summary>
public static class Plausibility
{
    /// <summary>Every cohort below zero: year of the 1 January, sex, age and persons.</summary>
    /// <param name="path">The projected population.</param>
    public static IEnumerable<NegativeCohort> NegativeCohorts(PopulationPath path)
    {
        for (var year = path.Inputs.FirstYear + 1; year <= path.Inputs.LastYear + 1; year++)
        {
            foreach (var sex in BySex.Order)
            {
                for (var age = 0; age < Ages.Count; age++)
                {
                    if (path.Population[sex][year][age] < 0)
                        yield return new NegativeCohort(year, sex, age, path.Population[sex][year][age], path.Inputs.NetMigration[sex][year - 1][age]);
                }
            }
        }
    }
}

/// <summary>A cohort below zero.</summary>
/// <param name="Year">The 1 January on which it is.</param>
/// <param name="Sex">Its sex.</param>
/// <param name="Age">Its age.</param>
/// <param name="Persons">How many persons, less than zero.</param>
/// <param name="NetMigration">The net migration that took more than there were.</param>
public sealed record NegativeCohort(int Year, Sex Sex, int Age, double Persons, double NetMigration)
{
    /// <summary>In words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"1 January {Year}, {Sex.ToString().ToLowerInvariant()}, age {Ages.Label(Age)}: {Persons:0.###} persons after net migration of {NetMigration:0.###}");
}
