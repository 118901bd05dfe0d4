namespace Cradle.Demography.Indicators;

/// <summary>
/// Rates of many small areas, each drawn towards the rate of all as far as its own count is too small to speak: the empirical Bayes
/// estimate with a gamma prior whose mean and variance come from the areas themselves (Marshall 1991).
/// </summary>
public static class SmallAreas
{
    /// <summary>Estimates the rates.</summary>
    /// <param name="events">Events of each area.</param>
    /// <param name="exposed">Exposure of each area, greater than zero.</param>
    /// <returns>Rates per exposed, in the order of the areas. Where the areas differ no more than chance makes them, all have the common rate.</returns>
    /// <exception cref="ArgumentException">Not as many events as exposures, or an exposure of zero.</exception>
    public static double[] Shrink(ReadOnlySpan<long> events, ReadOnlySpan<double> exposed)
    {
        if (events.Length != exposed.Length || events.Length == 0)
            throw new ArgumentException($"{events.Length} areas have events and {exposed.Length} exposure; give both for each.", nameof(events));
        double allEvents = 0, allExposed = 0;
        for (var area = 0; area < events.Length; area++)
        {
            if (!(exposed[area] > 0))
                throw new ArgumentException($"Area {area} has no exposure; leave it out.", nameof(exposed));
            allEvents += events[area];
            allExposed += exposed[area];
        }

        var common = allEvents / allExposed;
        var spread = 0.0;
        for (var area = 0; area < events.Length; area++)
            spread += exposed[area] * Math.Pow(events[area] / exposed[area] - common, 2) / allExposed;
        // what is left of the variance between areas once the chance of their counts is taken off
        var between = Math.Max(0, spread - common / (allExposed / events.Length));
        var rates = new double[events.Length];
        for (var area = 0; area < rates.Length; area++)
        {
            var own = between == 0 ? 0 : between / (between + common / exposed[area]);
            rates[area] = common + own * (events[area] / exposed[area] - common);
        }

        return rates;
    }
}
