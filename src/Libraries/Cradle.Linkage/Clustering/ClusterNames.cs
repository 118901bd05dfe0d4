using System.Globalization;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Clustering;

/// <summary>What became of a cluster of the earlier run.</summary>
/// <param name="Event"><c>merged</c>, <c>split</c> or <c>new</c>.</param>
/// <param name="Cluster">The cluster of this run.</param>
/// <param name="Earlier">The cluster of the earlier run that is now in it, or that it came out of; 0 for a new one.</param>
public readonly record struct ClusterChange(string Event, long Cluster, long Earlier);

/// <summary>
/// Numbers of clusters. After an earlier run a cluster keeps the number of the earlier cluster most of whose records it has, so
/// that systems that hold numbers go on; merges and splits are told.
/// </summary>
public sealed class ClusterNames
{
    private static readonly string[] Columns = ["source", "id", "cluster"];

    private readonly Dictionary<int, long>? names;

    private ClusterNames(int count, Dictionary<int, long>? names, IReadOnlyList<ClusterChange> changes)
    {
        Count = count;
        this.names = names;
        Changes = changes;
    }

    /// <summary>How many clusters there are.</summary>
    public int Count { get; }

    /// <summary>What changed since the earlier run; empty without one.</summary>
    public IReadOnlyList<ClusterChange> Changes { get; }

    /// <summary>The number of a cluster.</summary>
    /// <param name="first">Its first record.</param>
    public long this[int first] => names is null ? first + 1L : names[first];

    internal static ClusterNames Fresh(RecordStore store, LinkForest forest) => new(Enumerable.Range(0, store.Count).Count(record => forest.Find(record) == record), null, []);

    /// <summary>Takes over the numbers of an earlier <c>clusters.csv</c>.</summary>
    /// <exception cref="RegisterException">The file cannot be read.</exception>
    internal static ClusterNames After(string path, RecordStore store, LinkForest forest)
    {
        var earlier = new long[store.Count];
        long highest = 0;
        var lookup = new RecordLookup(store);
        RecordLookup.ReadRows(path, Columns, (line, cells) =>
        {
            if (!long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                throw new RegisterException($"{path}({line}): '{cells[2]}' is no number of a cluster.");
            }

            highest = Math.Max(highest, number);
            if (lookup.Find(cells[0], cells[1]) is >= 0 and var record)
            {
                earlier[record] = number;
            }
        });
        return Name(store.Count, forest, earlier, highest);
    }

    private static ClusterNames Name(int records, LinkForest forest, long[] earlier, long highest)
    {
        var shared = Enumerable.Range(0, records).Where(record => earlier[record] != 0)
            .GroupBy(record => (First: forest.Find(record), Earlier: earlier[record])).Select(group => (group.Key.First, group.Key.Earlier, Records: group.Count()))
            .OrderByDescending(item => item.Records).ThenBy(item => item.Earlier).ThenBy(item => item.First).ToList();
        var names = new Dictionary<int, long>();
        var taken = new HashSet<long>();
        foreach (var (first, number, _) in shared)
        {
            if (!names.ContainsKey(first) && taken.Add(number))
            {
                names[first] = number;
            }
        }

        var changes = new List<ClusterChange>();
        for (var record = 0; record < records; record++)
        {
            if (forest.Find(record) == record && !names.ContainsKey(record))
            {
                names[record] = ++highest;
                if (earlier[record] == 0)
                {
                    changes.Add(new ClusterChange("new", highest, 0));
                }
            }
        }

        // A number that still names a cluster lost these records to another; one that names none any more went into the other.
        var lives = names.Values.ToHashSet();
        changes.AddRange(from item in shared
                         let name = names[item.First]
                         where name != item.Earlier
                         orderby name, item.Earlier
                         select new ClusterChange(lives.Contains(item.Earlier) ? "split" : "merged", name, item.Earlier));
        return new ClusterNames(names.Count, names, changes);
    }
}
