namespace Cradle.Allocation.Matching.Markets;

/// <summary>Numbers the ids of one side of a market from 0, in the order they come.</summary>
public sealed class IdTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> ids = [];

    /// <summary>Makes an empty table.</summary>
    public IdTable() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many ids there are.</summary>
    public int Count => ids.Count;

    /// <summary>The id with a number.</summary>
    /// <param name="number">The number.</param>
    public string this[int number] => ids[number];

    /// <summary>Adds an id; false when it is there already.</summary>
    /// <param name="id">The id.</param>
    public bool TryAdd(ReadOnlySpan<char> id)
    {
        if (lookup.ContainsKey(id))
            return false;
        var text = id.ToString();
        numbers.Add(text, ids.Count);
        ids.Add(text);
        return true;
    }

    /// <summary>The number of an id, or -1.</summary>
    /// <param name="id">The id.</param>
    public int NumberOf(ReadOnlySpan<char> id) => lookup.TryGetValue(id, out var number) ? number : -1;
}
