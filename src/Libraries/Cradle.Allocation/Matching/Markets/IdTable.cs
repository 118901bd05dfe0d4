namespace Cradle.Allocation.Matching.Markets;

/// <summary>Numbers the ids of one side of a market from 0, in the order they come. Reading from several threads is safe while nothing is added.</summary>
public sealed class IdTable
{
    // A slot holds the hash above and the number, plus one, below; 0 is empty. The ids' characters stand in one array: a million small strings would cost more to keep than to read.
    private ulong[] slots = new ulong[64];
    private char[] text = new char[256];
    private int[] ends = new int[32];

    /// <summary>How many ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>The id with a number.</summary>
    /// <param name="number">The number.</param>
    public string this[int number] => TextOf(number).ToString();

    /// <summary>The characters of the id with a number.</summary>
    /// <param name="number">The number.</param>
    public ReadOnlySpan<char> TextOf(int number) => text.AsSpan((number == 0 ? 0 : ends[number - 1])..ends[number]);

    /// <summary>Adds an id; false when it is there already.</summary>
    /// <param name="id">The id.</param>
    public bool TryAdd(ReadOnlySpan<char> id)
    {
        var hash = Hash(id);
        var slot = SlotOf(id, hash);
        if (slots[slot] != 0)
            return false;
        var start = Count == 0 ? 0 : ends[Count - 1];
        if (start + id.Length > text.Length)
            Array.Resize(ref text, Math.Max(start + id.Length, text.Length * 2));
        if (Count == ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        id.CopyTo(text.AsSpan(start));
        ends[Count++] = start + id.Length;
        slots[slot] = ((ulong)hash << 32) | (uint)Count;
        if (Count * 2 > slots.Length)
            Grow();
        return true;
    }

    /// <summary>The number of an id, or -1.</summary>
    /// <param name="id">The id.</param>
    public int NumberOf(ReadOnlySpan<char> id) => (int)(uint)slots[SlotOf(id, Hash(id))] - 1;

    /// <summary>The hash of an id, for tables beside this one.</summary>
    internal static uint Hash(ReadOnlySpan<char> id) => (uint)string.GetHashCode(id);

    private int SlotOf(ReadOnlySpan<char> id, uint hash)
    {
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot] != 0 && !((uint)(slots[slot] >> 32) == hash && TextOf((int)(uint)slots[slot] - 1).SequenceEqual(id)))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry == 0)
                continue;
            var slot = (int)(entry >> 32) & (slots.Length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = entry;
        }
    }
}
