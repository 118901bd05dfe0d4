using Cradle.Linkage.Blocking;
using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Scoring;

/// <summary>Collects what the estimation needs: patterns of candidate pairs and of pairs drawn at random.</summary>
internal static class Training
{
    private const long CandidatesWanted = 1_500_000;
    private const int RandomPairs = 500_000;
    private const int RandomTasks = 16;

    /// <summary>Estimates the probabilities, from the truth where it is given, else without.</summary>
    public static TrainedParameters Run(RecordStore store, CandidatePairs pairs, int seed, Truth? truth, CancellationToken cancel)
    {
        var total = pairs.Passes.Sum(pass => pass.Pairs);
        var every = (uint)Math.Max(1, total / CandidatesWanted);
        var candidates = new PatternCounts(store.Layout);
        var matched = truth is null ? null : new PatternCounts(store.Layout);
        for (var pass = 0; pass < pairs.Passes.Count; pass++)
        {
            foreach (var counts in pairs.Visit(pass, every, () => new PatternSplit(store.Layout, truth), cancel))
            {
                candidates.Add(counts.Others);
                matched?.Add(counts.Matches);
            }
        }

        var allPairs = (double)store.Count * (store.Count - 1) / 2;
        return new Estimation(store.Layout, candidates, every, Random(store, seed), allPairs, matched).Run();
    }

    private static PatternCounts Random(RecordStore store, int seed)
    {
        var parts = new PatternCounts[RandomTasks];
        Parallel.For(0, RandomTasks, part =>
        {
            parts[part] = new PatternCounts(store.Layout);
            var random = new Random(unchecked((int)Hashing.Of((ulong)(seed * RandomTasks + part))));
            for (var i = 0; i < RandomPairs / RandomTasks && store.Count > 1; i++)
            {
                var a = random.Next(store.Count);
                var b = random.Next(store.Count - 1);
                b += b >= a ? 1 : 0;
                parts[part].Visit(a, b, store.Row(a), store.Row(b));
            }
        });
        var all = new PatternCounts(store.Layout);
        foreach (var part in parts)
        {
            all.Add(part);
        }

        return all;
    }
}
