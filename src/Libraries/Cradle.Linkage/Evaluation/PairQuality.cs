using Cradle.Linkage.Blocking;
using Cradle.Linkage.Clustering;
using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Evaluation;

/// <summary>How good clusters are, counted in pairs of records: pairs in one cluster against pairs of one person.</summary>
/// <param name="TruePairs">Pairs of one person.</param>
/// <param name="LinkedPairs">Pairs in one cluster.</param>
/// <param name="RightPairs">Pairs that are both.</param>
/// <param name="MergedIdentities">Clusters that hold two valid, different identity numbers; 0 by construction, counted anew here.</param>
public sealed record PairQuality(long TruePairs, long LinkedPairs, long RightPairs, int MergedIdentities)
{
    /// <summary>The share of linked pairs that are of one person.</summary>
    public double Precision => LinkedPairs == 0 ? 1 : (double)RightPairs / LinkedPairs;

    /// <summary>The share of pairs of one person that are linked.</summary>
    public double Recall => TruePairs == 0 ? 1 : (double)RightPairs / TruePairs;

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Measures clusters against the truth.</summary>
    /// <param name="result">The result of a run.</param>
    /// <param name="truthFile">A file with the columns source, id and person; records that it does not name are left out.</param>
    /// <exception cref="RegisterException">The file cannot be read.</exception>
    public static PairQuality Of(LinkageResult result, string truthFile)
    {
        var truth = Truth.Read(truthFile, result.Store);
        var count = result.Store.Count;
        var persons = new ulong[count];
        var clusters = new ulong[count];
        var both = new ulong[count];
        for (var record = 0; record < count; record++)
        {
            if (truth[record] != 0)
            {
                persons[record] = truth[record];
                clusters[record] = Hashing.Of((ulong)result.Forest.Find(record));
                both[record] = Hashing.Combine(persons[record], clusters[record]);
            }
        }

        return new PairQuality(Pairs(persons), Pairs(clusters), Pairs(both), MergedIdentitiesOf(result.Store, result.Forest));
    }

    private static long Pairs(ulong[] groups)
    {
        var (keys, _) = KeySort.Sort(groups);
        long pairs = 0;
        for (int start = 0, i = 1; i <= keys.Length; i++)
        {
            if (i == keys.Length || keys[i] != keys[start])
            {
                pairs += (long)(i - start) * (i - start - 1) / 2;
                start = i;
            }
        }

        return pairs;
    }

    private static int MergedIdentitiesOf(RecordStore store, LinkForest forest)
    {
        var identity = new Dictionary<int, long>();
        var merged = new HashSet<int>();
        for (var record = 0; record < store.Count; record++)
        {
            var id = store.Layout.ValidId(store.Row(record));
            if (id != 0 && !identity.TryAdd(forest.Find(record), id) && identity[forest.Find(record)] != id)
            {
                merged.Add(forest.Find(record));
            }
        }

        return merged.Count;
    }
}
