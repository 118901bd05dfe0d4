namespace Cradle.Rules.Rehearsal;

/// <summary>Puts a distribution into bins whose edges people read easily: 1, 2, 5, 10, 20, 50 … of the unit, to both sides of zero.</summary>
internal static class ChangeBins
{
    /// <param name="distribution">Changes in twelfths.</param>
    /// <param name="unit">How many of what is counted make the unit that is read: 100 fen make a yuan, a day is a day.</param>
    public static IEnumerable<ChangeBin> Of(ChangeDistribution distribution, long unit) => distribution.Bins
        .Select(pair => (Bin: Edges(pair.Key, unit * Annualisation.Twelfths), pair.Value))
        .GroupBy(item => item.Bin, item => item.Value)
        .OrderBy(group => group.Key.From)
        .Select(group => new ChangeBin(group.Key.From / Annualisation.Twelfths, group.Key.Until / Annualisation.Twelfths, group.Sum()));

    private static (long From, long Until) Edges(long amount, long unit)
    {
        if (amount < 0)
        {
            var (near, far) = Edges(-amount, unit);
            return (-far, -near);
        }

        var (from, until) = (0L, unit);
        foreach (var edge in Series(unit).TakeWhile(edge => edge <= amount))
            (from, until) = (edge, Next(edge, unit));
        return (from, until);
    }

    private static long Next(long edge, long unit) => Series(unit).First(other => other > edge);

    private static IEnumerable<long> Series(long unit)
    {
        for (var decade = unit; decade < long.MaxValue / 100; decade *= 10)
        {
            yield return decade;
            yield return decade * 2;
            yield return decade * 5;
        }
    }
}
