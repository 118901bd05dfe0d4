using Cradle.Linkage.Blocking;

namespace Cradle.Linkage.Scoring;

/// <summary>How frequent each value of a field is, so that agreement on 欧阳修远 tells more than agreement on 王伟.</summary>
internal sealed class FrequencyTable
{
    private const int BucketBits = 16;
    private const int BucketShift = 64 - BucketBits;

    private readonly ulong[] values;
    private readonly int[] counts;
    private readonly int[] buckets = new int[(1 << BucketBits) + 1];
    private readonly double total;

    public FrequencyTable(ulong[] values, int[] counts, long total)
    {
        this.values = values;
        this.counts = counts;
        this.total = total;
        foreach (var value in values)
        {
            buckets[(value >> BucketShift) + 1]++;
        }

        for (var i = 1; i < buckets.Length; i++)
        {
            buckets[i] += buckets[i - 1];
        }
    }

    public ReadOnlySpan<ulong> Values => values;

    public ReadOnlySpan<int> Counts => counts;

    public long Total => (long)total;

    /// <summary>Counts values; those that occur once are not kept.</summary>
    public static FrequencyTable Of(ulong[] valuesByRecord)
    {
        var (keys, _) = KeySort.Sort(valuesByRecord);
        var values = new List<ulong>();
        var counts = new List<int>();
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                values.Add(keys[start]);
                counts.Add(end - start);
            }

            start = end;
        }

        return new FrequencyTable([.. values], [.. counts], Math.Max(1, keys.Length));
    }

    /// <summary>The share of records that have a value.</summary>
    public double ShareOf(ulong value)
    {
        var bucket = (int)(value >> BucketShift);
        var at = values.AsSpan(buckets[bucket]..buckets[bucket + 1]).BinarySearch(value);
        return (at < 0 ? 1 : counts[buckets[bucket] + at]) / total;
    }
}
