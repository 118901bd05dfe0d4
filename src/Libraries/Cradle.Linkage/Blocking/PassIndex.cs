using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Blocking;

/// <summary>The blocks of one pass.</summary>
internal sealed class PassIndex
{
    /// <summary>In a block of more records, pairs would grow beyond what they bring.</summary>
    public const int MostInBlock = 400;

    private const int RecordsPerTask = 1 << 16;

    private readonly List<OversizedBlock> oversized = [];

    private PassIndex(BlockingPass pass, int[] records, int[] starts)
    {
        Pass = pass;
        Records = records;
        Starts = starts;
    }

    public BlockingPass Pass { get; }

    /// <summary>The records of the blocks, one block after the other.</summary>
    public int[] Records { get; }

    /// <summary>Where each block begins in <see cref="Records"/>; the last entry is the end.</summary>
    public int[] Starts { get; }

    public int Blocks => Starts.Length - 1;

    public IReadOnlyList<OversizedBlock> Oversized => oversized;

    /// <summary>Pairs within the blocks.</summary>
    public long Pairs { get; private set; }

    /// <summary>Builds the blocks; <paramref name="keyed"/> receives all keys in order with their records, for an index that is kept.</summary>
    public static PassIndex Build(RecordStore store, BlockingPass pass, Action<ulong[], int[]>? keyed = null)
    {
        var (keys, records) = KeySort.Sort(KeysOf(store, pass));
        keyed?.Invoke(keys, records);
        var splitter = new BlockSplitter(store, pass, MostInBlock);
        var starts = new List<int>();
        var oversized = new List<OversizedBlock>();
        long pairs = 0;
        var used = 0;
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            var length = end - start;
            if (length > 1)
            {
                // Blocks of one record are left out, so the others move forward in place.
                records.AsSpan(start, length).CopyTo(records.AsSpan(used));
                var block = records.AsSpan(used, length);
                foreach (var part in length > MostInBlock ? Split(splitter, pass, block, oversized) : [length])
                {
                    var from = starts.Count > 0 && starts[^1] >= used ? starts[^1] : used;
                    long size = used + part - from;
                    pairs += size * (size - 1) / 2;
                    starts.Add(used + part);
                }

                used += length;
            }

            start = end;
        }

        starts.Insert(0, 0);
        Array.Resize(ref records, used);
        var index = new PassIndex(pass, records, [.. starts]) { Pairs = pairs };
        index.oversized.AddRange(oversized);
        return index;
    }

    internal static ulong[] KeysOf(RecordStore store, BlockingPass pass)
    {
        var keys = new ulong[store.Count];
        var passKeys = new PassKeys(store.Layout, pass.Parts);
        Parallel.For(0, (store.Count + RecordsPerTask - 1) / RecordsPerTask, task =>
        {
            for (var record = task * RecordsPerTask; record < Math.Min(store.Count, (task + 1) * RecordsPerTask); record++)
            {
                keys[record] = passKeys.Of(store.Row(record));
            }
        });
        return keys;
    }

    private static List<int> Split(BlockSplitter splitter, BlockingPass pass, Span<int> block, List<OversizedBlock> oversized)
    {
        var ends = splitter.Split(block, out var leftOut);
        oversized.Add(new OversizedBlock(pass.ToString(), block.Length, ends.Count, leftOut));
        return ends;
    }
}
