using Cradle.Demography.Population;

namespace Cradle.Demography.Fertility;

/// <summary>
/// An age pattern that moves with the level of fertility: from years observed it learns by how much the mean age at childbearing
/// changes with a child more or less per woman, and moves the pattern of the last of them along that line.
/// </summary>
public sealed class MovingPattern
{
    private readonly RelationalGompertz standard;
    private readonly double level;
    private readonly double meanAge;

    private MovingPattern(RelationalGompertz standard, double level, double meanAge, double yearsPerChild)
    {
        this.standard = standard;
        this.level = level;
        this.meanAge = meanAge;
        YearsPerChild = yearsPerChild;
    }

    /// <summary>By how many years the mean age changes with one child more per woman.</summary>
    public double YearsPerChild { get; }

    /// <summary>Learns from observed rates by least squares.</summary>
    /// <param name="observed">Births per woman and year.</param>
    /// <param name="from">The first year to learn from.</param>
    /// <param name="to">The last; its pattern is the one that moves.</param>
    /// <exception cref="ArgumentException">Less than three years.</exception>
    public static MovingPattern Learn(AgeTable observed, int from, int to)
    {
        var count = to - from + 1;
        if (count < 3)
            throw new ArgumentException("A slope needs three years at least.", nameof(to));
        double levels = 0, ages = 0, squares = 0, products = 0;
        for (var year = from; year <= to; year++)
        {
            var (tfr, mean) = (FertilityMeasures.Total(observed[year]), FertilityMeasures.MeanAge(observed[year]));
            levels += tfr;
            ages += mean;
            squares += tfr * tfr;
            products += tfr * mean;
        }

        var spread = squares - levels * levels / count;
        var slope = spread > 1e-9 ? (products - levels * ages / count) / spread : 0;
        return new MovingPattern(new RelationalGompertz(observed[to]), FertilityMeasures.Total(observed[to]), FertilityMeasures.MeanAge(observed[to]), slope);
    }

    /// <summary>Writes the rates at a level of fertility.</summary>
    /// <param name="totalFertility">Children per woman.</param>
    /// <param name="rates">Receives 101 figures.</param>
    public void Write(double totalFertility, Span<double> rates)
    {
        var alpha = standard.AlphaFor(meanAge + YearsPerChild * (totalFertility - level));
        standard.Write(alpha, 1, totalFertility, rates);
    }
}
