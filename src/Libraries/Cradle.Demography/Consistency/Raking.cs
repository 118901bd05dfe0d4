namespace Cradle.Demography.Consistency;

/// <summary>
/// Makes parts agree with totals by iterative proportional fitting (Deming and Stephan 1940): the table keeps its structure (its odds
/// ratios) and takes the margins given, for example divisions by age to the nation's ages and each division's total.
/// </summary>
public static class Raking
{
    /// <summary>Scales one column of parts so that they add up to a total.</summary>
    /// <param name="parts">The parts; overwritten.</param>
    /// <param name="total">What they have to add up to.</param>
    /// <exception cref="InconsistentMarginsException">The parts add up to zero and the total does not.</exception>
    public static void Proportional(Span<double> parts, double total)
    {
        var sum = 0.0;
        foreach (var part in parts)
            sum += part;
        if (sum == 0 && total != 0)
            throw new InconsistentMarginsException($"Parts that are all zero cannot add up to {total}.");
        var factor = sum == 0 ? 0 : total / sum;
        foreach (ref var part in parts)
            part *= factor;
    }

    /// <summary>Fits a table of rows and columns to both margins.</summary>
    /// <param name="table">Not negative; row after row; overwritten.</param>
    /// <param name="rows">What each row has to add up to.</param>
    /// <param name="columns">What each column has to add up to; with the same sum as the rows.</param>
    /// <param name="tolerance">How far a row may be off in the end, relative to the sum of all.</param>
    /// <param name="rounds">How many rounds at most.</param>
    /// <returns>How many rounds it took.</returns>
    /// <exception cref="InconsistentMarginsException">The margins have different sums, or zeros in the table keep it from them.</exception>
    public static int Fit(Span<double> table, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, double tolerance = 1e-12, int rounds = 1000)
    {
        double rowSum = 0, columnSum = 0;
        foreach (var row in rows)
            rowSum += row;
        foreach (var column in columns)
            columnSum += column;
        if (Math.Abs(rowSum - columnSum) > 1e-9 * Math.Max(1, rowSum))
            throw new InconsistentMarginsException($"The rows add up to {rowSum}, the columns to {columnSum}; they have to be equal.");
        for (var round = 1; round <= rounds; round++)
        {
            for (var row = 0; row < rows.Length; row++)
                Proportional(table.Slice(row * columns.Length, columns.Length), rows[row]);
            ScaleColumns(table, columns);
            if (WorstRow(table, rows, columns.Length) <= tolerance * Math.Max(1, rowSum))
                return round;
        }

        throw new InconsistentMarginsException("The zeros of the table keep it from these margins.");
    }

    private static void ScaleColumns(Span<double> table, ReadOnlySpan<double> columns)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            var sum = 0.0;
            for (var cell = column; cell < table.Length; cell += columns.Length)
                sum += table[cell];
            if (sum == 0 && columns[column] != 0)
                throw new InconsistentMarginsException($"Column {column} is all zero and cannot add up to {columns[column]}.");
            for (var cell = column; cell < table.Length; cell += columns.Length)
                table[cell] *= sum == 0 ? 0 : columns[column] / sum;
        }
    }

    private static double WorstRow(ReadOnlySpan<double> table, ReadOnlySpan<double> rows, int width)
    {
        var worst = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var sum = 0.0;
            foreach (var cell in table.Slice(row * width, width))
                sum += cell;
            worst = Math.Max(worst, Math.Abs(sum - rows[row]));
        }

        return worst;
    }
}

/// <summary>Margins to which no table of the given structure can be fitted.</summary>
/// <param name="message">Why.</param>
public sealed class InconsistentMarginsException(string message) : Exception(message);
