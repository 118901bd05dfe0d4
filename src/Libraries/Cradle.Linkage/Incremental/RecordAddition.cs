using Cradle.Linkage.Blocking;
using Cradle.Linkage.Clustering;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Reporting;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Incremental;

/// <summary>Adds records to the results of an earlier run by its index, at a cost that depends on the new records, not on the old ones.</summary>
/// <param name="results">The folder of the earlier run, made with an index.</param>
/// <param name="inputs">The new registers.</param>
/// <param name="output">Where to write <c>clusters.csv</c> (new records), <c>pairs.csv</c> and <c>history.csv</c>.</param>
public sealed class RecordAddition(string results, IReadOnlyList<string> inputs, string output)
{
    private readonly List<FoundPair> found = [];
    private readonly HashSet<(int, int, int)> met = [];
    private readonly StageClock clock = new();
    private int oversized;

    /// <summary>Adds the records.</summary>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="RegisterException">A register or the index cannot be read.</exception>
    /// <exception cref="ModelException">The model promises registers without doubles, which an addition cannot keep.</exception>
    public async Task<AdditionResult> RunAsync(CancellationToken cancel)
    {
        using var index = LinkageIndex.Open(results);
        if (index.Model.UniqueSources.Count > 0)
        {
            throw new ModelException("The model has registers without doubles; link all registers again with --previous, so that this holds for the new records too.");
        }

        var weights = new PairWeights(index.Layout, index.Model.Parameters!, index.Frequencies());
        clock.Done("open");
        var reader = new RegisterReader(index.Layout);
        var store = await reader.ReadAsync(RegisterFile.Open(inputs), cancel).ConfigureAwait(false);
        clock.Done("read");
        var linkAt = index.Model.LinkAt!.Value;
        var from = Math.Log2(linkAt / (1 - linkAt));
        var scorer = new PairScorer(index.Layout, weights, from);
        FindOld(index, store, scorer, from, cancel);
        FindNew(index, store, weights, from, cancel);
        clock.Done("compare");

        var clusters = Join(index, store);
        var result = Write(index, store, clusters, reader.Problems, met.Count);
        clock.Done("write");
        return result;
    }

    private void FindOld(LinkageIndex index, RecordStore store, PairScorer scorer, double from, CancellationToken cancel)
    {
        for (var pass = 0; pass < index.Model.Passes.Count; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var keys = PassIndex.KeysOf(store, index.Model.Passes[pass]);
            for (var segment = 0; segment < index.Segments.Count; segment++)
            {
                for (var record = 0; record < keys.Length; record++)
                {
                    if (keys[record] == 0)
                    {
                        continue;
                    }

                    var others = index.Segments[segment].With(pass, keys[record]);
                    oversized += others.Length > PassIndex.MostInBlock ? 1 : 0;
                    foreach (var other in others[..Math.Min(others.Length, PassIndex.MostInBlock)])
                    {
                        if (met.Add((record, segment, other)) && scorer.WeightOf(store.Row(record), index.Segments[segment].Row(other)) is var weight && weight >= from)
                        {
                            found.Add(new FoundPair(record, segment, other, weight));
                        }
                    }
                }
            }
        }
    }

    private void FindNew(LinkageIndex index, RecordStore store, PairWeights weights, double from, CancellationToken cancel)
    {
        var pairs = new CandidatePairs(store, index.Model.Passes, cancel);
        for (var pass = 0; pass < pairs.Passes.Count; pass++)
        {
            foreach (var part in pairs.Visit(pass, 1, () => new PairScorer(store.Layout, weights, from), cancel))
            {
                found.AddRange(part.Links.Select(link => new FoundPair(link.A, FoundPair.New, link.B, link.Weight)));
            }
        }
    }

    private GrowingClusters Join(LinkageIndex index, RecordStore store)
    {
        var clusters = new GrowingClusters();
        for (var record = 0; record < store.Count; record++)
        {
            clusters.Add(index.Highest + 1 + record, store.Layout.ValidId(store.Row(record)));
        }

        foreach (var pair in found.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Record).ThenBy(pair => pair.Segment).ThenBy(pair => pair.Other))
        {
            clusters.Join(index.Highest + 1 + pair.Record, NodeOf(index, clusters, pair));
        }

        return clusters;
    }

    private static long NodeOf(LinkageIndex index, GrowingClusters clusters, FoundPair pair)
    {
        if (pair.Segment == FoundPair.New)
        {
            return index.Highest + 1 + pair.Other;
        }

        var cluster = index.ClusterOf(index.Segments[pair.Segment], pair.Other);
        clusters.Add(cluster, index.IdentityOf(index.Segments[pair.Segment], pair.Other));
        return cluster;
    }

    private AdditionResult Write(LinkageIndex index, RecordStore store, GrowingClusters clusters, IReadOnlyList<RowProblem> problems, long compared)
    {
        Directory.CreateDirectory(output);
        var numbers = Enumerable.Range(0, store.Count).Select(record => clusters.Find(index.Highest + 1 + record)).ToArray();
        var old = clusters.Nodes.Where(node => node <= index.Highest).Order().ToList();
        AdditionFiles.Write(output, index, store, numbers, found.Where(pair => clusters.Find(index.Highest + 1 + pair.Record) == clusters.Find(NodeOf(index, clusters, pair))),
            old.Where(node => clusters.Find(node) != node).Select(node => (node, clusters.Find(node))), problems);
        index.Append(store, record => numbers[record], record => clusters.IdentityOf(numbers[record]),
            old.Select(node => (node, clusters.Find(node), clusters.IdentityOf(node))), index.Highest + store.Count);
        return new AdditionResult(store.Count, numbers.Count(number => number <= index.Highest), numbers.Where(number => number > index.Highest).Distinct().Count(),
            old.Count(node => clusters.Find(node) != node), compared, oversized, problems, clock.Stages);
    }
}

/// <summary>A new record, and another that is in a segment of the index or new too.</summary>
internal readonly record struct FoundPair(int Record, int Segment, int Other, double Weight)
{
    public const int New = -1;
}
