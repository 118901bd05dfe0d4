using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Consistency;

/// <summary>
/// Projections of divisions within that of the nation: on every 1 January each sex and age of all divisions adds up to the nation's, and so do births and
/// deaths of every year and sex. Each is scaled proportionally; what then keeps a division's books balanced is its net migration, which adds up to the
/// nation's too.
/// </summary>
public static class NationalFrame
{
    /// <summary>The accounts of the divisions, made consistent.</summary>
    /// <param name="divisions">Name and projection of each division.</param>
    /// <param name="nation">The nation's projection, for the same years.</param>
    /// <returns>The accounts of each division, in persons, and by how much they were scaled.</returns>
    /// <exception cref="ArgumentException">The years differ.</exception>
    /// <exception cref="InconsistentMarginsException">The nation has persons, births or deaths and no division has any.</exception>
    public static (IReadOnlyList<ProjectionAccounts> Accounts, IReadOnlyList<NationalFactor> Factors) Fit(IReadOnlyList<(string Division, PopulationPath Path)> divisions, PopulationPath nation)
    {
        if (divisions.Any(division => division.Path.Inputs.FirstYear != nation.Inputs.FirstYear || division.Path.Inputs.Years != nation.Inputs.Years))
            throw new ArgumentException("A division has other years than the nation.", nameof(divisions));
        var factors = new List<NationalFactor>();
        var stocks = divisions.Select(division => division.Path.Population.Select(table => table.Between(table.FirstYear, table.LastYear))).ToList();
        DivisionConsistency.ToNation(stocks, nation.Population);
        var flows = divisions.Select(_ => new List<YearFlows>()).ToList();
        for (var year = nation.Inputs.FirstYear; year <= nation.Inputs.LastYear; year++)
        {
            var births = BySex.Of(sex => Scaled(divisions, path => path.Births(year, sex), nation.Births(year, sex)));
            var deaths = BySex.Of(sex => Scaled(divisions, path => path.Deaths(year, sex), nation.Deaths(year, sex)));
            for (var index = 0; index < divisions.Count; index++)
            {
                var net = BySex.Of(sex => Columns.Sum(stocks[index][sex][year + 1]) - Columns.Sum(stocks[index][sex][year]) - births[sex][index] + deaths[sex][index]);
                flows[index].Add(new YearFlows(year, births.Select(figures => figures[index]), deaths.Select(figures => figures[index]), net));
            }
        }

        for (var year = nation.Inputs.FirstYear; year <= nation.Inputs.LastYear + 1; year++)
            foreach (var sex in BySex.Order)
                factors.Add(new NationalFactor(year, sex, divisions.Sum(division => division.Path.Total(year, sex)), nation.Total(year, sex)));
        return ([.. divisions.Select((division, index) => new ProjectionAccounts(division.Division, stocks[index], flows[index], decimals: null))], factors);
    }

    private static double[] Scaled(IReadOnlyList<(string Division, PopulationPath Path)> divisions, Func<PopulationPath, double> figure, double nation)
    {
        var parts = divisions.Select(division => figure(division.Path)).ToArray();
        Raking.Proportional(parts, nation);
        return parts;
    }
}
