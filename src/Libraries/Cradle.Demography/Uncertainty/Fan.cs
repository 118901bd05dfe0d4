using Cradle.Demography.Population;

namespace Cradle.Demography.Uncertainty;

/// <summary>The trajectories of one measure: their quantiles, and the figures themselves for whoever wants others.</summary>
public sealed class Fan
{
    private readonly double[] figures;
    private readonly int trajectories;

    internal Fan(FanMeasure measure, int firstYear, int years, int trajectories)
    {
        Measure = measure;
        FirstYear = firstYear;
        Years = years;
        this.trajectories = trajectories;
        figures = new double[years * trajectories];
    }

    /// <summary>What the figures are.</summary>
    public FanMeasure Measure { get; }

    /// <summary>The first year.</summary>
    public int FirstYear { get; }

    /// <summary>How many years.</summary>
    public int Years { get; }

    /// <summary>The figures of one year, one for each trajectory in its order.</summary>
    /// <param name="year">The year.</param>
    public double[] Of(int year)
    {
        var ofYear = new double[trajectories];
        CopyTo(year, ofYear);
        return ofYear;
    }

    /// <summary>A quantile of one year, linear between the ranks (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="year">The year.</param>
    /// <param name="probability">Between 0 and 1.</param>
    public double Quantile(int year, double probability)
    {
        var sorted = Of(year);
        Array.Sort(sorted);
        return At(sorted, probability);
    }

    /// <summary>Median, 80 and 95 per cent bounds of every year.</summary>
    public QuantileBand Band()
    {
        var quantiles = new double[5][];
        for (var index = 0; index < quantiles.Length; index++)
            quantiles[index] = new double[Years];
        var sorted = new double[trajectories];
        for (var row = 0; row < Years; row++)
        {
            CopyTo(FirstYear + row, sorted);
            Array.Sort(sorted);
            ReadOnlySpan<double> probabilities = [0.5, 0.1, 0.9, 0.025, 0.975];
            for (var index = 0; index < quantiles.Length; index++)
                quantiles[index][row] = At(sorted, probabilities[index]);
        }

        YearSeries Series(int index) => new(FirstYear, quantiles[index]);
        return new QuantileBand(Series(0), Series(1), Series(2), Series(3), Series(4));
    }

    /// <summary>The years of one trajectory, to be filled: they lie together, as they are written together.</summary>
    internal Span<double> Trajectory(int number) => figures.AsSpan(number * Years, Years);

    private void CopyTo(int year, Span<double> ofYear)
    {
        for (var number = 0; number < ofYear.Length; number++)
            ofYear[number] = figures[number * Years + year - FirstYear];
    }

    private static double At(double[] sorted, double probability)
    {
        var rank = probability * (sorted.Length - 1);
        var below = (int)rank;
        return below + 1 < sorted.Length ? sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
