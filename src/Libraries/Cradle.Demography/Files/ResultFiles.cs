using System.Globalization;
using System.Text;
using Cradle.Demography.Consistency;
using Cradle.Demography.Indicators;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>
/// Writes results as CSV (UTF-8, commas, LF): persons, never thousands; a stock is that of 1 January of its year, a flow that of the
/// calendar year; age 100 is 100 and over. The column <c>division</c> stands first where there are several.
/// </summary>
public static class ResultFiles
{
    /// <summary><c>population.csv</c>: <c>year, sex, age, persons</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="divisions">The accounts of each division.</param>
    public static void WritePopulation(TextWriter writer, IReadOnlyList<ProjectionAccounts> divisions)
    {
        WriteLine(writer, Head(divisions) + "year,sex,age,persons");
        var line = new StringBuilder();
        foreach (var accounts in divisions)
        {
            for (var year = accounts.FirstYear; year <= accounts.LastYear; year++)
            {
                foreach (var sex in BySex.Order)
                {
                    var prefix = string.Create(CultureInfo.InvariantCulture, $"{Name(accounts)}{year},{(sex == Sex.Male ? "male" : "female")},");
                    for (var age = 0; age < Ages.Count; age++)
                    {
                        line.Append(prefix).Append(age).Append(',').Append(accounts.Format(accounts.Stocks[sex][year][age])).Append('\n');
                    }
                }

                writer.Write(line);
                line.Clear();
            }
        }
    }

    /// <summary><c>births_deaths.csv</c>: births, deaths and net migration of each year, in total and by sex.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="divisions">The accounts of each division.</param>
    public static void WriteFlows(TextWriter writer, IReadOnlyList<ProjectionAccounts> divisions)
    {
        WriteLine(writer, Head(divisions) + "year,births,births_male,births_female,deaths,deaths_male,deaths_female,net_migration,net_migration_male,net_migration_female");
        foreach (var accounts in divisions)
        {
            foreach (var flows in accounts.Flows)
            {
                string Three(BySex<double> flow) => string.Join(',', accounts.Format(flow.Male + flow.Female), accounts.Format(flow.Male), accounts.Format(flow.Female));
                WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"{Name(accounts)}{flows.Year},{Three(flows.Births)},{Three(flows.Deaths)},{Three(flows.NetMigration)}"));
            }
        }
    }

    /// <summary><c>totals.csv</c>: persons on 1 January in total, by sex, and in the age groups that services are planned for.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="divisions">The accounts of each division.</param>
    public static void WriteTotals(TextWriter writer, IReadOnlyList<ProjectionAccounts> divisions)
    {
        WriteLine(writer, Head(divisions) + "year,persons,male,female,age_0_2,age_3_5,age_0_14,age_15_64,age_65_and_over,women_20_34");
        foreach (var accounts in divisions)
        {
            for (var year = accounts.FirstYear; year <= accounts.LastYear; year++)
            {
                double Units(Sex sex, int from, int to) => Columns.Sum(accounts.Stocks[sex][year][from..(to + 1)]);
                double Both(int from, int to) => Units(Sex.Male, from, to) + Units(Sex.Female, from, to);
                double[] figures = [Both(0, 100), Units(Sex.Male, 0, 100), Units(Sex.Female, 0, 100), Both(0, 2), Both(3, 5), Both(0, 14), Both(15, 64), Both(65, 100), Units(Sex.Female, 20, 34)];
                WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"{Name(accounts)}{year},{string.Join(',', figures.Select(accounts.Format))}"));
            }
        }
    }

    /// <summary><c>indicators.csv</c>: the indicators of each year.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="divisions">The inputs and accounts of each division.</param>
    public static void WriteIndicators(TextWriter writer, IReadOnlyList<(ProjectionInputs Inputs, ProjectionAccounts Accounts)> divisions)
    {
        WriteLine(writer, Head([.. divisions.Select(division => division.Accounts)]) + "year,tfr,grr,nrr,mean_age_at_childbearing,e0_male,e0_female,births_per_1000,deaths_per_1000,growth_per_cent,child_dependency,old_age_dependency");
        foreach (var (inputs, accounts) in divisions)
        {
            foreach (var year in accounts.Flows.Select(flows => flows.Year))
            {
                var i = PopulationIndicators.Of(inputs, accounts, year);
                double[] figures =
                [
                    i.TotalFertility, i.GrossReproduction, i.NetReproduction, i.MeanAgeAtChildbearing, i.LifeExpectancyMale, i.LifeExpectancyFemale,
                    i.CrudeBirthRate, i.CrudeDeathRate, i.GrowthRate, i.ChildDependency, i.OldAgeDependency,
                ];
                WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"{Name(accounts)}{year},{string.Join(',', figures.Select(figure => figure.ToString("0.######", CultureInfo.InvariantCulture)))}"));
            }
        }
    }

    /// <summary>A fan: <c>year, median, lower80, upper80, lower95, upper95</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="fans">The bands of each division.</param>
    public static void WriteFan(TextWriter writer, IReadOnlyList<(string Division, QuantileBand Band)> fans)
    {
        WriteLine(writer, (fans.Any(fan => fan.Division.Length > 0) ? "division," : "") + "year,median,lower80,upper80,lower95,upper95");
        foreach (var (division, band) in fans)
        {
            for (var year = band.FirstYear; year <= band.LastYear; year++)
            {
                double[] figures = [band.Median[year], band.Lower80[year], band.Upper80[year], band.Lower95[year], band.Upper95[year]];
                var name = division.Length > 0 ? Quote(division) + "," : "";
                WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"{name}{year},{string.Join(',', figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture)))}"));
            }
        }
    }

    /// <summary>How divisions were made to agree with the nation: <c>year, sex, divisions, nation, factor</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="factors">What they were scaled from and to.</param>
    public static void WriteFactors(TextWriter writer, IReadOnlyList<NationalFactor> factors)
    {
        WriteLine(writer, "year,sex,divisions,nation,factor");
        foreach (var factor in factors)
            WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"{factor.Year},{(factor.Sex == Sex.Male ? "male" : "female")},{factor.Divisions:R},{factor.Nation:R},{factor.Factor:R}"));
    }

    private static void WriteLine(TextWriter writer, string text) => writer.Write(text + "\n");

    private static string Head(IReadOnlyList<ProjectionAccounts> divisions) => divisions.Any(accounts => accounts.Division.Length > 0) ? "division," : "";

    private static string Name(ProjectionAccounts accounts) => accounts.Division.Length > 0 ? Quote(accounts.Division) + "," : "";

    private static string Quote(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
