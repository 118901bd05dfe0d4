using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Which counts and columns an outcome needs: one count for each status and rule that can occur, except the one that follows from the others.</summary>
internal static class KernelOutputs
{
    public static IReadOnlyList<KernelOutput> Of(OpGraph graph, LoweredOutcome outcome, KernelWrites writes, int firstIndex)
    {
        var outputs = new List<KernelOutput>();
        foreach (var status in Counted(graph, outcome))
            foreach (var (rule, where) in ByRule(graph, outcome, status))
            {
                var value = BatchStatus.HasWinner(status) && outcome.Value is not { Kind: OpKind.Constant, Constant: 0 } ? outcome.Value : null;
                outputs.Add(new CountOutput(outcome.Key, status, rule, where, value, firstIndex));
                firstIndex += 2;
            }

        if (writes.HasFlag(KernelWrites.Status))
            outputs.Add(new ColumnOutput(outcome.Key, Written.Status, graph.Add(
                outcome.Status, graph.Select(outcome.HasValue, graph.Constant(OutcomeColumn.ValueFlag), graph.Constant(0)))));
        if (writes.HasFlag(KernelWrites.Rules))
            outputs.Add(new ColumnOutput(outcome.Key, Written.Rule, outcome.Rule));
        if (writes.HasFlag(KernelWrites.Values) && outcome.Key.Quantity.Header.ValueType is not null)
            outputs.Add(new ColumnOutput(outcome.Key, Written.Value, outcome.Value));
        return outputs;
    }

    /// <summary>The status whose count is what the counted ones leave of all rows.</summary>
    public static byte Rest(OpGraph graph, LoweredOutcome outcome) =>
        new[] { BatchStatus.Of(OutcomeStatus.NotEntitled), BatchStatus.None, BatchStatus.Of(OutcomeStatus.Unknown) }.FirstOrDefault(status => Occurs(graph, outcome, status));

    private static IEnumerable<byte> Counted(OpGraph graph, LoweredOutcome outcome)
    {
        var rest = Rest(graph, outcome);
        for (byte status = 0; status < BatchStatus.Count; status++)
            if (status != rest && Occurs(graph, outcome, status))
                yield return status;
    }

    private static bool Occurs(OpGraph graph, LoweredOutcome outcome, byte status) => !graph.Equal(outcome.Status, graph.Constant(status)).IsFalse;

    private static IEnumerable<(int Rule, Op Where)> ByRule(OpGraph graph, LoweredOutcome outcome, byte status)
    {
        var where = graph.Equal(outcome.Status, graph.Constant(status));
        if (!BatchStatus.HasWinner(status))
            return [(0, where)];
        return outcome.Key.Quantity.Quantity.Rules
            .Select(rule => (rule.Index, graph.And(where, graph.Equal(outcome.Rule, graph.Constant(rule.Index)))))
            .Where(item => !item.Item2.IsFalse);
    }
}
