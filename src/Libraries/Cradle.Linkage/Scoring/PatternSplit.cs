using Cradle.Linkage.Blocking;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Evaluation;

namespace Cradle.Linkage.Scoring;

/// <summary>Counts patterns of candidate pairs; with the truth, those of matches apart. Pairs of which it does not know both records are left out then.</summary>
internal sealed class PatternSplit(RecordLayout layout, Truth? truth) : IPairVisitor
{
    public PatternCounts Matches { get; } = new(layout);

    public PatternCounts Others { get; } = new(layout);

    public void Visit(int a, int b, ReadOnlySpan<int> rowA, ReadOnlySpan<int> rowB)
    {
        if (truth is null)
        {
            Others.Visit(a, b, rowA, rowB);
        }
        else if (truth[a] != 0 && truth[b] != 0)
        {
            (truth[a] == truth[b] ? Matches : Others).Visit(a, b, rowA, rowB);
        }
    }
}
