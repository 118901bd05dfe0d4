using Cradle.Demography.Mortality;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>Turns a file of death rates into the survival ratios that a projection needs.</summary>
internal static class SurvivalFromRates
{
    public static Grid Convert(Grid rates, ProblemList problems)
    {
        if (!problems.IsEmpty)
            return rates;
        foreach (var (division, sex, year, ages, lines) in rates.Cells())
        {
            if (ages[Ages.Open] > 0)
                LifeTable.FromRates(ages, sex ?? Sex.Female).SurvivalRatios(ages);
            else
                problems.Add(rates.File, lines[Ages.Open], $"The open age of {year} has no deaths{(division.Length > 0 ? " in " + division : "")}, so nobody in it would ever die.", "Give its death rate.");
        }

        return rates;
    }
}
