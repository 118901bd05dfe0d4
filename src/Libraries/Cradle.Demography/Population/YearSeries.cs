namespace Cradle.Demography.Population;

/// <summary>One figure a year, for example total fertility or the sex ratio at birth.</summary>
public sealed class YearSeries
{
    private readonly double[] values;

    /// <summary>Makes a series.</summary>
    /// <param name="firstYear">The first year.</param>
    /// <param name="values">The figures, one a year, at least one; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">No figure.</exception>
    public YearSeries(int firstYear, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 1, nameof(values));
        FirstYear = firstYear;
        this.values = values.ToArray();
    }

    /// <summary>The first year.</summary>
    public int FirstYear { get; }

    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + values.Length - 1;

    /// <summary>The figures in the order of the years.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The figure of one year.</summary>
    /// <param name="year">The year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The series does not have the year.</exception>
    public double this[int year] => (uint)(year - FirstYear) < (uint)values.Length
        ? values[year - FirstYear]
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"The series has {FirstYear} to {LastYear}.");

    /// <summary>A series with the same figure in every year.</summary>
    /// <param name="firstYear">The first year.</param>
    /// <param name="years">How many years.</param>
    /// <param name="value">The figure.</param>
    public static YearSeries Constant(int firstYear, int years, double value)
    {
        var values = new double[years];
        Array.Fill(values, value);
        return new YearSeries(firstYear, values);
    }

    /// <summary>A series computed year by year.</summary>
    /// <param name="firstYear">The first year.</param>
    /// <param name="lastYear">The last year.</param>
    /// <param name="figure">The figure of a year.</param>
    public static YearSeries Of(int firstYear, int lastYear, Func<int, double> figure)
    {
        var values = new double[lastYear - firstYear + 1];
        for (var year = firstYear; year <= lastYear; year++)
            values[year - firstYear] = figure(year);
        return new YearSeries(firstYear, values);
    }
}
