namespace Cradle.Demography.Consistency;

/// <summary>
/// Controlled rounding of a table (Cox 1987): every cell, every row total, every column total and the grand total go to a whole number
/// next to them, and rows and columns still add up. Cells that are not whole are moved along closed paths, up and down in turn, until
/// none is left.
/// </summary>
public static class WholeTable
{
    private const double Slack = 1e-9;

    /// <summary>Rounds a table.</summary>
    /// <param name="table">The cells, row after row; overwritten with whole numbers.</param>
    /// <param name="columns">How many columns.</param>
    /// <exception cref="ArgumentException">The cells do not fill whole rows.</exception>
    public static void Round(Span<double> table, int columns)
    {
        if (columns < 1 || table.Length % columns != 0)
            throw new ArgumentException($"{table.Length} cells do not fill rows of {columns}.", nameof(columns));
        var rows = table.Length / columns;
        // a slack column and row take up what the margins are rounded by, so that all margins become whole
        var width = columns + 1;
        var cells = new double[(rows + 1) * width];
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < columns; column++)
                sum += cells[row * width + column] = Settle(table[row * columns + column]);
            cells[row * width + columns] = Settle(Math.Ceiling(sum - Slack) - sum);
        }

        for (var column = 0; column < width; column++)
        {
            var sum = 0.0;
            for (var row = 0; row < rows; row++)
                sum += cells[row * width + column];
            cells[rows * width + column] = Settle(Math.Ceiling(sum - Slack) - sum);
        }

        var path = new List<int>();
        while (FindCycle(cells, width, path))
            Shift(cells, path);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                table[row * columns + column] = Math.Round(cells[row * width + column]);
        }
    }

    private static double Settle(double value) => Math.Abs(value - Math.Round(value)) < Slack ? Math.Round(value) : value;

    private static bool IsFractional(double value) => Math.Abs(value - Math.Round(value)) >= Slack;

    // Walks alternately along a row and a column over cells that are not whole. As margins are whole such a cell has a companion in its
    // row and in its column, so the walk meets a line again; from there on it is closed.
    private static bool FindCycle(double[] cells, int width, List<int> path)
    {
        path.Clear();
        var start = Array.FindIndex(cells, IsFractional);
        if (start < 0)
            return false;
        path.Add(start);
        var alongRow = true;
        while (true)
        {
            var here = path[^1];
            var next = Companion(cells, width, here, alongRow);
            if (next < 0)
            {
                // only the machine's own rounding leaves a cell without companion
                cells[here] = Math.Round(cells[here]);
                return FindCycle(cells, width, path);
            }

            path.Add(next);
            alongRow = !alongRow;
            for (var index = 0; index < path.Count - 2; index++)
            {
                var sameLine = alongRow ? path[index] / width == next / width : path[index] % width == next % width;
                var leavesAlongIt = alongRow == (index % 2 == 0);
                if (sameLine && leavesAlongIt)
                {
                    // the walk would leave along a line it has left along before: go to where it went then
                    path.RemoveRange(0, index + 1);
                    return true;
                }
            }
        }
    }

    private static int Companion(double[] cells, int width, int here, bool alongRow)
    {
        var (start, step, count) = alongRow ? (here / width * width, 1, width) : (here % width, width, cells.Length / width);
        for (var index = 0; index < count; index++)
        {
            var cell = start + index * step;
            if (cell != here && IsFractional(cells[cell]))
                return cell;
        }

        return -1;
    }

    private static void Shift(double[] cells, List<int> path)
    {
        var amount = double.PositiveInfinity;
        for (var index = 0; index < path.Count; index++)
        {
            var value = cells[path[index]];
            amount = Math.Min(amount, index % 2 == 0 ? Math.Ceiling(value) - value : value - Math.Floor(value));
        }

        for (var index = 0; index < path.Count; index++)
            cells[path[index]] = Settle(cells[path[index]] + (index % 2 == 0 ? amount : -amount));
    }
}
