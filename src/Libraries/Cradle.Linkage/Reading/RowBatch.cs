namespace Cradle.Linkage.Reading;

/// <summary>Cells of some rows, copied from the reader so that they can be encoded while it goes on.</summary>
internal sealed class RowBatch(int columns)
{
    public const int MostRows = 8192;

    private readonly int[] ends = new int[MostRows * columns + 1];
    private readonly int[] lines = new int[MostRows];
    private char[] text = new char[MostRows * columns * 8];
    private int cells;

    public int FirstRecord { get; private set; }

    public int Count { get; private set; }

    public bool IsFull => Count == MostRows;

    public void Begin(int firstRecord)
    {
        FirstRecord = firstRecord;
        Count = 0;
        cells = 0;
    }

    public void AddCell(ReadOnlySpan<char> cell)
    {
        var start = ends[cells];
        if (start + cell.Length > text.Length)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, start + cell.Length));
        }

        cell.CopyTo(text.AsSpan(start));
        ends[++cells] = start + cell.Length;
    }

    public void EndRow(int line) => lines[Count++] = line;

    public ReadOnlySpan<char> Cell(int row, int column)
    {
        var cell = row * columns + column;
        return text.AsSpan(ends[cell], ends[cell + 1] - ends[cell]);
    }

    public int LineOf(int row) => lines[row];
}
