using System.Runtime.InteropServices;
using Cradle.Linkage.Blocking;
using Cradle.Linkage.Comparison;

namespace Cradle.Linkage.Scoring;

/// <summary>How often each pattern of agreement occurs.</summary>
internal sealed class PatternCounts(RecordLayout layout) : IPairVisitor
{
    private readonly Dictionary<ulong, long> counts = [];

    public IEnumerable<KeyValuePair<ulong, long>> InOrder => counts.OrderBy(item => item.Key);

    public long Total => counts.Values.Sum();

    public void Visit(int a, int b, ReadOnlySpan<int> rowA, ReadOnlySpan<int> rowB) => Add(layout.PatternOf(rowA, rowB), 1);

    public void Add(ulong pattern, long count) => CollectionsMarshal.GetValueRefOrAddDefault(counts, pattern, out _) += count;

    public void Add(PatternCounts other)
    {
        foreach (var (pattern, count) in other.counts)
        {
            Add(pattern, count);
        }
    }
}
