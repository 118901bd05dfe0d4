using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>
/// Makes one operation of those that different regions need. Where they differ in figures only, the figures become a table by region; so
/// thirty-one provinces cost an index. Where they differ in kind, the region chooses.
/// </summary>
internal sealed class RegionMerge(CompiledPolicy policy, OpGraph graph, Op region, int[] alternativeOfRegion)
{
    private readonly Dictionary<string, Op> _merged = [];

    /// <summary>The operation that is, in every region, the one of its alternative.</summary>
    public Op Merge(Op[] alternatives)
    {
        var first = alternatives[0];
        if (Array.TrueForAll(alternatives, op => op == first))
            return first;
        var key = string.Join(',', alternatives.Select(op => op.Id));
        return _merged.TryGetValue(key, out var merged) ? merged : _merged[key] = MergeDifferent(alternatives);
    }

    private Op MergeDifferent(Op[] alternatives)
    {
        if (Array.TrueForAll(alternatives, op => op.IsConstant))
        {
            var table = Table(alternative => alternatives[alternative].Constant);
            return alternatives[0].IsBit ? graph.Equal(table, graph.Constant(1)) : table;
        }

        return AreAlike(alternatives)
            ? graph.Rebuild(alternatives[0], [.. alternatives[0].Operands.Select((_, operand) => Merge([.. alternatives.Select(op => op.Operands[operand])]))])
            : Choose(alternatives);
    }

    private bool AreAlike(Op[] alternatives)
    {
        var first = alternatives[0];
        // the threshold of a choice is a choice of thresholds: a choice is not monotone
        return first.Operands.Length > 0 && first.Kind != OpKind.Threshold && !(first.About is Loop && region.Rows != 0)
            && Array.TrueForAll(alternatives, op => op.Kind == first.Kind && op.Operands.Length == first.Operands.Length && op.Constant == first.Constant && Equals(op.About, first.About));
    }

    private Op Choose(Op[] alternatives)
    {
        var different = alternatives.Distinct().ToList();
        var which = Table(alternative => different.IndexOf(alternatives[alternative]));
        var result = different[0];
        for (var index = 1; index < different.Count; index++)
        {
            var chosen = graph.Equal(which, graph.Constant(index));
            result = result.IsBit ? graph.Choose(chosen, different[index], result) : graph.Select(chosen, different[index], result);
        }

        return result;
    }

    private Op Table(Func<int, long> figure) => graph.Place(new RegionTable(policy, [.. alternativeOfRegion.Select(figure)]), region);
}
