using Cradle.Demography.Population;

namespace Cradle.Demography.Fertility;

/// <summary>
/// Moves an age pattern of fertility by Brass's relational Gompertz model: with <c>F(x)</c> the share of all births before exact age x and
/// <c>Y(x) = −ln(−ln F(x))</c>, a pattern is <c>Y(x) = α + β·Y_standard(x)</c>. α moves childbearing to younger ages, β above one
/// concentrates it. Any observed pattern can be the standard, so at α = 0, β = 1 it is kept (Brass 1981; Moultrie et al. 2013).
/// </summary>
public sealed class RelationalGompertz
{
    private const double Nearly = 1e-9;
    private readonly double[] transformed = new double[Ages.Count + 1];
    private readonly int first;
    private readonly int last;

    /// <summary>Takes a pattern as the standard.</summary>
    /// <param name="rates">Births per woman and year: 101 figures, with births at three ages at least.</param>
    /// <exception cref="ArgumentException">Too few ages with births.</exception>
    public RelationalGompertz(ReadOnlySpan<double> rates)
    {
        var total = Columns.Sum(rates);
        first = rates.IndexOfAnyExcept(0.0);
        last = rates.LastIndexOfAnyExcept(0.0);
        if (first < 0 || last - first < 2)
            throw new ArgumentException("A pattern needs births at three ages at least.", nameof(rates));
        var before = 0.0;
        for (var age = first; age <= last + 1; age++)
        {
            transformed[age] = -Math.Log(-Math.Log(Math.Clamp(before / total, Nearly, 1 - Nearly)));
            before += age <= last ? rates[age] : 0;
        }
    }

    /// <summary>Writes the pattern with parameters and a total.</summary>
    /// <param name="alpha">α; 0 keeps the timing.</param>
    /// <param name="beta">β, greater than zero; 1 keeps the spread.</param>
    /// <param name="totalFertility">Children per woman.</param>
    /// <param name="rates">Receives 101 figures, which add up to the total.</param>
    public void Write(double alpha, double beta, double totalFertility, Span<double> rates)
    {
        rates.Clear();
        var sum = 0.0;
        var before = Share(alpha + beta * transformed[first]);
        for (var age = first; age <= last; age++)
        {
            var until = Share(alpha + beta * transformed[age + 1]);
            sum += rates[age] = until - before;
            before = until;
        }

        for (var age = first; age <= last; age++)
            rates[age] *= totalFertility / sum;
    }

    /// <summary>Finds the α with which the pattern has a mean age at childbearing.</summary>
    /// <param name="meanAge">The mean age in years.</param>
    /// <param name="beta">β; 1 keeps the spread.</param>
    /// <exception cref="ArgumentOutOfRangeException">No α leads there.</exception>
    public double AlphaFor(double meanAge, double beta = 1)
    {
        var rates = new double[Ages.Count];
        var (young, old) = (8.0, -8.0);
        for (var step = 0; step < 80; step++)
        {
            var middle = (young + old) / 2;
            Write(middle, beta, 1, rates);
            if (FertilityMeasures.MeanAge(rates) > meanAge)
                old = middle;
            else
                young = middle;
        }

        Write(young, beta, 1, rates);
        return Math.Abs(FertilityMeasures.MeanAge(rates) - meanAge) < 1e-6
            ? young
            : throw new ArgumentOutOfRangeException(nameof(meanAge), meanAge, "This pattern cannot be moved to that mean age.");
    }

    private static double Share(double transformed) => Math.Exp(-Math.Exp(-transformed));
}
