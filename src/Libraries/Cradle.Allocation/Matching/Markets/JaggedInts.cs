namespace Cradle.Allocation.Matching.Markets;

/// <summary>Many short lists of whole numbers in two flat arrays.</summary>
public sealed class JaggedInts
{
    private int[] starts = new int[16];
    private int[] items = new int[16];

    /// <summary>Number of lists.</summary>
    public int Count { get; private set; }

    /// <summary>Items of all lists together.</summary>
    public int Total => starts[Count];

    /// <summary>A list.</summary>
    /// <param name="list">Its number, from 0.</param>
    public ReadOnlySpan<int> this[int list] => items.AsSpan(starts[list]..starts[list + 1]);

    /// <summary>Where a list begins among the items of all.</summary>
    /// <param name="list">Its number, from 0.</param>
    public int StartOf(int list) => starts[list];

    /// <summary>Adds a list at the end.</summary>
    /// <param name="list">Its items.</param>
    public void Add(ReadOnlySpan<int> list)
    {
        var end = Total + list.Length;
        if (end > items.Length)
            Array.Resize(ref items, Math.Max(end, items.Length * 2));
        list.CopyTo(items.AsSpan(Total));
        if (Count + 1 == starts.Length)
            Array.Resize(ref starts, starts.Length * 2);
        starts[++Count] = end;
    }
}
