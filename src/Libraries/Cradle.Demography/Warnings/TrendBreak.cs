using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Warnings;

/// <summary>
/// Looks for a lasting break of a trend by cumulated recursive residuals (Brown, Durbin and Evans 1975): each year is forecast from the
/// straight line through all years before it, and the standardised surprises are added up in both directions as a CUSUM that forgives
/// half a deviation a year (Page 1954). The limit is found by simulating series without a break, so that the stated false-alarm rate
/// holds for the number of years at hand, however small.
/// </summary>
/// <param name="FalseAlarmRate">The probability of an alarm within the whole series when there is no break; between 0 and 1.</param>
/// <param name="Training">How many years the first line goes through, at least four.</param>
public sealed record TrendBreak(double FalseAlarmRate, int Training = 8)
{
    private const double Forgiven = 0.5;
    private const int Simulations = 20_000;
    private const long SimulationSeed = 20_240_101;

    /// <summary>The first break, or null.</summary>
    /// <param name="observed">The indicator, at least one year longer than the training.</param>
    /// <exception cref="ArgumentException">Too few years.</exception>
    public Alarm? Check(YearSeries observed) => Check(observed, Limit(observed.Values.Length));

    /// <summary>The first break, or null, by a limit computed before: for many series of one length.</summary>
    /// <param name="observed">The indicator.</param>
    /// <param name="limit">What <see cref="Limit"/> gives for its number of years.</param>
    public Alarm? Check(YearSeries observed, double limit)
    {
        var (index, sum) = First(observed.Values, limit);
        return index < 0 ? null : new Alarm(observed.FirstYear + index, sum, limit,
            string.Create(CultureInfo.InvariantCulture, $"has run {(sum < 0 ? "below" : "above")} the trend of the years before for longer than chance explains"));
    }

    /// <summary>The limit of the CUSUM for a series of so many years.</summary>
    /// <param name="years">How many years.</param>
    /// <exception cref="ArgumentException">Too few years.</exception>
    public double Limit(int years)
    {
        if (Training < 4 || years <= Training)
            throw new ArgumentException($"{years} years are too few: the first line needs {Math.Max(4, Training)}, and a year after it.", nameof(years));
        var peaks = new double[Simulations];
        var series = new double[years];
        for (var run = 0; run < Simulations; run++)
        {
            var stream = new NormalStream(SimulationSeed, run);
            for (var index = 0; index < years; index++)
                series[index] = stream.Next();
            peaks[run] = Peak(series);
        }

        Array.Sort(peaks);
        return peaks[Math.Min(Simulations - 1, (int)Math.Ceiling((1 - FalseAlarmRate) * Simulations))];
    }

    private double Peak(ReadOnlySpan<double> series)
    {
        double up = 0, down = 0, peak = 0;
        var line = new RecursiveLine();
        for (var index = 0; index < series.Length; index++)
        {
            if (index >= Training)
                peak = Math.Max(peak, Add(line.Surprise(index, series[index]), ref up, ref down));
            line.Add(index, series[index]);
        }

        return peak;
    }

    private (int Index, double Sum) First(ReadOnlySpan<double> series, double limit)
    {
        double up = 0, down = 0;
        var line = new RecursiveLine();
        for (var index = 0; index < series.Length; index++)
        {
            if (index >= Training && Add(line.Surprise(index, series[index]), ref up, ref down) > limit)
                return (index, up >= down ? up : -down);
            line.Add(index, series[index]);
        }

        return (-1, 0);
    }

    private static double Add(double surprise, ref double up, ref double down)
    {
        up = Math.Max(0, up + surprise - Forgiven);
        down = Math.Max(0, down - surprise - Forgiven);
        return Math.Max(up, down);
    }
}
