using Cradle.Demography.Population;

namespace Cradle.Demography.Mortality;

/// <summary>What can be said of mortality from survival ratios alone.</summary>
public static class SurvivalSchedule
{
    /// <summary>
    /// Life expectancy at birth: the person-years lived at each age are the product of the ratios so far, and those of the open age
    /// follow from its ratio <c>s = T100 / T99</c> as <c>L99 × s / (1 − s)</c>.
    /// </summary>
    /// <param name="ratios">101 survival ratios (see <see cref="Projection.ProjectionInputs.Survival"/>).</param>
    public static double LifeExpectancy(ReadOnlySpan<double> ratios)
    {
        var lived = 1.0;
        var total = 0.0;
        for (var age = 0; age < Ages.Open; age++)
            total += lived *= ratios[age];
        return total + lived * ratios[Ages.Open] / (1 - ratios[Ages.Open]);
    }

    /// <summary>The mean force of mortality between two birthdays, <c>−ln s</c>.</summary>
    /// <param name="ratios">101 survival ratios.</param>
    /// <param name="forces">Receives 101 figures, at least one in ten million.</param>
    public static void Forces(ReadOnlySpan<double> ratios, Span<double> forces)
    {
        for (var age = 0; age < Ages.Count; age++)
            forces[age] = Math.Max(1e-7, -Math.Log(Math.Max(ratios[age], 1e-12)));
    }
}
