namespace Cradle.Linkage.Blocking;

/// <summary>Sorts records by their keys on all cores: dealt into 256 parts by the first byte of the key, each part then sorted.</summary>
internal static class KeySort
{
    private const int Parts = 256;
    private const int PartShift = 56;

    /// <summary>The keys that are not 0 in ascending order, each with its record; records of one key ascend.</summary>
    public static (ulong[] Keys, int[] Records) Sort(ulong[] keysByRecord)
    {
        var ends = new int[Parts + 1];
        foreach (var key in keysByRecord)
        {
            if (key != 0)
            {
                ends[(int)(key >> PartShift) + 1]++;
            }
        }

        for (var part = 0; part < Parts; part++)
        {
            ends[part + 1] += ends[part];
        }

        var next = ends[..Parts];
        var keys = new ulong[ends[Parts]];
        var records = new int[ends[Parts]];
        for (var record = 0; record < keysByRecord.Length; record++)
        {
            var key = keysByRecord[record];
            if (key != 0)
            {
                var at = next[(int)(key >> PartShift)]++;
                keys[at] = key;
                records[at] = record;
            }
        }

        Parallel.For(0, Parts, part => SortPart(keys.AsSpan(ends[part]..ends[part + 1]), records.AsSpan(ends[part]..ends[part + 1])));
        return (keys, records);
    }

    private static void SortPart(Span<ulong> keys, Span<int> records)
    {
        keys.Sort(records);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                records[start..end].Sort();
            }

            start = end;
        }
    }
}
