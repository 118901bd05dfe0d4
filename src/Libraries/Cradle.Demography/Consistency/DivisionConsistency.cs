using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Consistency;

/// <summary>Makes projections of divisions add up to that of the nation in every year, sex and age.</summary>
public static class DivisionConsistency
{
    /// <summary>
    /// Scales the divisions of every year, sex and age proportionally to the nation's figure. Where all divisions have nobody and the nation
    /// has, the figure is spread by the divisions' totals of that year and sex.
    /// </summary>
    /// <param name="divisions">Persons by sex, year and age of each division; overwritten.</param>
    /// <param name="nation">What they have to add up to, for the same years.</param>
    /// <exception cref="ArgumentException">The years differ.</exception>
    public static void ToNation(IReadOnlyList<BySex<AgeTable>> divisions, BySex<AgeTable> nation)
    {
        Span<double> parts = new double[divisions.Count];
        foreach (var sex in BySex.Order)
        {
            var total = nation[sex];
            if (divisions.Any(division => division[sex].FirstYear != total.FirstYear || division[sex].Years != total.Years))
                throw new ArgumentException("A division has other years than the nation.", nameof(divisions));
            for (var year = total.FirstYear; year <= total.LastYear; year++)
            {
                for (var age = 0; age < Ages.Count; age++)
                {
                    var sum = 0.0;
                    for (var index = 0; index < parts.Length; index++)
                        sum += parts[index] = divisions[index][sex][year][age];
                    for (var index = 0; sum == 0 && index < parts.Length; index++)
                        parts[index] = Columns.Sum(divisions[index][sex][year]);
                    Raking.Proportional(parts, total[year][age]);
                    for (var index = 0; index < parts.Length; index++)
                        divisions[index][sex][year][age] = parts[index];
                }
            }
        }
    }
}
