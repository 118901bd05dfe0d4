using System.Runtime.InteropServices;
using Cradle.Linkage.Blocking;
using Cradle.Linkage.Comparison;

namespace Cradle.Linkage.Scoring;

/// <summary>Scores pairs and keeps those that may be one person.</summary>
internal sealed class PairScorer(RecordLayout layout, PairWeights weights, double keepFrom) : IPairVisitor
{
    private readonly Dictionary<ulong, PatternOdds> known = [];

    public List<Link> Links { get; } = [];

    public WeightHistogram Histogram { get; } = new();

    /// <summary>Pairs of two valid, different identity numbers; never linked.</summary>
    public long Excluded { get; private set; }

    public void Visit(int a, int b, ReadOnlySpan<int> rowA, ReadOnlySpan<int> rowB)
    {
        var weight = WeightOf(rowA, rowB);
        if (double.IsNegativeInfinity(weight))
        {
            Excluded++;
            return;
        }

        Histogram.Add(weight);
        if (weight >= keepFrom)
        {
            Links.Add(a < b ? new Link(a, b, (float)weight) : new Link(b, a, (float)weight));
        }
    }

    public double WeightOf(ReadOnlySpan<int> rowA, ReadOnlySpan<int> rowB)
    {
        var pattern = layout.PatternOf(rowA, rowB);
        ref var odds = ref CollectionsMarshal.GetValueRefOrAddDefault(known, pattern, out var exists);
        if (!exists)
        {
            odds = weights.OddsOf(pattern);
        }

        return weights.WeightOf(pattern, odds, rowA);
    }
}
