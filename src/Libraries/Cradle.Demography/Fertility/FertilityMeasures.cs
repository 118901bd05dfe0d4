using Cradle.Demography.Mortality;
using Cradle.Demography.Population;

namespace Cradle.Demography.Fertility;

/// <summary>Summary measures of fertility from the rates of one year by single age of the mother.</summary>
public static class FertilityMeasures
{
    /// <summary>Total fertility: children per woman who lives through all ages at the year's rates.</summary>
    /// <param name="rates">Births per woman and year: 101 figures.</param>
    public static double Total(ReadOnlySpan<double> rates) => Columns.Sum(rates);

    /// <summary>The mean age at childbearing in years; births at a single age lie in its middle.</summary>
    /// <param name="rates">Births per woman and year: 101 figures.</param>
    /// <returns>Not a number where nobody is born.</returns>
    public static double MeanAge(ReadOnlySpan<double> rates)
    {
        double births = 0, years = 0;
        for (var age = 0; age < rates.Length; age++)
        {
            births += rates[age];
            years += rates[age] * (age + 0.5);
        }

        return years / births;
    }

    /// <summary>Gross reproduction: daughters per woman.</summary>
    /// <param name="rates">Births per woman and year: 101 figures.</param>
    /// <param name="sexRatio">Boys per girl.</param>
    public static double GrossReproduction(ReadOnlySpan<double> rates, double sexRatio) => Total(rates) / (1 + sexRatio);

    /// <summary>Net reproduction: daughters per newborn girl, her own risk of dying counted (Preston, Heuveline and Guillot 2001, 5.3).</summary>
    /// <param name="rates">Births per woman and year: 101 figures.</param>
    /// <param name="survival">Women's survival ratios: 101 figures.</param>
    /// <param name="sexRatio">Boys per girl.</param>
    public static double NetReproduction(ReadOnlySpan<double> rates, ReadOnlySpan<double> survival, double sexRatio)
    {
        double daughters = 0, lived = 1;
        for (var age = 0; age < Ages.Open; age++)
        {
            // person-years lived at the age by a newborn girl
            lived *= survival[age];
            daughters += rates[age] * lived;
        }

        return daughters / (1 + sexRatio);
    }
}
