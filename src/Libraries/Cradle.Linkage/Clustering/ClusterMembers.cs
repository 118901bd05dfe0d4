namespace Cradle.Linkage.Clustering;

/// <summary>The records of each cluster.</summary>
internal sealed class ClusterMembers
{
    private readonly int[] records;
    private readonly int[] ends;

    public ClusterMembers(LinkForest forest)
    {
        ends = new int[forest.Count + 1];
        for (var record = 0; record < forest.Count; record++)
        {
            ends[forest.Find(record) + 1]++;
        }

        for (var i = 0; i < forest.Count; i++)
        {
            ends[i + 1] += ends[i];
        }

        records = new int[forest.Count];
        var next = ends[..forest.Count];
        for (var record = 0; record < forest.Count; record++)
        {
            records[next[forest.Find(record)]++] = record;
        }
    }

    /// <summary>The records of the cluster with this first record, ascending; empty where it is no first record.</summary>
    public ReadOnlySpan<int> Of(int first) => records.AsSpan(ends[first]..ends[first + 1]);
}
