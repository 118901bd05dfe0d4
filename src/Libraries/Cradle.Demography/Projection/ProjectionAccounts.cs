using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>
/// A projection as a balance sheet: the stock of every 1 January and the flows between. Figures are counted in units of
/// <c>10^−Decimals</c> persons when decimals are chosen, and are then whole numbers whose balance is exact; else in persons.
/// </summary>
public sealed class ProjectionAccounts
{
    private readonly double unit;

    internal ProjectionAccounts(string division, BySex<AgeTable> stocks, IReadOnlyList<YearFlows> flows, int? decimals)
    {
        Division = division;
        Stocks = stocks;
        Flows = flows;
        Decimals = decimals;
        unit = Math.Pow(10, decimals ?? 0);
    }

    /// <summary>The division; empty for the only one.</summary>
    public string Division { get; }

    /// <summary>The stock of every 1 January by sex and age, in units.</summary>
    public BySex<AgeTable> Stocks { get; }

    /// <summary>The flows of every year, in units.</summary>
    public IReadOnlyList<YearFlows> Flows { get; }

    /// <summary>How many decimals a figure has; null when figures are not rounded.</summary>
    public int? Decimals { get; }

    /// <summary>The first 1 January.</summary>
    public int FirstYear => Stocks.Male.FirstYear;

    /// <summary>The last 1 January.</summary>
    public int LastYear => Stocks.Male.LastYear;

    /// <summary>The accounts of a projection that is not rounded.</summary>
    /// <param name="path">The projection.</param>
    /// <param name="division">The division; empty for the only one.</param>
    public static ProjectionAccounts Of(PopulationPath path, string division = "") => new(
        division,
        path.Population,
        [.. Enumerable.Range(path.Inputs.FirstYear, path.Inputs.Years).Select(year => new YearFlows(
            year, BySex.Of(sex => path.Births(year, sex)), BySex.Of(sex => path.Deaths(year, sex)), BySex.Of(sex => path.NetMigration(year, sex))))],
        decimals: null);

    /// <summary>Persons of one sex between two ages, both included, on 1 January.</summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="from">The youngest age.</param>
    /// <param name="to">The oldest age.</param>
    public double Persons(int year, Sex sex, int from = 0, int to = Ages.Open) => Columns.Sum(Stocks[sex][year][from..(to + 1)]) / unit;

    /// <summary>Persons of both sexes between two ages, both included, on 1 January.</summary>
    /// <param name="year">The year.</param>
    /// <param name="from">The youngest age.</param>
    /// <param name="to">The oldest age.</param>
    public double Persons(int year, int from = 0, int to = Ages.Open) => Persons(year, Sex.Male, from, to) + Persons(year, Sex.Female, from, to);

    /// <summary>
    /// What is left over when births, deaths and net migration of a year are added to its first stock and its last is taken away: 0 exactly
    /// when decimals are chosen, else a rounding error of the machine.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    /// <returns>Units.</returns>
    public double Residual(int year, Sex sex)
    {
        var flows = Flows[year - FirstYear];
        return Columns.Sum(Stocks[sex][year]) + flows.Births[sex] - flows.Deaths[sex] + flows.NetMigration[sex] - Columns.Sum(Stocks[sex][year + 1]);
    }

    /// <summary>A figure in persons as it is written: with the decimals chosen, or so that reading it gives the same number back.</summary>
    /// <param name="units">The figure in units.</param>
    public string Format(double units) => Decimals is { } decimals
        ? ((decimal)units / (decimal)unit).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : units.ToString("R", CultureInfo.InvariantCulture);
}
