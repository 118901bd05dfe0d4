using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Which count and which sum belong to a status and rule of a column of answers.</summary>
/// <param name="Key">The column.</param>
/// <param name="Status">The status byte.</param>
/// <param name="Rule">The winning rule; 0 for none.</param>
/// <param name="Count">The number of its count among the block's sums; null where it is what the others leave of all rows.</param>
/// <param name="Sum">The number of its sum; null where there is nothing to sum.</param>
internal sealed record Attribution(OutcomeKey Key, byte Status, int Rule, int? Count, int? Sum);

/// <summary>The outputs of a kernel. Columns of answers that hang on the same bit share its count, and what the counts leave of all rows is not counted.</summary>
internal sealed class KernelOutputs(OpGraph graph, KernelWrites writes)
{
    private readonly Dictionary<(PopulationTable, Op), int> _counts = [];
    private readonly Dictionary<(PopulationTable, Op?, Op), int> _sums = [];
    private readonly List<KernelOutput> _outputs = [];
    private readonly List<Attribution> _attributions = [];

    public IReadOnlyList<KernelOutput> Outputs => _outputs;

    public IReadOnlyList<Attribution> Attributions => _attributions;

    /// <summary>How many counts and sums there are.</summary>
    public int Sums { get; private set; }

    /// <summary>Adds a column of answers.</summary>
    public void Add(LoweredOutcome outcome)
    {
        var cells = Cells(outcome);
        var winners = cells.Count(cell => BatchStatus.HasWinner(cell.Status));
        foreach (var (index, cell) in cells.Index())
        {
            var hasSum = BatchStatus.HasWinner(cell.Status) && outcome.Value is not { Kind: OpKind.Constant, Constant: 0 };
            _attributions.Add(new Attribution(
                outcome.Key, cell.Status, cell.Rule,
                index == cells.Count - 1 ? null : CountOf(outcome.Key.Rows, cell.Where),
                hasSum ? SumOf(outcome.Key.Rows, winners == 1 ? null : cell.Where, outcome.Value) : null));   // the value is zero wherever nothing has won
        }

        if (writes.HasFlag(KernelWrites.Status))
            _outputs.Add(new ColumnOutput(outcome.Key, Written.Status, graph.Select(
                outcome.HasValue, graph.Add(outcome.Status, graph.Constant(OutcomeColumn.ValueFlag)), outcome.Status)));
        if (writes.HasFlag(KernelWrites.Rules) && outcome.Key.OnlyRule is null)
            _outputs.Add(new ColumnOutput(outcome.Key, Written.Rule, outcome.Rule));
        if (writes.HasFlag(KernelWrites.Values) && outcome.Key.Quantity.Header.ValueType is not null)
            _outputs.Add(new ColumnOutput(outcome.Key, Written.Value, outcome.Value));
    }

    private int CountOf(PopulationTable table, Op where)
    {
        if (_counts.TryGetValue((table, where), out var index))
            return index;
        _outputs.Add(new CountOutput(table, where, Sums));
        return _counts[(table, where)] = Sums++;
    }

    private int SumOf(PopulationTable table, Op? where, Op value)
    {
        if (_sums.TryGetValue((table, where, value), out var index))
            return index;
        _outputs.Add(new SumOutput(table, where, value, Sums));
        return _sums[(table, where, value)] = Sums++;
    }

    /// <summary>Every status and rule that can occur, with the bit that says so; the one that is not counted comes last.</summary>
    private List<(byte Status, int Rule, Op Where)> Cells(LoweredOutcome outcome)
    {
        var cells = new List<(byte Status, int Rule, Op Where)>();
        for (byte status = 0; status < BatchStatus.Count; status++)
        {
            var where = graph.Equal(outcome.Status, graph.Constant(status));
            if (where.IsFalse)
                continue;
            if (BatchStatus.HasWinner(status))
                cells.AddRange(outcome.Key.Quantity.Quantity.Rules
                    .Select(rule => (status, rule.Index, graph.And(where, graph.Equal(outcome.Rule, graph.Constant(rule.Index))))).Where(cell => !cell.Item3.IsFalse));
            else
                cells.Add((status, 0, where));
        }

        return [.. cells.OrderBy(cell => cell.Where.IsTrue ? 3 : cell.Status == BatchStatus.Of(OutcomeStatus.NotEntitled) ? 2 : BatchStatus.HasWinner(cell.Status) ? 0 : 1)];
    }
}
