namespace Cradle.Demography.Consistency;

/// <summary>Rounds figures so that their sum comes out as it should: every figure goes to the whole number below or above it.</summary>
public static class ControlledRounding
{
    /// <summary>Rounds to whole numbers that add up to the rounded sum, by the largest remainders; of equal remainders the first wins.</summary>
    /// <param name="figures">The figures; overwritten.</param>
    /// <exception cref="ArgumentException">A figure is not finite.</exception>
    public static void Round(Span<double> figures)
    {
        double sum = 0, below = 0;
        foreach (var figure in figures)
        {
            if (!double.IsFinite(figure))
                throw new ArgumentException($"{figure} cannot be rounded.", nameof(figures));
            sum += figure;
            below += Math.Floor(figure);
        }

        var order = new int[figures.Length];
        var remainders = new double[figures.Length];
        for (var index = 0; index < order.Length; index++)
            (order[index], remainders[index]) = (index, Math.Floor(figures[index]) - figures[index]);
        Array.Sort(remainders, order, Comparer<double>.Default);
        var up = (int)Math.Round(Math.Floor(sum + 0.5) - below);
        StableTies(order, remainders);
        for (var rank = 0; rank < order.Length; rank++)
            figures[order[rank]] = Math.Floor(figures[order[rank]]) + (rank < up ? 1 : 0);
    }

    // the sort of the platform does not keep the order of equal remainders
    private static void StableTies(int[] order, double[] remainders)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && remainders[end].Equals(remainders[start]))
                end++;
            Array.Sort(order, start, end - start);
            start = end;
        }
    }
}
