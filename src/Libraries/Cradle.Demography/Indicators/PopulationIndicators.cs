using Cradle.Demography.Fertility;
using Cradle.Demography.Mortality;
using Cradle.Demography.Projection;
using Cradle.Primitives;

namespace Cradle.Demography.Indicators;

/// <summary>The usual indicators of one year of a projection.</summary>
/// <param name="Year">The calendar year of the flows; stocks are those of its 1 January.</param>
/// <param name="TotalFertility">Children per woman (TFR).</param>
/// <param name="GrossReproduction">Daughters per woman (GRR).</param>
/// <param name="NetReproduction">Daughters per newborn girl (NRR).</param>
/// <param name="MeanAgeAtChildbearing">In years.</param>
/// <param name="LifeExpectancyMale">Years at birth (e0).</param>
/// <param name="LifeExpectancyFemale">Years at birth (e0).</param>
/// <param name="CrudeBirthRate">Births per 1,000 persons of the year's mean population.</param>
/// <param name="CrudeDeathRate">Deaths per 1,000 persons of the year's mean population.</param>
/// <param name="GrowthRate">Per cent by which the population changes in the year.</param>
/// <param name="ChildDependency">Persons under 15 per 100 of 15 to 64.</param>
/// <param name="OldAgeDependency">Persons of 65 and over per 100 of 15 to 64.</param>
/// <param name="ChildrenUnder3">Persons.</param>
/// <param name="Women20To34">Persons.</param>
public sealed record PopulationIndicators(
    int Year, double TotalFertility, double GrossReproduction, double NetReproduction, double MeanAgeAtChildbearing, double LifeExpectancyMale,
    double LifeExpectancyFemale, double CrudeBirthRate, double CrudeDeathRate, double GrowthRate, double ChildDependency, double OldAgeDependency,
    double ChildrenUnder3, double Women20To34)
{
    /// <summary>Computes them.</summary>
    /// <param name="inputs">The inputs of the projection.</param>
    /// <param name="accounts">Its result.</param>
    /// <param name="year">A year projected.</param>
    public static PopulationIndicators Of(ProjectionInputs inputs, ProjectionAccounts accounts, int year)
    {
        var flows = accounts.Flows[year - accounts.FirstYear];
        var unit = Math.Pow(10, accounts.Decimals ?? 0);
        var (start, end) = (accounts.Persons(year), accounts.Persons(year + 1));
        var mean = (start + end) / 2;
        var working = accounts.Persons(year, 15, 64);
        var rates = inputs.Fertility[year];
        var sexRatio = inputs.SexRatioAtBirth[year];
        return new PopulationIndicators(
            year,
            FertilityMeasures.Total(rates),
            FertilityMeasures.GrossReproduction(rates, sexRatio),
            FertilityMeasures.NetReproduction(rates, inputs.Survival.Female[year], sexRatio),
            FertilityMeasures.MeanAge(rates),
            SurvivalSchedule.LifeExpectancy(inputs.Survival.Male[year]),
            SurvivalSchedule.LifeExpectancy(inputs.Survival.Female[year]),
            1000 * (flows.Births.Male + flows.Births.Female) / unit / mean,
            1000 * (flows.Deaths.Male + flows.Deaths.Female) / unit / mean,
            100 * (end - start) / start,
            100 * accounts.Persons(year, 0, 14) / working,
            100 * accounts.Persons(year, 65) / working,
            accounts.Persons(year, 0, 2),
            accounts.Persons(year, Sex.Female, 20, 34));
    }
}
