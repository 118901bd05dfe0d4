using Cradle.Linkage.Clustering;

namespace Cradle.Linkage.Incremental;

/// <summary>Clusters to which records come: nodes are the clusters there were and the new records, each with its identity number.</summary>
internal sealed class GrowingClusters
{
    private readonly Dictionary<long, long> parents = [];
    private readonly Dictionary<long, long> identities = [];

    /// <summary>A node; a second time it changes nothing.</summary>
    public void Add(long node, long identity)
    {
        if (parents.TryAdd(node, node))
        {
            identities[node] = identity;
        }
    }

    public long Find(long node)
    {
        while (parents[node] != node)
        {
            node = parents[node] = parents[parents[node]];
        }

        return node;
    }

    public long IdentityOf(long node) => identities[Find(node)];

    /// <summary>Joins two; the older cluster, which has the smaller number, keeps its number.</summary>
    public Refusal Join(long a, long b)
    {
        var (left, right) = (Find(a), Find(b));
        if (left == right)
        {
            return Refusal.None;
        }

        if (identities[left] != 0 && identities[right] != 0 && identities[left] != identities[right])
        {
            return Refusal.TwoIdentities;
        }

        var (older, younger) = left < right ? (left, right) : (right, left);
        parents[younger] = older;
        identities[older] |= identities[younger];
        return Refusal.None;
    }

    public IEnumerable<long> Nodes => parents.Keys;
}
