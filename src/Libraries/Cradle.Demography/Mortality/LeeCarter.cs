using Cradle.Demography.Population;
using MathNet.Numerics.LinearAlgebra;

namespace Cradle.Demography.Mortality;

/// <summary>
/// The model of Lee and Carter (1992, <i>JASA</i> 87): <c>ln m(x, t) = a(x) + b(x)·k(t)</c>, with the b adding up to one and the k to
/// zero, fitted by singular value decomposition. Forecasts take k as a random walk with drift.
/// </summary>
public sealed class LeeCarter
{
    // the rate that stands for "nobody died", without which a small population would have no logarithm
    private const double LeastRate = 1e-6;
    private readonly double[] a;
    private readonly double[] b;

    private LeeCarter(double[] a, double[] b, YearSeries k, double explained)
    {
        (this.a, this.b) = (a, b);
        Level = k;
        Explained = explained;
        var years = k.Values.Length;
        Drift = (k.Values[^1] - k.Values[0]) / (years - 1);
        var squares = 0.0;
        for (var index = 1; index < years; index++)
            squares += Math.Pow(k.Values[index] - k.Values[index - 1] - Drift, 2);
        Surprise = Math.Sqrt(squares / Math.Max(1, years - 2));
    }

    /// <summary>a: the mean logarithm of each age's death rate.</summary>
    public ReadOnlySpan<double> Pattern => a;

    /// <summary>b: how each age responds; they add up to one.</summary>
    public ReadOnlySpan<double> Response => b;

    /// <summary>k: the level of each year.</summary>
    public YearSeries Level { get; }

    /// <summary>The share of the variance around the pattern that one level a year explains, between 0 and 1.</summary>
    public double Explained { get; }

    /// <summary>By how much the level changes in a year.</summary>
    public double Drift { get; }

    /// <summary>The standard deviation of the yearly change of the level around the drift.</summary>
    public double Surprise { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="rates">Deaths per person-year by year and age.</param>
    /// <exception cref="ArgumentException">Less than three years.</exception>
    public static LeeCarter Fit(AgeTable rates)
    {
        if (rates.Years < 3)
            throw new ArgumentException("A trend needs three years at least.", nameof(rates));
        var logs = Matrix<double>.Build.Dense(rates.Years, Ages.Count, (row, age) => Math.Log(Math.Max(LeastRate, rates[rates.FirstYear + row][age])));
        var a = logs.ColumnSums().Divide(rates.Years);
        for (var row = 0; row < rates.Years; row++)
            logs.SetRow(row, logs.Row(row) - a);
        var svd = logs.Svd();
        var b = svd.VT.Row(0);
        var scale = b.Sum();
        if (Math.Abs(scale) < 1e-12)
            throw new ArgumentException("The rates do not change, so there is no trend to fit.", nameof(rates));
        var k = svd.U.Column(0) * svd.S[0] * scale;
        var total = svd.S.PointwisePower(2).Sum();
        return new LeeCarter([.. a], [.. b / scale], new YearSeries(rates.FirstYear, [.. k]), svd.S[0] * svd.S[0] / total);
    }

    /// <summary>The rates at a level.</summary>
    /// <param name="level">k.</param>
    /// <param name="rates">Receives 101 death rates.</param>
    public void Write(double level, Span<double> rates)
    {
        for (var age = 0; age < Ages.Count; age++)
            rates[age] = Math.Exp(a[age] + b[age] * level);
    }

    /// <summary>The level forecast for a year after the last, and its standard error, the drift's own uncertainty counted.</summary>
    /// <param name="year">The year.</param>
    public (double Level, double StandardError) Forecast(int year)
    {
        var ahead = year - Level.LastYear;
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1, nameof(year));
        var steps = Level.Values.Length - 1;
        return (Level.Values[^1] + ahead * Drift, Surprise * Math.Sqrt(ahead + (double)ahead * ahead / steps));
    }

    /// <summary>The level whose life table has a life expectancy (the second stage of Lee and Miller 2001).</summary>
    /// <param name="lifeExpectancy">Years at birth.</param>
    /// <param name="sex">The sex, for the rule of the first year of life.</param>
    /// <exception cref="ArgumentOutOfRangeException">No level has it.</exception>
    public double LevelFor(double lifeExpectancy, Primitives.Sex sex)
    {
        var rates = new double[Ages.Count];
        double Reached(double level)
        {
            Write(level, rates);
            return LifeTable.FromRates(rates, sex).LifeExpectancy;
        }

        // a level so low that no rate underflows, and one so high that hardly anybody survives
        var (low, high) = (-600.0, 600.0);
        if (!(Reached(low) > lifeExpectancy && Reached(high) < lifeExpectancy))
            throw new ArgumentOutOfRangeException(nameof(lifeExpectancy), lifeExpectancy, "No level of this model has that life expectancy.");
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (Reached(middle) > lifeExpectancy)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
