using System.Numerics;
using Cradle.Demography.Population;

namespace Cradle.Demography.Mortality;

/// <summary>
/// Moves a survival schedule to another life expectancy in the manner of Lee and Carter (1992): the force of mortality of every age is
/// multiplied by <c>e^(b·k)</c>, with the ages' own sensitivities <c>b</c> and one level <c>k</c>. At <c>k = 0</c> the schedule is
/// unchanged to the last digit. An instance has columns of its own to work in, so it serves one thread at a time.
/// </summary>
public sealed class SurvivalShift
{
    private const double Tolerance = 1e-7;
    private const int MostSteps = 60;
    private readonly double[] sensitivities;
    private readonly double[] forces = new double[Ages.Count];
    private readonly double[] shifted = new double[Ages.Count];

    /// <summary>Makes one for ages that respond as given.</summary>
    /// <param name="sensitivities">b: how much the logarithm of the force of each of the 101 ages falls when that of the average age falls by one.</param>
    /// <exception cref="ArgumentException">Not 101 figures.</exception>
    public SurvivalShift(ReadOnlySpan<double> sensitivities)
    {
        if (sensitivities.Length != Ages.Count)
            throw new ArgumentException($"{Ages.Count} ages are needed, not {sensitivities.Length}.", nameof(sensitivities));
        this.sensitivities = sensitivities.ToArray();
    }

    /// <summary>
    /// Sensitivities read off a table of survival ratios: how much faster or slower than the average each age improves between its first
    /// and its last year, smoothed over eleven ages. Every age counts at least a fifth of the average, and every age the same when the
    /// table does not improve.
    /// </summary>
    /// <param name="survival">Survival ratios by year.</param>
    public static SurvivalShift FromImprovement(AgeTable survival)
    {
        Span<double> first = stackalloc double[Ages.Count];
        Span<double> last = stackalloc double[Ages.Count];
        SurvivalSchedule.Forces(survival[survival.FirstYear], first);
        SurvivalSchedule.Forces(survival[survival.LastYear], last);
        var falls = new double[Ages.Count];
        for (var age = 0; age < Ages.Count; age++)
            falls[age] = Math.Log(first[age] / last[age]);
        var average = Columns.Sum(falls) / Ages.Count;
        var smooth = new double[Ages.Count];
        for (var age = 0; age < Ages.Count; age++)
        {
            var (from, to) = (Math.Max(0, age - 5), Math.Min(Ages.Open, age + 5));
            smooth[age] = average < 0.01 ? 1 : Math.Max(0.2, Columns.Sum(falls.AsSpan(from..(to + 1))) / (to - from + 1) / average);
        }

        return new SurvivalShift(smooth);
    }

    /// <summary>Writes the schedule at a level.</summary>
    /// <param name="ratios">The 101 survival ratios at level 0.</param>
    /// <param name="level">k: less than zero for lower mortality.</param>
    /// <param name="result">Receives 101 ratios.</param>
    public void Apply(ReadOnlySpan<double> ratios, double level, Span<double> result)
    {
        SurvivalSchedule.Forces(ratios, forces);
        Apply(level, result);
        if (level == 0)
            ratios.CopyTo(result);
    }

    /// <summary>Writes the schedule with a life expectancy (see <see cref="SurvivalSchedule.LifeExpectancy"/>) and returns its level.</summary>
    /// <param name="ratios">The 101 survival ratios at level 0.</param>
    /// <param name="lifeExpectancy">The life expectancy at birth to reach, in years.</param>
    /// <param name="result">Receives 101 ratios.</param>
    /// <exception cref="ArgumentOutOfRangeException">No level reaches it.</exception>
    public double Reach(ReadOnlySpan<double> ratios, double lifeExpectancy, Span<double> result)
    {
        SurvivalSchedule.Forces(ratios, forces);
        // Illinois: a false position that halves the end that stays
        var (low, high) = (-0.5, 0.5);
        var (errorLow, errorHigh) = (Error(low), Error(high));
        for (var widening = 0; errorLow < 0 && widening < 8; widening++)
            errorLow = Error(low *= 2);
        for (var widening = 0; errorHigh > 0 && widening < 8; widening++)
            errorHigh = Error(high *= 2);
        if (errorLow < 0 || errorHigh > 0)
            throw new ArgumentOutOfRangeException(nameof(lifeExpectancy), lifeExpectancy, "No change of this schedule's mortality leads there.");
        var side = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var level = (low * errorHigh - high * errorLow) / (errorHigh - errorLow);
            var error = Error(level);
            if (Math.Abs(error) < Tolerance)
                return Finish(level, result);
            if (error > 0)
            {
                (low, errorLow) = (level, error);
                errorHigh = side == 1 ? errorHigh / 2 : errorHigh;
                side = 1;
            }
            else
            {
                (high, errorHigh) = (level, error);
                errorLow = side == -1 ? errorLow / 2 : errorLow;
                side = -1;
            }
        }

        return Finish((low + high) / 2, result);

        double Error(double level)
        {
            Apply(level, shifted);
            return SurvivalSchedule.LifeExpectancy(shifted) - lifeExpectancy;
        }
    }

    private double Finish(double level, Span<double> result)
    {
        Apply(level, result);
        return level;
    }

    private void Apply(double level, Span<double> result)
    {
        var age = 0;
        for (; age <= Ages.Count - Vector<double>.Count; age += Vector<double>.Count)
        {
            var factor = Vector.Exp(new Vector<double>(sensitivities.AsSpan(age)) * level);
            Vector.Exp(-new Vector<double>(forces.AsSpan(age)) * factor).CopyTo(result[age..]);
        }

        for (; age < Ages.Count; age++)
            result[age] = Math.Exp(-forces[age] * Math.Exp(sensitivities[age] * level));
    }
}
