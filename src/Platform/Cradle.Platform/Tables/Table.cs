namespace Cradle.Platform.Tables;

/// <summary>A rectangle of cells that is one cell to the reader. Rows and columns count from 0, ends included.</summary>
public readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal bool Covers(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>
/// A table as somebody typed it: texts in rows and columns, with the cells that were merged. Nothing is interpreted, only
/// surrounding blanks are gone, and a date of the spreadsheet is written 2025-11-30.
/// </summary>
public sealed class Table(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<MergedCells>? merged = null)
{
    private readonly ILookup<int, MergedCells> mergedByRow = (merged ?? [])
        .SelectMany(cells => Enumerable.Range(cells.FirstRow, cells.LastRow - cells.FirstRow + 1).Select(row => (row, cells)))
        .ToLookup(pair => pair.row, pair => pair.cells);

    public int Rows => rows.Count;

    public int Columns { get; } = rows.Count == 0 ? 0 : rows.Max(row => row.Count);

    /// <summary>The text of a cell; of a merged one wherever it is asked. Outside of the table it is empty.</summary>
    public string this[int row, int column]
    {
        get
        {
            (row, column) = Origin(row, column);
            return row < rows.Count && column < rows[row].Count ? rows[row][column] : "";
        }
    }

    /// <summary>Where the text of a cell stands: itself, or the upper left corner of the merged cell that it is part of.</summary>
    public (int Row, int Column) Origin(int row, int column)
    {
        foreach (var cells in mergedByRow[row])
        {
            if (cells.Covers(row, column))
            {
                return (cells.FirstRow, cells.FirstColumn);
            }
        }

        return (row, column);
    }

    /// <summary>The texts of a row from one column to another, a merged cell once.</summary>
    public IEnumerable<string> Texts(int row, IEnumerable<int> columns) =>
        columns.Select(column => Origin(row, column)).Distinct().Select(cell => this[cell.Row, cell.Column]);

    /// <summary>Whether nothing is written in a row.</summary>
    public bool IsBlank(int row) => rows[row].All(text => text.Length == 0);
}
