namespace Cradle.Demography.Uncertainty;

/// <summary>
/// How strongly an uncertain figure of one year carries over into the next. Bounds published year by year say how wide the
/// distribution is, not how it hangs together in time; but for an autoregressive process of the first order the variance grows by
/// <c>v(t + 1) = ρ²·v(t) + σ²</c>, so that the way in which published bounds widen tells ρ.
/// </summary>
public static class Persistence
{
    /// <summary>Estimates ρ by least squares from the variances of successive years.</summary>
    /// <param name="band">Published bounds of at least three years.</param>
    /// <param name="otherwise">What to take when the bounds do not widen, so that they tell nothing.</param>
    /// <returns>ρ between 0 and 1.</returns>
    public static double FromWidening(QuantileBand band, double otherwise)
    {
        var count = band.LastYear - band.FirstYear;
        if (count < 2)
            return otherwise;
        double sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (var year = band.FirstYear; year < band.LastYear; year++)
        {
            var (x, y) = (Math.Pow(band.Spread(year), 2), Math.Pow(band.Spread(year + 1), 2));
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }

        var spread = sumXX - sumX * sumX / count;
        var slope = spread > 0 ? (sumXY - sumX * sumY / count) / spread : 0;
        var widens = band.Spread(band.LastYear) > 1.1 * band.Spread(band.FirstYear);
        return widens && slope > 0 ? Math.Sqrt(Math.Min(slope, 1)) : otherwise;
    }

    /// <summary>
    /// The correlation of the standardised deviates of successive years, <c>ρ·sd(t) / sd(t + 1)</c>, which gives the process both its
    /// published width in every year and its persistence.
    /// </summary>
    /// <param name="band">The bounds.</param>
    /// <param name="persistence">ρ.</param>
    /// <returns>One figure for each step from a year to the next, at most 1.</returns>
    public static double[] StepCorrelations(QuantileBand band, double persistence)
    {
        var steps = new double[band.LastYear - band.FirstYear];
        for (var index = 0; index < steps.Length; index++)
            steps[index] = Math.Min(1, persistence * band.Spread(band.FirstYear + index) / band.Spread(band.FirstYear + index + 1));
        return steps;
    }
}
