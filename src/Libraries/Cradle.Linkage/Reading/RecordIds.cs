using System.Text;

namespace Cradle.Linkage.Reading;

/// <summary>The names of many records, kept as UTF-8 in large blocks: each with a byte for its length before it.</summary>
internal sealed class RecordIds
{
    private const int BlockBits = 20;
    private const int BlockLength = 1 << BlockBits;
    private const int Longest = byte.MaxValue;

    private readonly List<byte[]> blocks = [];
    private readonly List<uint> places = [];
    private int used = BlockLength;

    public int Count => places.Count;

    public ReadOnlySpan<byte> this[int record]
    {
        get
        {
            var block = blocks[(int)(places[record] >> BlockBits)];
            var at = (int)(places[record] & (BlockLength - 1));
            return block.AsSpan(at + 1, block[at]);
        }
    }

    public int Add(ReadOnlySpan<char> id)
    {
        if (used + Longest + 1 > BlockLength)
        {
            blocks.Add(new byte[BlockLength]);
            used = 0;
        }

        var block = blocks[^1];
        var kept = id[..Math.Min(id.Length, Longest / 3)];
        var length = Encoding.UTF8.GetBytes(kept, block.AsSpan(used + 1));
        block[used] = (byte)length;
        places.Add((uint)(blocks.Count - 1) << BlockBits | (uint)used);
        used += length + 1;
        return places.Count - 1;
    }
}
