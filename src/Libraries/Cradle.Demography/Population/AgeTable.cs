namespace Cradle.Demography.Population;

/// <summary>
/// A figure for every year and single age, kept in one block, a year after the other, so that a step of a projection reads
/// neighbours only. Index with a year to get its 101 ages.
/// </summary>
public sealed class AgeTable
{
    private readonly double[] values;

    /// <summary>Makes a table of zeros.</summary>
    /// <param name="firstYear">The first year.</param>
    /// <param name="years">How many years, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one year.</exception>
    public AgeTable(int firstYear, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        FirstYear = firstYear;
        Years = years;
        values = new double[years * Ages.Count];
    }

    /// <summary>The first year.</summary>
    public int FirstYear { get; }

    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + Years - 1;

    /// <summary>How many years.</summary>
    public int Years { get; }

    /// <summary>The ages of one year: 101 figures, which may be changed in place.</summary>
    /// <param name="year">The year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table does not have the year.</exception>
    public Span<double> this[int year]
    {
        get
        {
            var row = year - FirstYear;
            if ((uint)row >= (uint)Years)
                throw new ArgumentOutOfRangeException(nameof(year), year, $"The table has {FirstYear} to {LastYear}.");
            return values.AsSpan(row * Ages.Count, Ages.Count);
        }
    }

    /// <summary>Every figure, a year after the other.</summary>
    public Span<double> Values => values;

    /// <summary>A table in which every year is the same.</summary>
    /// <param name="firstYear">The first year.</param>
    /// <param name="years">How many years.</param>
    /// <param name="ages">The 101 figures.</param>
    public static AgeTable Constant(int firstYear, int years, ReadOnlySpan<double> ages)
    {
        var table = new AgeTable(firstYear, years);
        for (var year = firstYear; year <= table.LastYear; year++)
            ages.CopyTo(table[year]);
        return table;
    }

    /// <summary>A copy of some of the years.</summary>
    /// <param name="from">The first year of the copy.</param>
    /// <param name="to">The last year of the copy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table does not have them all.</exception>
    public AgeTable Between(int from, int to)
    {
        var part = new AgeTable(from, to - from + 1);
        for (var year = from; year <= to; year++)
            this[year].CopyTo(part[year]);
        return part;
    }
}
