namespace Cradle.Demography.Fertility;

/// <summary>
/// What a change in the timing of births does to the rates of a year (Bongaarts and Feeney 1998): while the mean age at childbearing
/// rises by r years a year, a share r of the births falls into later years, so <c>observed = quantum × (1 − r)</c>.
/// </summary>
public static class Tempo
{
    /// <summary>The total fertility that would be seen without the change of timing.</summary>
    /// <param name="observed">Total fertility as observed.</param>
    /// <param name="change">By how many years the mean age changes in the year; less than one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A mean age that rises by a year or more a year.</exception>
    public static double Quantum(double observed, double change)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(change, 1);
        return observed / (1 - change);
    }

    /// <summary>The total fertility that is seen while the timing changes.</summary>
    /// <param name="quantum">Total fertility without the change.</param>
    /// <param name="change">By how many years the mean age changes in the year; less than one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A mean age that rises by a year or more a year.</exception>
    public static double Observed(double quantum, double change)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(change, 1);
        return quantum * (1 - change);
    }
}
