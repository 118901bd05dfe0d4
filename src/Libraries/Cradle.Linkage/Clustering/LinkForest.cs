using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Clustering;

/// <summary>Why two groups of records were not joined.</summary>
public enum Refusal
{
    /// <summary>They were joined.</summary>
    None,

    /// <summary>They hold two valid, different identity numbers.</summary>
    TwoIdentities,

    /// <summary>They hold two records of a register that has each person once.</summary>
    UniqueSource,

    /// <summary>A clerk decided that they are two persons.</summary>
    Decision,
}

/// <summary>
/// Groups of records that are one person (union–find with halving of paths). Strong links are given first; a link that would
/// bring two valid, different identity numbers together, through whatever chain of records, is refused.
/// </summary>
public sealed class LinkForest
{
    private readonly int[] parents;
    private readonly long[] identities;
    private readonly ulong[]? unique;
    private readonly Dictionary<int, List<int>> apart = [];

    /// <summary>Every record alone.</summary>
    /// <param name="store">The records.</param>
    /// <param name="uniqueSources">Registers that have each person at most once.</param>
    public LinkForest(RecordStore store, IReadOnlyCollection<string> uniqueSources)
    {
        parents = new int[store.Count];
        identities = new long[store.Count];
        unique = uniqueSources.Count > 0 ? new ulong[store.Count] : null;
        for (var source = 0; source < store.Sources.Count; source++)
        {
            var mask = uniqueSources.Contains(store.Sources[source]) ? 1UL << source : 0;
            for (var record = store.StartOf(source); record < store.StartOf(source + 1); record++)
            {
                parents[record] = record;
                identities[record] = store.Layout.ValidId(store.Row(record));
                if (unique is not null)
                {
                    unique[record] = mask;
                }
            }
        }
    }

    /// <summary>The records.</summary>
    public int Count => parents.Length;

    /// <summary>The first record of the group that a record is in.</summary>
    /// <param name="record">A record.</param>
    public int Find(int record)
    {
        while (parents[record] != record)
        {
            parents[record] = parents[parents[record]];
            record = parents[record];
        }

        return record;
    }

    /// <summary>The valid identity number (17 digits) of the group that a record is in, 0 where it has none.</summary>
    internal long IdentityOf(int record) => identities[Find(record)];

    /// <summary>Never lets two records come into one group.</summary>
    /// <param name="a">One record.</param>
    /// <param name="b">The other.</param>
    public void KeepApart(int a, int b)
    {
        ListOf(Find(a)).Add(b);
        ListOf(Find(b)).Add(a);
    }

    /// <summary>Joins the groups of two records.</summary>
    /// <param name="a">One record.</param>
    /// <param name="b">The other.</param>
    /// <returns>Why not, or <see cref="Refusal.None"/>.</returns>
    public Refusal Join(int a, int b)
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

        if (unique is not null && (unique[left] & unique[right]) != 0)
        {
            return Refusal.UniqueSource;
        }

        if (AreApart(left, right) || AreApart(right, left))
        {
            return Refusal.Decision;
        }

        var (first, other) = left < right ? (left, right) : (right, left);
        parents[other] = first;
        identities[first] |= identities[other];
        if (unique is not null)
        {
            unique[first] |= unique[other];
        }

        if (apart.Remove(other, out var moved))
        {
            ListOf(first).AddRange(moved);
        }

        return Refusal.None;
    }

    private bool AreApart(int root, int other) => apart.Count > 0 && apart.TryGetValue(root, out var list) && list.Exists(record => Find(record) == other);

    private List<int> ListOf(int root) => apart.TryGetValue(root, out var list) ? list : apart[root] = [];
}
